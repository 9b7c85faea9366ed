/** What is covered of a small pack, counted by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/audit/case.js";
import { COVERAGE_KINDS, type Coverage, type CoverageKind, coveredShare } from "../../src/audit/coverage/coverage.js";
import { coverageOf } from "../../src/audit/coverage/coverage-of.js";
import { withValue } from "../../src/audit/mutation/edit.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { loadAward } from "../../src/pack/load.js";
import { placeIn } from "../../src/pack/place.js";
import { questionOf } from "../arbitraries/questions.js";

const RUNS = process.env["QAK_PROFILE"] === "long" ? 500 : 20;
const award = await loadPackFolder("test/packs/minimal");

const FACTS = {
  unitKind: "enterprise",
  registeredHere: true,
  appliedOn: "2031-05-10",
  operatingSince: "2028-05-10",
  accidents: [],
  awardsWon: 1,
};

const OUTPUT = { label: { zh: "事故", en: "accident" }, provision: "art_2__para_2__sent_1" };

function eligibility(sentence: string, facts: Case["facts"] = {}, more: Partial<Case> = {}): Case {
  const question = { decision: "eligibility", asOf: "2031-06-01", facts: { ...FACTS, ...facts } };
  return { case: sentence, ...question, expect: { outcome: "eligible" }, ...more };
}

function withdrawal(sentence: string, facts: Case["facts"]): Case {
  const question = { decision: "withdrawal", asOf: "2031-06-01", facts: { appliedOn: "2031-05-10", accidents: [], ...facts } };
  return { case: sentence, ...question, expect: { outcome: "keep" } };
}

/** Of each item of the kind in the decision, what was seen. */
function seen({ items }: Coverage, kind: CoverageKind, decision = "eligibility"): Readonly<Record<string, readonly string[]>> {
  const own = items.filter((item) => item.kind === kind && item.decision === decision);
  return Object.fromEntries(own.map((item) => [item.pointer ?? item.name, item.seen]));
}

describe("coverageOf()", () => {
  it("without a case has seen nothing of what is needed", () => {
    const coverage = coverageOf(award, []);
    expect(coveredShare(coverage)).toBe(0);
    expect(coverage.items.flatMap((item) => [...item.seen, ...item.cases])).toEqual([]);
    expect(coverage.counts.map(({ kind, needs }) => [kind, needs])).toEqual([
      // Eight for eligibility and six for withdrawal, named below.
      ["provision", 14],
      // Of six rules one does not apply to all.
      ["rule", 13],
      // Six rules, one `appliesWhen`, and for each decision two comparisons of accidents.
      ["condition", 22],
      // Years, and for each decision the first day of the window.
      ["boundary", 6],
      // Two readings for each decision, on which both turn.
      ["reading", 8],
      ["outcome", 4],
      ["consequence", 2],
    ]);
  });

  it("asks for every provision that a rule, an output or what they read rests on", () => {
    const coverage = coverageOf(award, []);
    const own = (decision: string) => Object.keys(seen(coverage, "provision", decision)).sort();
    expect(own("eligibility")).toEqual([
      "art_1__sent_1",
      "art_2__para_1__sent_1",
      "art_2__para_2",
      "art_2__para_2__sent_1",
      "art_3__item_1__sent_1",
      "art_3__item_2",
      "art_3__item_2__sent_1",
      "art_3__sent_1",
    ]);
    expect(own("withdrawal")).toEqual([
      "art_2__para_1__sent_1",
      "art_3__item_2",
      "art_3__item_2__sent_1",
      "art_3__sent_1",
      "art_4__sent_1",
      "art_4__sent_2",
    ]);
  });

  it("counts a refused question for nothing", () => {
    const refused = eligibility("a unit of no kind", { unitKind: "club" });
    expect(coverageOf(award, [refused])).toEqual(coverageOf(award, []));
  });

  it("tells the statuses of rules, an unknown one as none", () => {
    const cases = [
      eligibility("another unit, not yet registered", { unitKind: "other", registeredHere: null }),
      eligibility("an enterprise with a serious accident", { accidents: [{ occurredOn: "2030-01-01", level: "serious" }] }),
    ];
    expect(seen(coverageOf(award, cases), "rule")).toEqual({
      enterprise: ["satisfied", "violated"],
      registered: ["satisfied"],
      years: ["satisfied"],
      "no-accident": ["violated", "not-applicable"],
    });
  });

  it("tells each comparison true and false, in whatever row, and of a rule only where it applies", () => {
    const cases = [
      eligibility("another unit with an old accident", {
        unitKind: "other",
        accidents: [{ occurredOn: "2020-01-01", level: "serious" }],
      }),
      eligibility("an enterprise with a recent accident of unknown level", { accidents: [{ occurredOn: "2030-01-01" }] }),
    ];
    const conditions = seen(coverageOf(award, cases), "condition");
    expect(conditions["/0/conditions/all/0"]).toEqual(["true", "false"]);
    expect(conditions["/3/event/params/appliesWhen/any/0"]).toEqual(["true", "false"]);
    // Where it applies the accident is of unknown level, and unknown is neither.
    expect(conditions["/3/conditions/not"]).toEqual([]);
    // Of the other unit nothing reads its accidents.
    expect(conditions["/derived/3/expression/where/all/0"]).toEqual(["true"]);
    expect(conditions["/derived/3/expression/where/all/1"]).toEqual([]);
  });

  it("tells what a derived fact compares only where a rule that applies reads it, or an output", () => {
    const other = eligibility("a mishap of another unit", {
      unitKind: "other",
      accidents: [{ occurredOn: "2029-05-10", level: "serious" }],
    });
    const told = (by: typeof award) => {
      const coverage = coverageOf(by, [other]);
      const [day, level] = ["/derived/3/expression/where/all/0", "/derived/3/expression/where/all/1"] as const;
      const conditions = seen(coverage, "condition");
      return [conditions[day], conditions[level], seen(coverage, "boundary")[day]];
    };
    expect(told(award)).toEqual([[], [], []]);
    const clean = { fact: "recentAccident", operator: "equal", value: false };
    const asked = withValue(award.files, placeIn("eligibility.json", 1, "conditions", "all", 1), clean);
    expect(told(loadAward(asked))).toEqual([["true"], ["true"], ["at"]]);
    const onlyWhen = withValue(award.files, placeIn("eligibility.json", 1, "event", "params", "appliesWhen"), { all: [clean] });
    expect(told(loadAward(onlyWhen))).toEqual([["true"], ["true"], ["at"]]);
    const value = { name: "accident", ...OUTPUT, outcomes: ["ineligible"], value: { fact: "recentAccident" } };
    const shown = withValue(award.files, placeIn("pack.json", "decisions", 0, "outputs", 2), value);
    expect(told(loadAward(shown))).toEqual([["true"], ["true"], ["at"]]);
    const unshown = withValue(shown, placeIn("pack.json", "decisions", 0, "outputs", 2, "outcomes"), ["eligible"]);
    expect(told(loadAward(unshown))).toEqual([[], [], []]);
  });

  it("tells nothing of a rule of which it is not known whether it applies", () => {
    const accidents = [{ occurredOn: "2030-01-01", level: "serious" }];
    const conditions = (unitKind: string | null) =>
      seen(coverageOf(award, [eligibility("a serious accident", { unitKind, accidents })]), "condition");
    expect(conditions(null)["/3/conditions/not"]).toEqual([]);
    expect(conditions("enterprise")["/3/conditions/not"]).toEqual(["true"]);
  });

  it("tells a threshold met exactly and missed by one, and nothing farther away", () => {
    const since = (operatingSince: string) => eligibility(`a unit that began on ${operatingSince}`, { operatingSince });
    const sides = (...cases: Case[]) => seen(coverageOf(award, cases), "boundary")["/2/conditions/all/0"];
    expect(sides(since("2028-05-10"))).toEqual(["at"]);
    expect(sides(since("2028-05-11"))).toEqual(["below"]);
    expect(sides(since("2029-05-11"), since("2027-05-10"))).toEqual([]);
    const accident = (occurredOn: string) => eligibility(`an accident on ${occurredOn}`, { accidents: [{ occurredOn }] });
    const days = (...cases: Case[]) => seen(coverageOf(award, cases), "boundary")["/derived/3/expression/where/all/0"];
    expect(days(accident("2029-05-10"))).toEqual(["at"]);
    expect(days(accident("2029-05-09"), accident("2029-05-10"))).toEqual(["below", "at"]);
    expect(days(accident("2029-05-11"), accident("2029-05-08"))).toEqual([]);
  });

  it("tells a reading used and a reading that matters", () => {
    const readings = (...cases: Case[]) => seen(coverageOf(award, cases), "reading");
    expect(readings(eligibility("an old unit", { operatingSince: "2020-01-01" }))).toEqual({
      "anchor: application-day": ["used"],
      "anchor: decision-day": [],
    });
    const young = { operatingSince: "2028-05-20" };
    const both = [
      eligibility("a unit a few days too young", young),
      eligibility("the same, counted to the decision", young, { interpretations: { anchor: "decision-day" } }),
    ];
    expect(readings(...both)).toEqual({
      "anchor: application-day": ["used", "matters"],
      "anchor: decision-day": ["used", "matters"],
    });
  });

  it("tells outcomes, consequences that are due and provisions that bear", () => {
    const open = coverageOf(award, [withdrawal("a unit of which nobody knows", { fraudFound: null })]);
    expect(seen(open, "consequence", "withdrawal")).toEqual({ cancel: [], refuse: [] });
    expect(seen(open, "outcome", "withdrawal")).toEqual({ withdraw: [], keep: [] });
    const due = coverageOf(award, [withdrawal("a fraud", { fraudFound: true }), withdrawal("none", { fraudFound: false })]);
    expect(seen(due, "consequence", "withdrawal")).toEqual({ cancel: ["due"], refuse: ["due"] });
    expect(seen(due, "outcome", "withdrawal")).toEqual({ withdraw: ["given"], keep: ["given"] });
    expect(seen(due, "provision", "withdrawal")["art_4__sent_2"]).toEqual(["reached"]);
    expect(seen(due, "provision")).toEqual(seen(coverageOf(award, []), "provision"));
  });

  it("names the first case that shows each thing", () => {
    const cases = ["one", "two", "three"].map((name) => eligibility(name, { unitKind: name === "two" ? "other" : "enterprise" }));
    const { items } = coverageOf(award, cases);
    const rule = items.find((item) => item.kind === "rule" && item.name === "enterprise");
    expect(rule?.cases).toEqual(["one", "two"]);
  });

  it("is plain JSON", () => {
    const coverage = coverageOf(award, [eligibility("a unit")]);
    expect(JSON.parse(JSON.stringify(coverage))).toEqual(coverage);
  });

  it("is never lowered by a case more, and does not turn on their order", () => {
    const question = fc.constantFrom(...award.plans.keys()).chain((decision) => questionOf(award, decision));
    const drawn = fc
      .array(question, { maxLength: 6 })
      .map((questions) =>
        questions.map((asked, index): Case => ({ ...(asked as Case), case: `case ${index}`, expect: { outcome: "eligible" } })),
      );
    fc.assert(
      fc.property(drawn, drawn, (some, more) => {
        const before = coverageOf(award, some);
        const after = coverageOf(award, [...some, ...more]);
        for (const [index, item] of before.items.entries()) {
          expect(after.items[index]?.seen).toEqual(expect.arrayContaining([...item.seen]));
        }
        expect(coveredShare(after)).toBeGreaterThanOrEqual(coveredShare(before));
        const turned = coverageOf(award, [...more, ...some]);
        expect(turned.items.map((item) => item.seen)).toEqual(after.items.map((item) => item.seen));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("coveredShare()", () => {
  const counts = (needs: number, seen: number) => ({ counts: [{ kind: "rule", items: 1, complete: 0, needs, seen }] }) as const;

  it("is rounded down, so that only all of it is all", () => {
    expect([counts(3, 2), counts(100_000, 99_999), counts(7, 7), counts(0, 0)].map(coveredShare)).toEqual([
      6666, 9999, 10_000, 10_000,
    ]);
  });

  it("goes by all kinds together", () => {
    expect(COVERAGE_KINDS).toHaveLength(new Set(COVERAGE_KINDS).size);
    expect(coveredShare({ counts: [...counts(3, 3).counts, ...counts(1, 0).counts] })).toBe(7500);
  });
});

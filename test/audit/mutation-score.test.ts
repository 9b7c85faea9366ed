/** The cases that packs are shipped with tell them from their mutants. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/audit/case.js";
import { checkEquivalents, type Equivalent } from "../../src/audit/mutation/equivalent.js";
import { judge } from "../../src/audit/mutation/judge.js";
import { keyOf, type RuleMutant, replaced } from "../../src/audit/mutation/mutant.js";
import { mutantsOf } from "../../src/audit/mutation/mutants-of.js";
import type { MutationScore } from "../../src/audit/mutation/mutation-score.js";
import { mutationScoreInTurns, mutationScoreOf } from "../../src/audit/mutation/mutation-score-of.js";
import { readEquivalents } from "../../src/files/read-equivalents.js";
import type { Decision } from "../../src/kernel/answer.js";
import { decide } from "../../src/kernel/decide.js";
import { loadAward } from "../../src/pack/load.js";
import { placeIn } from "../../src/pack/place.js";
import { awardOf } from "../arbitraries/packs.js";
import { questionOf } from "../arbitraries/questions.js";
import { DECISION } from "../arbitraries/rules.js";
import { PACKS, shipped } from "./shipped.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const TIMEOUT = isLong ? 3_600_000 : 120_000;
const RUNS = isLong ? 5_000 : 150;

const listed = await readEquivalents(`${PACKS[0]}/cases`);
const equivalents: readonly Equivalent[] = listed.ok ? listed.equivalents : [];

const { award, cases } = await shipped(PACKS[0]);
const mutants = [...mutantsOf(award.files)];

function named(key: string): RuleMutant {
  const found = mutants.find((mutant) => keyOf(mutant) === key);
  if (found === undefined) throw new Error(`no mutant ${key}`);
  return found;
}

describe.each(PACKS)("the cases of %s", (folder) => {
  it("kill at least 95 in 100 of its mutants, and what survives is explained", { timeout: TIMEOUT }, async () => {
    const { award, cases } = await shipped(folder);
    const read = await readEquivalents(`${folder}/cases`);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const score = mutationScoreOf(award, cases, { every: isLong ? 1 : 9, equivalents: read.equivalents });
    expect(score.failing).toEqual([]);
    expect(score.stale).toEqual([]);
    expect(score.survivors.flatMap(({ mutants }) => mutants.map(keyOf))).toEqual([]);
    // A sample of some sixty is told by one or two.
    expect(killedShare(score)).toBeGreaterThanOrEqual(isLong ? 9_500 : 9_000);
    expect(score.counts.killed).toBeGreaterThan(isLong ? 300 : 30);
  });
});

/** Mutants listed as equivalent counted as survivors, as are those that no case can see. */
function killedShare({ counts }: MutationScore): number {
  return Math.floor((10_000 * counts.killed) / (counts.killed + counts.survived + counts.equivalent + counts.outside));
}

describe("a planted slip is seen", () => {
  it.each([
    ["five years become six", "parameter-raised parameters.json#/parameters/4/value"],
    ["five years become four", "parameter-lowered parameters.json#/parameters/4/value"],
    ["five years must be exceeded", "comparison-strictness eligibility.json#/3/conditions/all/0/operator"],
    ["a sixth award is in order", "parameter-raised parameters.json#/parameters/1/value"],
    ["fewer awards than the quota are out of order", "comparison-direction quota.json#/2/conditions/all/0/operator"],
    ["a social organisation is an enterprise", "member-added eligibility.json#/0/conditions/any/0/value/2"],
    ["one of six policies is enough", "connective-swapped eligibility.json#/5/conditions"],
    ["one of six policies is not asked for", "condition-dropped eligibility.json#/5/conditions/all/3"],
    ["the first day counts where it does not", "select-swapped facts.json#/derived/1/expression/days/cases/included"],
    [
      "the first award of these measures is of the earlier ones",
      "threshold-raised facts.json#/derived/12/expression/where/all/2/any/1/value",
    ],
    ["a period ends a day later", "window-later facts.json#/derived/18/expression/days"],
    ["it is enough that one accident is old", "fold-swapped facts.json#/derived/6/expression"],
    ["all expenditure is diverted", "where-dropped facts.json#/derived/15/expression/where"],
    ["a larger accident claws back", "consequence-added revocation.json#/1/event/params/consequences/claw-back"],
    ["a larger accident is not circulated", "consequence-removed revocation.json#/1/event/params/consequences/1"],
    ["an unlisted purpose is a breach", "outcome-swapped use-of-funds.json#/0/event/params/effect/breach"],
    ["a winner is given nothing", "effect-contrary funding.json#/0/event/params/effect"],
    ["a business is asked for social contribution", "applies-when-dropped eligibility.json#/17/event/params/appliesWhen"],
    ["fraud rests on article 24", "provision-swapped revocation.json#/0/event/params/provision"],
    ["a claw-back rests on article 24", "provision-swapped revocation.json#/0/event/params/consequences/2/provision"],
    ["a unit without licences is eligible", "rule-dropped eligibility.json#/6"],
    ["one purpose is no longer ordinary", "member-removed facts.json#/derived/2/expression/of/1/where/all/1/any/1/all/1/value/1"],
    ["who is no enterprise alone is", "comparison-contrary eligibility.json#/0/conditions/any/0/operator"],
  ])("%s", (_, key) => {
    const result = judge(named(key), award, cases);
    expect(result).toMatchObject({ status: "killed" });
    expect(cases.map((one) => one.case)).toContain(result.killedBy);
  });
});

describe("judge()", () => {
  const ORDERED = "member-added facts.json#/derived/2/expression/of/1/where/all/1/any/1/all/1/value/3";

  it("names the case without which the mutant survives", () => {
    const { killedBy } = judge(named(ORDERED), award, cases);
    expect(killedBy).toMatch(/^an order to stop/);
    const others = cases.filter((one) => one.case !== killedBy);
    expect(judge(named(ORDERED), award, others)).toMatchObject({ status: "survived" });
  });

  it.each([
    ["gives what is given without a hit", "outcome-swapped eligibility.json#/0/event/params/effect/eligible"],
    ["leaves a derived fact unread", "rule-dropped eligibility.json#/3"],
    ["leaves an interpretation unread", "condition-dropped quota.json#/1/event/params/appliesWhen/all/0"],
    ["takes away what a property claims", "consequence-removed revocation.json#/0/event/params/consequences/2"],
    ["promises a remedy that cannot come about", "where-dropped facts.json#/derived/6/expression/where"],
    ["names what its rule no longer reads", "condition-dropped facts.json#/derived/19/expression/where/all/1"],
  ])("puts a pack that %s to the cases", (_, key) => {
    expect(judge(named(key), award, cases)).toMatchObject({ status: "killed" });
  });

  it("says why a pack is none", () => {
    const place = placeIn("eligibility.json", 3, "conditions", "all", 0, "operator");
    const unfit = replaced(award.files, "comparison-contrary", { place, provision: null }, "before");
    expect(judge(unfit, award, cases)).toMatchObject({ status: "stillborn", refusedFor: "operator-unfit" });
  });

  it("never fails, whatever the pack", { timeout: TIMEOUT }, () => {
    const drawn = awardOf().chain((random) => questionOf(random, DECISION).map((question) => ({ random, question })));
    fc.assert(
      fc.property(drawn, fc.nat(), ({ random, question }, seed) => {
        const one: Case = { ...(question as Case), case: "a case", expect: { outcome: "undetermined" } };
        const all = [...mutantsOf(random.files)];
        const some = all.filter((_, index) => index % 7 === seed % 7);
        for (const mutant of some)
          expect(["survived", "killed", "stillborn", "outside"]).toContain(judge(mutant, random, [one]).status);
      }),
      { numRuns: isLong ? 1_000 : 30 },
    );
  });

  it("says of what no decision reads that it is outside", () => {
    const weights = mutants.filter(({ operator }) => operator === "weight-moved");
    for (const mutant of weights) expect(judge(mutant, award, cases)).toMatchObject({ status: "outside" });
    const noticeDays = named("parameter-raised parameters.json#/parameters/7/value");
    expect(judge(noticeDays, award, cases)).toMatchObject({ status: "outside", provision: "art_16__sent_2" });
  });

  it("without a case kills nothing", () => {
    expect(judge(named("parameter-raised parameters.json#/parameters/4/value"), award, [])).toMatchObject({ status: "survived" });
  });
});

describe("mutationScoreOf()", () => {
  const every = 60;

  it("tells how far it is, and is the same in turns", { timeout: TIMEOUT }, async () => {
    const steps: (readonly [number, number])[] = [];
    const score = mutationScoreOf(award, cases, { every, onProgress: (done, of) => void steps.push([done, of]) });
    const of = Math.ceil(mutants.length / every);
    expect(steps).toEqual(Array.from({ length: of }, (_, index) => [index + 1, of]));
    expect(score.mutants.map(keyOf)).toEqual(mutants.filter((_, index) => index % every === 0).map(keyOf));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    expect(await mutationScoreInTurns(award, cases, { every })).toEqual(score);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(JSON.parse(JSON.stringify(score))).toEqual(score);
  });

  it("leaves out a case that the pack itself does not meet", () => {
    const wrong: Case = { ...(cases[0] as Case), case: "a case that is wrong", expect: { outcome: "undetermined" } };
    const score = mutationScoreOf(award, [wrong], { every });
    expect(score.failing).toEqual(["a case that is wrong"]);
    expect([score.counts.killed, score.share]).toEqual([0, 0]);
    expect(score.survivors.flatMap(({ mutants }) => mutants)).toHaveLength(score.counts.survived);
  });

  it("tells which equivalents are none", () => {
    const reason = { zh: "相同", en: "the same" };
    const killed = keyOf(mutants[0] as RuleMutant);
    const unknown = "threshold-raised facts.json#/derived/999";
    const unsampled = keyOf(mutants[1] as RuleMutant);
    const lines = [killed, unknown, unsampled].map((mutant) => ({ mutant, reason }));
    expect(mutationScoreOf(award, cases, { every: mutants.length, equivalents: lines }).stale).toEqual([
      { mutant: killed, found: "killed" },
      { mutant: unknown, found: "unknown" },
    ]);
    const survivor = mutationScoreOf(award, [], { every: mutants.length, equivalents: [{ mutant: killed, reason }] });
    expect(survivor.mutants).toMatchObject([{ status: "equivalent", reason }]);
    expect(survivor.share).toBe(10_000);
  });
});

describe("what is listed as equivalent", () => {
  it("is three mutants", () => {
    expect(equivalents).toHaveLength(3);
  });

  it.each(equivalents.map(({ mutant }) => mutant))("%s is answered alike", { timeout: TIMEOUT }, (key) => {
    const other = loadAward(named(key).files);
    fc.assert(
      fc.property(stopsQuestion, (question) => {
        const [theirs, ours] = [decidedBy(other, question), decidedBy(award, question)];
        // Where a search was given up, how far it came depends on the expression and not on what it means.
        fc.pre(theirs !== null && ours !== null);
        expect(theirs).toEqual(ours);
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * All that a case can expect. The values shown are left aside, and so is `gives`: of a rule whose status is found by trying
 * every completion it is `null`, and the mutant may need more of them tried.
 * @returns `null` where a search was given up
 */
function decidedBy(by: typeof award, question: unknown): unknown {
  const answer = decide(by, question);
  if (!answer.ok) return answer.errors;
  const { outcome, rules, missing, remedies, interpretations, notices }: Decision = answer.decision;
  if (notices.some(({ code }) => GIVEN_UP.includes(code))) return null;
  return { outcome, rules: rules?.map(({ name, status }) => [name, status]), missing, remedies, interpretations };
}

const GIVEN_UP: readonly string[] = ["missing-not-minimal", "remedies-incomplete"];

const DAYS = [
  "2018-04-10",
  "2018-05-20",
  "2018-06-01",
  "2021-03-01",
  "2023-04-10",
  "2023-05-19",
  "2023-05-20",
  "2023-05-21",
  "2023-06-01",
];
const day = fc.constantFrom(...DAYS, null);
const stop = fc.record({
  stoppedOn: day,
  resumedOn: day,
  reason: fc.constantFrom("seasonal", "maintenance", "force-majeure", "ordered", "voluntary", null),
});
const stopsQuestion = fc
  .record({
    operationStops: fc.option(fc.array(stop, { maxLength: 3 }), { freq: 9 }),
    operatingSince: fc.constantFrom("2010-03-15", "2018-05-20", "2018-06-01", null),
    interpretations: fc.record(
      {
        continuity: fc.constantFrom("ordinary-stops", "any-stop-breaks", "only-own-choice-breaks"),
        lookbackAnchor: fc.constantFrom("application-day", "call-day", "decision-day"),
        firstDay: fc.constantFrom("excluded", "included"),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ interpretations, ...facts }) => {
    const { decision, asOf, facts: base } = cases.find((one) => one.decision === "eligibility") as Case;
    return { decision, asOf, facts: { ...base, ...facts }, interpretations };
  });

describe("checkEquivalents()", () => {
  it("takes a list of mutants with reasons in both languages", () => {
    expect(checkEquivalents(equivalents)).toEqual({ ok: true, equivalents });
  });

  it("tells everything that is wrong with it", () => {
    const told = (file: unknown) => {
      const checked = checkEquivalents(file);
      return checked.ok ? [] : checked.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(told({})).toEqual([" not-a-list"]);
    const lines = [
      1,
      { mutant: "", reason: { zh: "相同" } },
      { mutant: 3, reason: "same" },
      { reason: { zh: "相同", en: "same", fr: "pareil" } },
      { mutant: "x" },
    ];
    expect(told(lines).sort()).toEqual(
      [
        "/0 not-an-object",
        "/1/mutant not-a-text",
        "/1/reason missing-member",
        "/2/mutant not-a-text",
        "/2/reason not-an-object",
        "/3/reason/fr unknown-member",
        "/3 missing-member",
        "/4 missing-member",
      ].sort(),
    );
  });

  it("of a folder without the file there are none", async () => {
    expect(await readEquivalents("test/packs/minimal")).toEqual({ ok: true, equivalents: [] });
  });
});

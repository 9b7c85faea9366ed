/** What the measures promise, over random applicants and histories, decided by the shipped pack. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPackFolder } from "../../src/files/read-pack.js";
import type { Answer, Decision } from "../../src/kernel/answer.js";
import { decide } from "../../src/kernel/decide.js";
import { loadAward } from "../../src/pack/load.js";
import { factsOf, hiddenQuestionOf, questionOf, readingsOf } from "../arbitraries/questions.js";

const award = loadAward(await readPackFolder("rules/nm-chairman-2022"));
const example = JSON.parse(await readFile("rules/nm-chairman-2022/examples/eligibility.json", "utf8")) as {
  asOf: string;
  facts: object;
};
const DECISIONS = [...award.plans.keys()];
const RUNS = process.env["QAK_PROFILE"] === "long" ? 5_000 : 150;
const runs = { numRuns: RUNS };

function ask(question: object): Decision {
  const answer = decide(award, question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

const anyQuestion = fc
  .constantFrom(...DECISIONS)
  .chain((decision) => hiddenQuestionOf(award, decision, 20).map(({ partial }) => partial));
const inForce = anyQuestion.filter(({ asOf }) => asOf >= award.files.pack.inForce.from);

describe("the kernel", () => {
  test("answers the same question with the same bytes", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(JSON.stringify(decide(award, structuredClone(question)))).toBe(JSON.stringify(decide(award, question)));
      }),
      runs,
    );
  });

  test("does not mind the order of keys", () => {
    const shuffled = anyQuestion.chain((question) => {
      const entries = Object.entries(question.facts as object);
      return fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }).map(
        (facts) =>
          [
            question,
            {
              facts: Object.fromEntries(facts),
              asOf: question.asOf,
              decision: question.decision,
              interpretations: question.interpretations,
            },
          ] as const,
      );
    });
    fc.assert(
      fc.property(shuffled, ([question, other]) => {
        const first = decide(award, question);
        const second = decide(award, other);
        if (first.ok) expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        else expect(new Set((second as Answer & { ok: false }).errors)).toEqual(new Set(first.errors));
      }),
      runs,
    );
  });

  test("reports every unknown key and decides nothing, whatever the key is called", () => {
    const key = fc.oneof(
      fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "__defineGetter__"),
      fc.string().filter((name) => !award.names.byName.has(name)),
    );
    fc.assert(
      fc.property(inForce, fc.uniqueArray(key, { minLength: 1, maxLength: 4 }), fc.jsonValue(), (question, keys, value) => {
        const noise = keys.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",");
        const facts: unknown = JSON.parse(`{${noise}}`);
        const merged = Object.defineProperties(
          structuredClone(question.facts) as object,
          Object.getOwnPropertyDescriptors(facts as object),
        );
        const answer = decide(award, { ...question, facts: merged });
        expect(answer.ok).toBe(false);
        if (answer.ok) return;
        const unknown = answer.errors.filter(({ code }) => code === "unknown-fact").map(({ pointer }) => pointer);
        expect(new Set(unknown)).toEqual(
          new Set(keys.map((name) => `/facts/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)),
        );
      }),
      runs,
    );
  });

  test("decides nothing before the measures are in force, and says so after they are succeeded", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const answer = decide(award, question);
        if (question.asOf < "2022-12-12") {
          expect(answer).toMatchObject({ ok: false });
          expect((answer as Answer & { ok: false }).errors.map(({ code }) => code)).toContain("not-in-force");
        } else {
          const codes = (answer as Answer & { ok: true }).decision.notices.map(({ code }) => code);
          expect(codes.includes("superseded")).toBe(question.asOf >= "2025-07-03");
        }
      }),
      runs,
    );
  });

  test("decides the same in full and as a verdict", () => {
    fc.assert(
      fc.property(inForce, (question) => {
        expect(ask({ ...question, detail: "verdict" }).outcome).toBe(ask(question).outcome);
      }),
      runs,
    );
  });

  const CUT_SHORT = ["missing-not-minimal", "remedies-incomplete"];
  const isCutShort = ({ notices }: Decision) => notices.some(({ code }) => CUT_SHORT.includes(code));

  test("cuts nothing short where every fact is known", () => {
    const known = fc.constantFrom(...DECISIONS).chain((decision) => questionOf(award, decision));
    fc.assert(
      fc.property(known, (question) => {
        fc.pre(question.asOf >= award.files.pack.inForce.from);
        expect(isCutShort(ask(question))).toBe(false);
      }),
      runs,
    );
  });

  const rows = (count: number, row: (index: number) => object) => Array.from({ length: count }, (_, index) => row(index));
  const spent = (index: number) => (index % 2 === 0 ? { amountFen: index } : { purpose: "unlisted" });
  const lists = (count: number) =>
    Object.fromEntries(
      ["accidents", "breaches", "fraudRevocations", "operationStops"].map((name) => [name, rows(count, () => ({}))]),
    );

  // Each took minutes once: a bound on the work that is not counted everywhere is none. The time limit of the test is the bound here.
  test.each([
    ["200 rows, half of them without a purpose, half without a sum", "use-of-funds", { expenditures: rows(200, spent) }],
    ["ten rows in each list of which nothing is known", "eligibility", lists(10)],
    ["200 rows in each list of which nothing is known", "eligibility", lists(200)],
  ])("answers %s, and says that it was cut short", (_, decision, facts) => {
    const answered = ask({ decision, asOf: "2024-06-01", facts });
    expect(answered.outcome).toBe("undetermined");
    expect(isCutShort(answered)).toBe(true);
  });

  test("sends nobody to and fro between two uses that are both forbidden", () => {
    const facts = { wonAward: true, awardRevoked: false, useOf: "title", useIn: "product-publicity", awardYearStated: true };
    const answered = ask({ decision: "title-use", asOf: "2024-06-01", facts: { ...facts, plaqueOrCertificateForged: false } });
    expect(answered.notices).toEqual([]);
    expect(answered.remedies?.possible.map(({ changes }) => changes.map(({ to }) => to))).toEqual([["corporate-image"]]);
  });

  test("says truly whether another reading would change the outcome", () => {
    fc.assert(
      fc.property(inForce, (question) => {
        const { interpretations = [], notices } = ask(question);
        if (notices.some(({ code }) => code === "missing-not-minimal")) return;
        for (const { name, readings, wouldChange } of interpretations) {
          const outcomes = readings.map((reading) => {
            const other = { ...question, interpretations: { ...(question.interpretations as object), [name]: reading.name } };
            return [reading.outcome, ask({ ...other, detail: "verdict" }).outcome] as const;
          });
          for (const [said, got] of outcomes) expect(said).toBe(got);
          expect(wouldChange).toBe(new Set(outcomes.map(([, got]) => got)).size > 1);
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test("does not take a decided outcome back when the hidden facts are told", () => {
    const hidden = fc.constantFrom(...DECISIONS).chain((decision) => hiddenQuestionOf(award, decision, 30));
    fc.assert(
      fc.property(hidden, ({ complete, partial }) => {
        if (partial.asOf < award.files.pack.inForce.from) return;
        const before = ask({ ...partial, detail: "verdict" }).outcome;
        if (before !== "undetermined") expect(ask({ ...complete, detail: "verdict" }).outcome).toBe(before);
      }),
      runs,
    );
  });

  test("shares nothing between answers that a caller could spoil", () => {
    const first = ask({ decision: "eligibility", ...example });
    const before = JSON.stringify(first);
    try {
      (first.rules as unknown as { name: string }[]).length = 0;
      (first.ruleset as { digest: string }).digest = "spoilt";
    } catch {
      // Frozen: all the better.
    }
    expect(JSON.stringify(ask({ decision: "eligibility", ...example }))).toBe(before);
  });
});

describe("article 10", () => {
  const applicant = factsOf(award, { asOf: "2024-02-29" });
  const order = ["eligible", "undetermined", "ineligible"];
  const outcomeOf = (facts: object, interpretations: object) =>
    ask({ decision: "eligibility", asOf: "2024-02-29", facts, interpretations, detail: "verdict" }).outcome;
  const [accidents, breaches] = ["accidents", "breaches"].map((name) =>
    factsOf(award, { asOf: "2024-02-29", only: new Set([name]), unknown: 20 }).map(
      (facts) => (facts[name] ?? []) as readonly unknown[],
    ),
  ) as [fc.Arbitrary<readonly unknown[]>, fc.Arbitrary<readonly unknown[]>];

  test("an accident or a breach more never helps an applicant", () => {
    fc.assert(
      fc.property(applicant, readingsOf(award), accidents, breaches, (facts, readings, moreAccidents, moreBreaches) => {
        const before = outcomeOf(facts, readings);
        const after = outcomeOf(
          {
            ...facts,
            accidents: [...((facts["accidents"] ?? []) as unknown[]), ...moreAccidents].slice(0, 200),
            breaches: [...((facts["breaches"] ?? []) as unknown[]), ...moreBreaches].slice(0, 200),
          },
          readings,
        );
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
      runs,
    );
  });
});

describe("articles 23 and 24", () => {
  test("the ground of article 24 never claws back and never bans, and fraud always does both", () => {
    fc.assert(
      fc.property(questionOf(award, "revocation"), (question) => {
        if (question.asOf < award.files.pack.inForce.from) return;
        const { consequences = [], rules = [] } = ask(question);
        const fraud = rules.find(({ name }) => name === "fraud")?.gives !== null;
        const due = consequences.filter(({ status }) => status === "due");
        const names = due.map(({ name }) => name);
        expect(names.includes("claw-back")).toBe(fraud);
        expect(names.includes("refuse-applications")).toBe(fraud);
        for (const { provision, name } of due) {
          if (provision.startsWith("art_24")) expect(["revoke-award", "circulate"]).toContain(name);
          else expect(provision.startsWith("art_23")).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe("articles 3, 4 and 18", () => {
  const unit = fc.integer({ min: 0, max: 7 });
  const edition = fc.record({
    winners: fc.uniqueArray(unit, { maxLength: 7 }),
    revoked: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 2 }),
  });

  test("over any history no unit is granted twice and no edition grants more than its quota", () => {
    let repeats = 0;
    fc.assert(
      fc.property(fc.array(edition, { minLength: 1, maxLength: 6 }), (editions) => {
        const grants = new Map<number, number>();
        const awards = new Map<number, { awardedOn: string; revoked: boolean }[]>();
        editions.forEach(({ winners, revoked }, index) => {
          const awardedOn = `${2023 + 2 * index}-12-20`;
          const order = ask({
            decision: "quota",
            asOf: awardedOn,
            facts: {
              proposedAwards: winners.length,
              qualifiedApplicants: 8,
              previousEdition: index > 0,
              previousEditionOn: `${2021 + 2 * index}-12-20`,
              editionOn: awardedOn,
              feeChargedFen: 0,
            },
          });
          expect(order.outcome).toBe(winners.length <= 5 ? "in-order" : "out-of-order");
          if (order.outcome !== "in-order") return;
          let granted = 0;
          for (const winner of winners) {
            const prior = awards.get(winner) ?? [];
            const funding = ask({
              decision: "funding",
              asOf: awardedOn,
              facts: { wonAward: true, awardRevoked: false, awardedOn, priorAwards: prior },
            });
            if (prior.length > 0) repeats += 1;
            if (funding.outcome === "grant") {
              granted += 100_000_000;
              grants.set(winner, (grants.get(winner) ?? 0) + 1);
              expect(funding.outputs).toMatchObject([
                { name: "grantFen", value: 100_000_000, unit: "fen" },
                { name: "budgetYear", value: 2024 + 2 * index },
              ]);
            }
            awards.set(winner, [...prior, { awardedOn, revoked: revoked.includes(winner) }]);
          }
          expect(granted).toBeLessThanOrEqual(5 * 100_000_000);
        });
        for (const count of grants.values()) expect(count).toBe(1);
      }),
      runs,
    );
    expect(repeats).toBeGreaterThan(0);
  });
});

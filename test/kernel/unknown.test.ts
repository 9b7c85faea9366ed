/** Unknown facts, checked against every completion of them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/kernel/answer.js";
import { type Award, compileAward } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import type { Condition, Conditions, DerivedFact, Expression, Fact, Rule } from "../../src/kernel/model.js";
import {
  assign,
  completions,
  domainOf,
  type FiniteFacts,
  finiteFacts,
  finitePack,
  packOf,
  QUOTE,
  unknowns,
} from "./finite-pack.js";

const RUNS = process.env["QAK_PROFILE"] === "long" ? 20_000 : 600;
const ASOF = "2020-01-01";

function ask(award: Award, facts: FiniteFacts, detail: "full" | "verdict" = "full"): Decision {
  const answer = decide(award, { decision: "question", asOf: ASOF, facts, detail });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.decision;
}

const outcomeOf = (award: Award, facts: FiniteFacts) => ask(award, facts, "verdict").outcome;

const holed = fc.tuple(finitePack, finiteFacts(3)).map(([pack, facts]) => ({
  award: compileAward(pack, "sha256:0"),
  facts,
  [fc.toStringMethod]: () =>
    JSON.stringify({
      rules: pack.rules,
      derived: pack.facts.derived.map(({ name, expression }) => ({ [name]: expression })),
      facts,
    }),
}));

/** Found by the properties below once, and kept by name. */
describe("examples", () => {
  const derived = (name: string, type: "boolean" | "integer", expression: Expression): DerivedFact => ({
    name,
    label: { zh: name, en: name },
    type,
    ...(type === "integer" ? { unit: "piece" } : {}),
    provision: "art_1__sent_1",
    expression,
  });
  const worst = (index: number, condition: Condition): Rule => ({
    name: `rule-${index}`,
    conditions: { all: [condition] },
    event: {
      type: "satisfied",
      params: {
        provision: "art_1__sent_1",
        quote: QUOTE,
        says: { zh: "甲", en: "a" },
        effect: { violated: "worst" },
        remedy: "act",
      },
    },
  });
  const missing = (derivedFacts: readonly DerivedFact[], rules: readonly Rule[], facts: FiniteFacts) =>
    ask(compileAward(packOf("any", derivedFacts, rules), "sha256:0"), facts).missing?.map(({ name }) => name);
  const flagA = (value: boolean): Condition => ({ fact: "flagA", operator: "equal", value });
  const notGood: Condition = { field: "good", operator: "equal", value: false };

  test("a fact is missing that matters only where a list has two rows of a kind and another fact is given", () => {
    const counted = derived("counted", "integer", { op: "count", list: "rows", where: { all: [notGood] } });
    const everyRow = derived("everyRow", "boolean", { op: "every", list: "rows", where: { all: [flagA(false)] } });
    const rules = [
      worst(0, { fact: "colour", operator: "notIn", value: ["blue"] }),
      worst(1, { fact: "counted", operator: "greaterThanInclusive", value: { fact: "two" } }),
      worst(2, { fact: "everyRow", operator: "equal", value: true }),
      worst(3, { fact: "colour", operator: "in", value: ["green", "blue"] }),
    ];
    expect(missing([counted, everyRow], rules, {})).toEqual(["flagA", "colour", "rows"]);
  });

  test("a fact is not missing that a row asks for beside what settles the row either way", () => {
    const where: Conditions = { all: [{ any: [flagA(true), notGood] }, notGood] };
    const someRows = derived("someRows", "boolean", { op: "some", list: "rows", where });
    const rules = [worst(0, { fact: "someRows", operator: "equal", value: false })];
    expect(missing([someRows], rules, { rows: [{ good: null, size: 1 }] })).toEqual(["rows.good"]);
  });

  test("a fact is not missing that a row would ask for only under conditions that exclude each other", () => {
    const size = (operator: "greaterThan" | "equal"): Condition => ({ field: "size", operator, value: { fact: "one" } });
    const where: Conditions = { any: [{ all: [size("greaterThan"), size("equal"), flagA(false)] }, notGood] };
    const counted = derived("counted", "integer", { op: "count", list: "rows", where });
    const rules = [worst(0, { fact: "counted", operator: "lessThan", value: { fact: "two" } })];
    expect(missing([counted], rules, {})).toEqual(["rows"]);
  });

  test("nothing is said to be cut short of a list of 160000 rows that are all known", () => {
    const someRows = derived("someRows", "boolean", { op: "some", list: "rows", where: { all: [notGood] } });
    const pack = packOf("any", [someRows], [worst(0, { fact: "someRows", operator: "equal", value: false })]);
    const facts = pack.facts.facts.map((fact) => (fact.type === "list" ? { ...fact, maxItems: 160_000 } : fact));
    const award = compileAward({ ...pack, facts: { ...pack.facts, facts } }, "sha256:0");
    const rows = Array.from({ length: 160_000 }, () => ({ good: true, size: 1 }));
    expect(ask(award, { rows })).toMatchObject({ outcome: "best", notices: [] });
  });

  describe("a threshold that is worked out is met, far as it lies from every number and day the rules name", () => {
    const wide = (derivedFacts: readonly DerivedFact[], condition: Condition) => {
      const pack = packOf("any", derivedFacts, [worst(0, { not: condition })]);
      const [flag, ...others] = pack.facts.facts as readonly [Fact, ...Fact[]];
      const { name: _, type: __, ...words } = flag as Extract<Fact, { type: "boolean" }>;
      const facts: readonly Fact[] = [
        flag,
        ...others.map((fact) => (fact.type === "integer" ? { ...fact, max: 1_000 } : fact)),
        { ...words, name: "day", type: "date", past: false },
      ];
      return compileAward({ ...pack, facts: { ...pack.facts, facts } }, "sha256:0");
    };
    const number = (operator: string, fact: string) => ({ fact: "number", operator, value: { fact } }) as Condition;
    const day = (operator: string, fact: string) => ({ fact: "day", operator, value: { fact } }) as Condition;
    const less = (name: string, by: number) =>
      derived(name, "integer", { op: "sum", of: [{ op: "difference", of: 700, less: by }] });
    const daysOn = (name: string, days: number): DerivedFact => {
      const { unit: _, ...dated } = derived(name, "integer", { op: "addDays", date: { fact: "asOf" }, days });
      return { ...dated, type: "date" };
    };

    test.each([
      ["a number that equals it", [less("from", 250)], number("equal", "from"), "number"],
      [
        "numbers between two",
        [less("from", 250), less("to", 248)],
        { all: [number("greaterThan", "from"), number("lessThan", "to")] },
        "number",
      ],
      ["days between two", [daysOn("from", 400), daysOn("to", 402)], { all: [day("after", "from"), day("before", "to")] }, "day"],
    ] as const)("%s", (_, derivedFacts, condition, name) => {
      const decision = ask(wide(derivedFacts, condition), {});
      expect([decision.outcome, decision.missing?.map((one) => one.name)]).toEqual(["undetermined", [name]]);
    });
  });
});

describe("unknown facts", () => {
  test("the outcome is undetermined exactly where completions lead to different outcomes", () => {
    fc.assert(
      fc.property(holed, ({ award, facts }) => {
        const outcomes = new Set(completions(facts).map((complete) => outcomeOf(award, complete)));
        const expected = outcomes.size === 1 ? [...outcomes][0] : "undetermined";
        expect(outcomeOf(award, facts)).toBe(expected);
        expect(ask(award, facts).outcome).toBe(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test("missing lists exactly the facts of which a change alone can change the outcome", () => {
    let cut = 0;
    fc.assert(
      fc.property(holed, ({ award, facts }) => {
        const names = unknowns(facts);
        const deciding = names.filter((name) =>
          completions(
            facts,
            names.filter((other) => other !== name),
          ).some((rest) => new Set(domainOf(name).map((value) => outcomeOf(award, assign(rest, name, value)))).size > 1),
        );
        const decision = ask(award, facts);
        const listed = decision.missing
          ?.filter(({ changes }) => changes === "outcome")
          .map(({ pointer }) => pointer.replace("/facts/", ""));
        if (decision.notices.some(({ code }) => code === "missing-not-minimal")) {
          cut += 1;
          expect(listed).toEqual(expect.arrayContaining(deciding));
        } else expect(new Set(listed)).toEqual(new Set(deciding));
      }),
      { numRuns: RUNS },
    );
    expect(cut).toBeLessThan(RUNS / 20);
  });

  test("a rule is undetermined exactly where completions give it different statuses", () => {
    fc.assert(
      fc.property(holed, ({ award, facts }) => {
        const complete = completions(facts).map((world) => ask(award, world).rules ?? []);
        ask(award, facts).rules?.forEach(({ status }, index) => {
          const statuses = new Set(complete.map((rules) => rules[index]?.status));
          expect(status).toBe(statuses.size === 1 ? [...statuses][0] : "undetermined");
        });
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test("a consequence is due exactly where every completion makes it due", () => {
    fc.assert(
      fc.property(holed, ({ award, facts }) => {
        const due = (decision: Decision) =>
          new Set(decision.consequences?.filter(({ status }) => status === "due").map(({ name }) => name));
        const worlds = completions(facts).map((world) => due(ask(award, world)));
        for (const name of due(ask(award, facts))) expect(worlds.every((world) => world.has(name))).toBe(true);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test("filling in one unknown fact never turns a decided outcome", () => {
    fc.assert(
      fc.property(holed, ({ award, facts }) => {
        const outcome = outcomeOf(award, facts);
        if (outcome === "undetermined") return;
        for (const name of unknowns(facts)) {
          for (const value of domainOf(name)) expect(outcomeOf(award, assign(facts, name, value))).toBe(outcome);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

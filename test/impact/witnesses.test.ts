/** A witness for each pair of outcomes in which two packs part, and nothing called impossible that happens. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { DecisionDifference } from "../../src/impact/decision-difference.js";
import { unitImpact } from "../../src/impact/population.js";
import type { Side } from "../../src/impact/side.js";
import { differencesBetween } from "../../src/impact/witnesses.js";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import { loadAward } from "../../src/pack/load.js";
import { hiddenQuestionOf } from "../arbitraries/questions.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const numRuns = isLong ? 1_000 : 100;

let award: Award;
let invented: Award;
beforeAll(async () => {
  award = await loadPackFolder("rules/nm-chairman-2022");
  invented = await loadPackFolder("test/packs/good/invented-craft-2030");
});

const sideOf = (of: Award, readings: Side["readings"] = {}): Side => ({ award: of, readings });

function withParameter(name: string, value: number): Award {
  const { parameters } = award.files.parameters;
  const changed = parameters.map((parameter) => (parameter.name === name ? { ...parameter, value } : parameter));
  return loadAward({ ...award.files, parameters: { parameters: changed } });
}

/** Each witness as both kernels decide it, asked here once more. */
function expectWitnesses(first: Side, second: Side, { decision, pairs }: DecisionDifference): void {
  for (const { first: from, second: to, witness } of pairs) {
    if (witness === null) throw new Error(`${decision}: ${from} → ${to} has no witness`);
    const outcomes = [first, second].map(({ award: of, readings }) => {
      const known = (given: object) => Object.fromEntries(Object.entries(given).filter(([name]) => of.names.byName.has(name)));
      const interpretations = { ...known(witness.interpretations), ...readings };
      const answer = decide(of, { decision, asOf: witness.asOf, facts: known(witness.facts), interpretations });
      return answer.ok ? answer.decision.outcome : answer.errors;
    });
    expect(outcomes).toEqual([from, to]);
    const { questions } = witness;
    const asked = [
      decide(first.award, { decision, ...questions.first }),
      decide(second.award, { decision, ...questions.second }),
    ];
    expect(asked.map((answer) => (answer.ok ? answer.decision.outcome : answer.errors))).toEqual([from, to]);
  }
}

const told = ({ decision, status, pairs }: DecisionDifference) => [
  decision,
  status,
  ...pairs.map(({ first, second }) => `${first} → ${second}`),
];

describe("two packs", () => {
  test("that are one are the same on every input", async () => {
    const found = await differencesBetween(sideOf(award), sideOf(award), [...award.plans.keys()]);
    expect(found.map(told)).toEqual([...award.plans.keys()].map((decision) => [decision, "same"]));
  });

  test("of which one asks for a year more part in one way alone", async () => {
    const [first, second] = [sideOf(award), sideOf(withParameter("minOperatingYears", 6))];
    const [found] = await differencesBetween(first, second, ["eligibility"]);
    expect(told(found as DecisionDifference)).toEqual(["eligibility", "different", "eligible → ineligible"]);
    expectWitnesses(first, second, found as DecisionDifference);
    const witness = found?.pairs[0]?.witness;
    expect(witness?.by.map(({ rule }) => rule)).toEqual(["operating-years"]);
  });

  test("of which one grants more part in the amount alone", async () => {
    const [first, second] = [sideOf(award), sideOf(withParameter("grantFen", 200_000_000))];
    const [found] = await differencesBetween(first, second, ["funding"]);
    expect(told(found as DecisionDifference)).toEqual(["funding", "different", "grant → grant"]);
    const { outputs } = found?.pairs[0]?.witness?.second ?? { outputs: {} };
    expect(Object.values(outputs)).toContain(200_000_000);
  });

  if (isLong)
    test("that are two awards part wherever what only one asks decides", async () => {
      const [first, second] = [sideOf(award), sideOf(invented)];
      const [found] = await differencesBetween(first, second, ["eligibility"]);
      expect(told(found as DecisionDifference)).toEqual([
        "eligibility",
        "different",
        "ineligible → eligible",
        "eligible → ineligible",
      ]);
      expectWitnesses(first, second, found as DecisionDifference);
      expect(found?.unshared.second).toContain("livesInQinglan");
      expect(found?.unshared.first).not.toContain("appliedOn");
    });
});

describe("a pack under another reading", () => {
  const others = () =>
    award.files.interpretations.interpretations.flatMap(({ name, readings, default: taken }) =>
      readings.filter((one) => one.name !== taken).map((one) => [name, one.name] as const),
    );

  test("parts from itself in every way in which a random input does", async () => {
    const some = others().filter((_, at) => isLong || at % 7 === 3);
    for (const [name, reading] of some) {
      const decisions = [...award.plans].filter(([, plan]) => plan.interpretations.some((one) => one.name.name === name));
      const second = sideOf(award, { [name]: reading });
      const found = await differencesBetween(
        sideOf(award),
        second,
        decisions.map(([decision]) => decision),
      );
      for (const difference of found) {
        const { decision, pairs } = difference;
        const possible = new Set(pairs.map((pair) => `${pair.first} → ${pair.second}`));
        const question = hiddenQuestionOf(award, decision, 0);
        fc.assert(
          fc.property(question, ({ partial: { decision: _, ...asked } }) => {
            const first = sideOf(award, { [name]: award.defaults.get(name) as string });
            const impact = unitImpact(first, second, decision, asked);
            if (impact.kind === "changed") expect(possible).toContain(`${impact.first.outcome} → ${impact.second.outcome}`);
          }),
          { numRuns },
        );
        expectWitnesses(sideOf(award, { [name]: award.defaults.get(name) as string }), second, difference);
      }
    }
    expect(some.length).toBeGreaterThan(1);
  });
});

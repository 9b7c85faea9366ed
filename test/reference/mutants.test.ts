/** The comparison of the two evaluators would notice: whatever is changed for one of them alone, some question shows it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { decideByReference } from "../../src/reference/decide.js";
import { questionOf } from "../arbitraries/questions.js";
import { award2022 } from "./awards.js";
import { decideCompiledParts } from "./compiled.js";
import { type Mutant, mutantsOf } from "./mutants.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const QUESTIONS = isLong ? 8_000 : 300;
const SEED = 2022;
const TIMEOUT = isLong ? 3_600_000 : 60_000;

type Evaluator = (award: Award, question: Question) => Promise<string>;
const byReference: Evaluator = async (award, question) => JSON.stringify(await decideByReference(award, question));
const byKernel: Evaluator = async (award, question) =>
  JSON.stringify({ ok: true, decision: decideCompiledParts(award, question) });

const award = await award2022();
const mutants = mutantsOf(award);
const questions = new Map(
  [...award.plans.keys()].map((name) => [name, fc.sample(questionOf(award, name), { numRuns: QUESTIONS, seed: SEED })]),
);

/** Those of `tried` that no question tells from the award as it is, one evaluator deciding by each. */
async function missedOf(tried: readonly Mutant[], right: Evaluator, wrong: Evaluator): Promise<readonly string[]> {
  const known = new Map<Question, string>();
  const missed: string[] = [];
  for (const mutant of tried) if (!(await isFound(mutant))) missed.push(mutant.name);
  return missed;

  async function isFound({ award: mutated, decisions }: Mutant): Promise<boolean> {
    for (const question of decisions.flatMap((decision) => questions.get(decision) ?? [])) {
      const expected = known.get(question) ?? (await right(award, question));
      known.set(question, expected);
      if ((await wrong(mutated, question)) !== expected) return true;
    }
    return false;
  }
}

describe("a change in one evaluator", () => {
  test("is made in every comparison, group and operation of the pack", () => {
    expect(mutants.length).toBeGreaterThan(150);
    expect(mutants.filter(({ decisions }) => decisions.length === 0)).toEqual([]);
  });

  // Some bounds are hit by one question in hundreds, so that only the long profile can ask for all of them.
  test("is found in the kernel", { timeout: TIMEOUT }, async () => {
    const missed = await missedOf(mutants, byReference, byKernel);
    if (isLong) expect(missed).toEqual([]);
    else expect(missed.length, missed.join("\n")).toBeLessThan(mutants.length / 20);
  });

  test("is found in the reference evaluator", { timeout: TIMEOUT }, async () => {
    const inRules = mutants.filter(({ name }, index) => name.startsWith("rules/") && index % 5 === 0);
    expect(await missedOf(inRules, byKernel, byReference)).toEqual([]);
  });
});

/** The compiled kernel and json-rules-engine decide alike, down to each rule and each value it used. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import { decideByReference } from "../../src/reference/decide.js";
import { awardOf } from "../arbitraries/packs.js";
import { hiddenQuestionOf, questionOf } from "../arbitraries/questions.js";
import { DECISION } from "../arbitraries/rules.js";
import { award2022 } from "./awards.js";
import { decideCompiled, decideCompiledParts } from "./compiled.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const RUNS = isLong ? 10_000 : 160;
const PACKS = isLong ? 12_000 : 260;
const QUESTIONS_A_PACK = 4;
const TIMEOUT = isLong ? 3_600_000 : 60_000;

const award = await award2022();

async function expectParity(of: Award, question: Question): Promise<void> {
  expect(await decideByReference(of, question)).toEqual({ ok: true, decision: decideCompiledParts(of, question) });
}

describe("complete facts", () => {
  test.each([...award.plans.keys()])("both decide %s alike", { timeout: TIMEOUT }, (decision) =>
    fc.assert(
      fc.asyncProperty(questionOf(award, decision), (question) => expectParity(award, question)),
      { numRuns: RUNS },
    ),
  );

  test("both decide by random packs alike", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.asyncProperty(questionsToRandomPacks(questionOf), async ([pack, questions]) => {
        for (const question of questions) await expectParity(pack, question);
      }),
      { numRuns: PACKS },
    ),
  );

  test("the compiled kernel gives the same by its one way in as from its parts", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.property(questionsToRandomPacks(questionOf), ([pack, questions]) => {
        for (const question of questions) expect(decideCompiled(pack, question)).toEqual(decideCompiledParts(pack, question));
      }),
      { numRuns: isLong ? 2_000 : 60 },
    ),
  );
});

describe("partial facts", () => {
  const hidden = (of: Award, decision: string) => hiddenQuestionOf(of, decision, 15);

  test.each([...award.plans.keys()])("what the kernel settles of %s the reference confirms", { timeout: TIMEOUT }, (decision) =>
    fc.assert(
      fc.asyncProperty(hidden(award, decision), ({ partial, complete }) => expectConfirmed(award, partial, complete)),
      { numRuns: Math.ceil(RUNS / 4) },
    ),
  );

  test("what the kernel settles by random packs the reference confirms", { timeout: TIMEOUT }, () =>
    fc.assert(
      fc.asyncProperty(questionsToRandomPacks(hidden), async ([pack, questions]) => {
        for (const { partial, complete } of questions) await expectConfirmed(pack, partial, complete);
      }),
      { numRuns: Math.ceil(PACKS / 4) },
    ),
  );

  /** A decision on some facts holds of all of them, and the reference that needs no more than these agrees. */
  async function expectConfirmed(of: Award, partial: Question, complete: Question): Promise<void> {
    const settled = decide(of, { ...partial, detail: "verdict" });
    const [byAll, bySome] = [await decideByReference(of, complete), await decideByReference(of, partial)];
    if (!settled.ok || !byAll.ok) throw new Error(JSON.stringify([settled, byAll]));
    const { outcome } = settled.decision;
    expect(["undetermined", byAll.decision.outcome]).toContain(outcome);
    if (!bySome.ok) {
      for (const { pointer } of bySome.errors) expect(valueAt(partial, pointer), pointer).toBeNull();
      return;
    }
    expect(bySome.decision.outcome).toBe(outcome);
    expect(bySome.decision.rules?.map(({ status }) => status)).toEqual(byAll.decision.rules?.map(({ status }) => status));
    const decided = decide(of, partial);
    expect(decided.ok && decided.decision.missing).toEqual([]);
  }
});

function questionsToRandomPacks<T>(questions: (of: Award, decision: string) => fc.Arbitrary<T>): fc.Arbitrary<[Award, T[]]> {
  const size = { minLength: QUESTIONS_A_PACK, maxLength: QUESTIONS_A_PACK };
  return awardOf().chain((pack) => fc.tuple(fc.constant(pack), fc.array(questions(pack, DECISION), size)));
}

/** What stands at a JSON Pointer; `null` where nothing does. */
function valueAt(question: Question, pointer: string): unknown {
  let at: unknown = question;
  for (const step of pointer.split("/").slice(1)) at = (at as Readonly<Record<string, unknown>>)[step] ?? null;
  return at;
}

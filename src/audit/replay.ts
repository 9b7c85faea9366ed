/** Kept decisions decided again, and held against what was answered then. */
import type { Answer, Decision, JsonValue } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { digestOf } from "../pack/digest.js";
import { type AnswerDifferences, answerDifferences, isSameJson } from "./answer-differences.js";
import type { KeptDecision } from "./kept-decision.js";
import { readKept } from "./read-kept.js";
import { type OtherGround, type Told, told, type Undecidable } from "./replay-problem.js";

export interface OtherOutcome {
  /** Unchecked; `null` where there was none. */
  readonly kept: JsonValue;
  readonly now: string;
}

/** What became of a kept decision. What it rests on may have changed, `grounds`, and the answer be the same. */
export type Replay =
  | { readonly same: true; readonly grounds: readonly Told<OtherGround>[] }
  | ({
      readonly same: false;
      /** Both outcomes, where it is another; `null` where the answer says the same in other words or by other facts. */
      readonly otherOutcome: OtherOutcome | null;
      readonly grounds: readonly Told<OtherGround>[];
    } & AnswerDifferences)
  | { readonly problem: Told<Undecidable>; readonly grounds: readonly Told<OtherGround>[] };

/**
 * @param awards by id
 * @param line a kept decision, unknown JSON
 * @throws never, for awards made by `loadAward`
 */
export async function replay(awards: ReadonlyMap<string, Award>, line: unknown): Promise<Replay> {
  const read = readKept(line);
  if (!read.ok) return { problem: told({ code: "bad-line", errors: read.errors }), grounds: [] };
  const { kept } = read;
  const award = awards.get(kept.award);
  if (award === undefined) {
    return {
      problem: told({ code: "missing-award", award: kept.award, known: [...awards.keys()] }),
      grounds: questionGround(kept),
    };
  }
  const grounds = [...questionGround(kept), ...rulesGrounds(kept, award)];
  if (kept.redecidable === false) return { problem: told({ code: "confidential" }), grounds };
  const answer = await decideAnew(award, kept.question);
  if (!answer.ok) return { problem: told({ code: "refused", errors: answer.errors }), grounds };
  const now = onGroundsOf(kept, { ...answer.decision });
  if (isSameJson(kept.answer, now)) return { same: true, grounds };
  const otherOutcome = otherOutcomeOf(kept, answer.decision);
  return { same: false, otherOutcome, ...answerDifferences("/answer", kept.answer, now), grounds };
}

function otherOutcomeOf({ answer }: KeptDecision, { outcome }: Decision): OtherOutcome | null {
  return answer["outcome"] === outcome ? null : { kept: (answer["outcome"] ?? null) as JsonValue, now: outcome };
}

/** The reference engine is loaded when it is asked for: few questions ask for it. */
async function decideAnew(award: Award, { engine, ...question }: KeptDecision["question"]): Promise<Answer> {
  if (engine !== "reference") return decide(award, question);
  const { decideByReference } = await import("../reference/decide.js");
  return decideByReference(award, question);
}

function questionGround({ question, questionDigest }: KeptDecision): readonly Told<OtherGround>[] {
  const now = digestOf(question);
  return now === questionDigest ? [] : [told({ code: "other-question", kept: questionDigest, now })];
}

function rulesGrounds({ ruleset, kernel }: KeptDecision, { digest }: Award): readonly Told<OtherGround>[] {
  return [
    ...(ruleset.digest === digest ? [] : [told({ code: "other-digest", kept: ruleset.digest, now: digest } as const)]),
    ...(kernel.version === KERNEL_VERSION
      ? []
      : [told({ code: "other-kernel", kept: kernel.version, now: KERNEL_VERSION } as const)]),
  ];
}

/** An answer names the pack and the kernel too: where it agrees with its line, that they differ is told once, among the grounds. */
function onGroundsOf(
  { ruleset, kernel, answer }: KeptDecision,
  now: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    ...now,
    ...(isSameJson(answer["ruleset"], ruleset) ? { ruleset } : {}),
    ...(isSameJson(answer["kernel"], kernel) ? { kernel } : {}),
  };
}

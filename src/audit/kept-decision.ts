/** A decision that was given, as it is kept: all that is needed to decide it again, and what was answered. */
import type { Decision } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Conceal } from "../kernel/confidential/conceal.js";
import { concealQuestion, declaresConfidential } from "../kernel/confidential/conceal-question.js";
import { digestOf } from "../pack/digest.js";

/** One line of a file of kept decisions. */
export interface KeptDecision {
  /** As it was asked, the name of the decision with it; with digests in place of what it declares confidential. */
  readonly question: Readonly<Record<string, unknown>>;
  /** `sha256:…` over the canonical JSON (RFC 8785) of the question: a fact may change and the answer not. */
  readonly questionDigest: string;
  /** Id of the award. */
  readonly award: string;
  readonly ruleset: Decision["ruleset"];
  readonly kernel: Decision["kernel"];
  readonly answer: Readonly<Record<string, unknown>>;
  /** Stands where the question declares something confidential, and only there: without the values nothing can be decided. */
  readonly redecidable?: false;
}

/**
 * @param body the question as it was asked, found sound: `{ id?, asOf, facts, interpretations?, confidential?, engine?, detail? }`
 * @param conceal by which the answer was concealed; there is one where the body declares something confidential
 */
export function keptDecision(
  award: Award,
  body: Readonly<Record<string, unknown>>,
  answer: Decision,
  conceal?: Conceal,
): KeptDecision {
  const asked = { decision: answer.decision, ...body };
  const isSecret = declaresConfidential(asked) && conceal !== undefined;
  const question = isSecret ? concealQuestion(asked, conceal) : asked;
  return {
    question,
    questionDigest: digestOf(question),
    award: award.id,
    ruleset: answer.ruleset,
    kernel: answer.kernel,
    answer: { ...answer },
    ...(isSecret ? { redecidable: false } : {}),
  };
}

/** Cases that the kernel has decided, as a file of cases that may be run against the pack. */
import type { Decision, Question } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import type { CaseFile } from "./result.js";

/** A question and what the kernel says to it. */
export interface DecidedCase {
  readonly question: Question;
  readonly decision: Decision;
}

/** @returns `null` where the kernel refuses the question */
export function decidedBy(award: Award, question: Question): DecidedCase | null {
  const answer = decide(award, question);
  return answer.ok ? { question, decision: answer.decision } : null;
}

/**
 * Each case expects what the kernel decides as the pack stands: it shows the fault, and changes once that is mended. It has all that
 * the property is about, whether the decision reads it or not.
 * @param sentences one a case, no two alike
 */
export function caseFile(award: Award, decided: readonly DecidedCase[], sentences: readonly string[]): CaseFile {
  return {
    award: award.id,
    decision: decided[0]?.question.decision ?? "",
    cases: decided.map(({ question, decision }, place) => ({
      case: sentences[place] ?? "",
      asOf: question.asOf,
      facts: question.facts as Given,
      interpretations: question.interpretations as Given,
      expect: {
        outcome: decision.outcome,
        ...(decision.consequences === undefined
          ? {}
          : { consequences: [...new Set(decision.consequences.map(({ name }) => name))] }),
      },
    })),
  };
}

type Given = Readonly<Record<string, unknown>>;

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
 * Each case expects what the kernel decides as the pack stands: it shows the fault, and changes once that is mended.
 * @param sentences one a case, no two alike
 */
export function caseFile(award: Award, decided: readonly DecidedCase[], sentences: readonly string[]): CaseFile {
  const reads = new Set(award.plans.get(decided[0]?.question.decision ?? "")?.reads.map(({ name }) => name));
  return {
    award: award.id,
    decision: decided[0]?.question.decision ?? "",
    cases: decided.map(({ question, decision }, place) => ({
      case: sentences[place] ?? "",
      asOf: question.asOf,
      facts: only(question.facts, reads),
      interpretations: only(question.interpretations, reads),
      expect: {
        outcome: decision.outcome,
        ...(decision.consequences === undefined
          ? {}
          : { consequences: [...new Set(decision.consequences.map(({ name }) => name))] }),
      },
    })),
  };
}

/** Of a record, what the decision reads. */
function only(record: unknown, names: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries((record ?? {}) as object).filter(([name]) => names.has(name)));
}

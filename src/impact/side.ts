/** One of two packs that are held against each other, under readings of its own. */
import type { Answer } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import { isRecord } from "../kernel/read-facts.js";

export interface Side {
  readonly award: Award;
  /** Chosen for this side, whatever a question says. */
  readonly readings: Readonly<Record<string, string>>;
}

/**
 * Decides by one side what is asked in the words of both: what the side has no word for is left out.
 * @param question `{ id?, asOf, facts, interpretations? }`, not checked
 */
export function decideBy({ award, readings }: Side, other: Side, decision: string, question: unknown): Answer {
  if (!isRecord(question)) return decide(award, question);
  const { facts, interpretations, ...rest } = question;
  const within = isRecord(interpretations) ? sayable(interpretations, award, other.award) : interpretations;
  return decide(award, {
    ...rest,
    decision,
    ...(facts === undefined ? {} : { facts: isRecord(facts) ? sayable(facts, award, other.award) : facts }),
    ...(within === undefined && Object.keys(readings).length === 0
      ? {}
      : { interpretations: isRecord(within) || within === undefined ? { ...within, ...readings } : within }),
  });
}

/** What only the other has a name for does not concern this one; what neither has is wrong. */
function sayable(given: Readonly<Record<string, unknown>>, award: Award, other: Award): Readonly<Record<string, unknown>> {
  const known = Object.entries(given).filter(([name]) => award.names.byName.has(name) || !other.names.byName.has(name));
  return Object.fromEntries(known);
}

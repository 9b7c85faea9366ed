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
 * Decides by one side what is asked in the words of both.
 * @param question `{ id?, asOf, facts, interpretations? }`, not checked
 */
export function decideBy(side: Side, other: Side, decision: string, question: unknown): Answer {
  return decide(side.award, isRecord(question) ? { ...questionBy(side, other, question), decision } : question);
}

/** The question as one side takes it: what it has no word for is left out, and its own readings stand. */
export function questionBy({ award, readings }: Side, other: Side, question: Members): Members {
  const { facts, interpretations, ...rest } = question;
  const within = isRecord(interpretations) ? sayable(interpretations, award, other.award) : interpretations;
  return {
    ...rest,
    ...(facts === undefined ? {} : { facts: isRecord(facts) ? sayable(facts, award, other.award) : facts }),
    ...(within === undefined && Object.keys(readings).length === 0
      ? {}
      : { interpretations: isRecord(within) || within === undefined ? { ...within, ...readings } : within }),
  };
}

type Members = Readonly<Record<string, unknown>>;

/** What only the other has a name for does not concern this one; what neither has is wrong. */
function sayable(given: Members, award: Award, other: Award): Members {
  const known = Object.entries(given).filter(([name]) => award.names.byName.has(name) || !other.names.byName.has(name));
  return Object.fromEntries(known);
}

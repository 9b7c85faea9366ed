/**
 * The latest or earliest of days: a day that none is beyond, and that is one of them. Said so, rather than by choosing between
 * two at a time, since then a proof about two such days need not follow the choices.
 */
import { DAY, isBefore } from "./day.js";
import type { Script } from "./script.js";
import { and, equal, implies, not, or, type Term } from "./term.js";

/** A day that may be among them. */
export interface Candidate {
  readonly day: Term;
  readonly isAmong: Term;
}

/** Whether the first of two days goes beyond the second. */
export function isBeyond(a: Term, b: Term, latest: boolean): Term {
  return latest ? isBefore(b, a) : isBefore(a, b);
}

/** @param start a day that is among them in any case */
export function extremeOf(script: Script, prefix: string, start: Term, candidates: readonly Candidate[], latest: boolean): Term {
  if (candidates.length === 0) return start;
  const found = script.declare(script.fresh(`${prefix}extreme`), DAY);
  script.assert(not(isBeyond(start, found, latest)));
  for (const { day, isAmong } of candidates) script.assert(implies(isAmong, not(isBeyond(day, found, latest))));
  script.assert(or(equal(found, start), ...candidates.map(({ day, isAmong }) => and(isAmong, equal(found, day)))));
  return found;
}

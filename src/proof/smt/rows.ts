/**
 * The rows of a list beyond those that are written out, in `count` and `sum`.
 *
 * A list may have hundreds of rows. A few are written out: one for each place where a row must be found to make `some` true,
 * `every` false, or a day the latest or earliest, in every world compared. What the others add to a count or a sum is left
 * open, within what their number allows; but where all that a condition reads is the same, so is what they add.
 */

import { isAtMost, multiply, NUMBER, numeral } from "./number.js";
import type { Script } from "./script.js";
import { and, call, type Term } from "./term.js";
import { sortOf, type Value } from "./value.js";

export interface Rest {
  /** The same for what is counted in the same way, in whatever world. */
  readonly key: string;
  /** Values outside the list on which the condition depends. */
  readonly reads: readonly Value[];
  /** What one row adds at least and at most. */
  readonly each: { readonly low: number; readonly high: number };
  /** How many rows there may be. */
  readonly room: Term;
}

/** What further rows add to a count or a sum: any number their number allows, the same for the same reads. */
export function restOf(script: Script, { key, reads, each, room }: Rest): Term {
  const open = script.declareFunction(`rest of ${key.replaceAll("|", "/")}`, reads.map(sortOf), NUMBER);
  const rest = call(open, ...reads.map(({ term }) => term));
  const [low, high] = [multiply(numeral(each.low), room), multiply(numeral(each.high), room)];
  script.assert(and(isAtMost(low, rest), isAtMost(rest, high)));
  return rest;
}

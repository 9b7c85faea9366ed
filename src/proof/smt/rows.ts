/**
 * The rows of a list beyond those that are written out, in `count` and `sum`.
 *
 * A list may have hundreds of rows. A few are written out: one for each place where a row must be found to make `some` true,
 * `every` false, or a day the latest or earliest, in every world compared. What the others add to a count or a sum is left
 * open, within what their number allows; but where all that a condition reads is the same, so is what they add.
 */

import type { Numbers } from "./numbers.js";
import type { Script } from "./script.js";
import { and, call, equal, implies, type Term } from "./term.js";
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
  /** How many at most, whatever is written out. */
  readonly rows: number;
}

/** What further rows add to a count or a sum: any number their number allows, the same for the same reads. */
export function restOf(script: Script, { key, reads, each, room, rows }: Rest): Term {
  const { numbers } = script;
  const [zero, low, high] = [numbers.numeral(0), boundOf(numbers, each.low, room, rows), boundOf(numbers, each.high, room, rows)];
  const sorts = reads.map((value) => sortOf(numbers, value));
  const open = script.declareFunction(`rest of ${key.replaceAll("|", "/")}`, sorts, numbers.sort);
  const rest = call(open, ...reads.map(({ term }) => term));
  script.assert(implies(equal(room, zero), equal(rest, zero)));
  script.assert(and(numbers.isAtMost(low, rest), numbers.isAtMost(rest, high)));
  return rest;
}

/** What so many rows come to at most; of more than one each, for the most rows, so that nothing is multiplied. */
function boundOf(numbers: Numbers, each: number, room: Term, rows: number): Term {
  return each === 1 ? room : numbers.numeral(each * rows);
}

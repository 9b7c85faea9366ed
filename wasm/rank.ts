/** Who stands where: ranks with ties kept, and what is settled while scores are missing. */
import { isLess, over, under } from "./fraction";
import { sortPlaces } from "./sort";

let ranked: usize = 0;

/** The greater fraction first; one without a value after all others. */
function isBetter(a: u32, b: u32): bool {
  const underA = under(ranked, a);
  const underB = under(ranked, b);
  if (underA === 0 || underB === 0) return underA !== 0;
  return isLess(over(ranked, b), underB, over(ranked, a), underA);
}

/**
 * Ranks fractions, the greatest first; equal ones share the better rank, and the ranks they take up are not given again.
 * @param order u32 each: the places of the fractions from the greatest on, equal ones as they were given, those without a value last
 * @param ranks u32 each, from 1 on; 0 for one without a value
 * @param scratch u32 each
 * @returns how many have a rank
 */
export function rank(fractions: usize, count: i32, order: usize, ranks: usize, scratch: usize): i32 {
  ranked = fractions;
  sortPlaces(order, <usize>count, scratch, isBetter);
  let given: u32 = 0;
  let before: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i += 1) {
    const place = load<u32>(order + (i << 2));
    if (under(fractions, place) === 0) {
      store<u32>(ranks + ((<usize>place) << 2), 0);
      continue;
    }
    given += 1;
    const isTied = i > 0 && !isBetter(before, place);
    store<u32>(ranks + ((<usize>place) << 2), isTied ? load<u32>(ranks + ((<usize>before) << 2)) : given);
    before = place;
  }
  return <i32>given;
}

const IN: u8 = 1;
const OUT: u8 = 2;
const OPEN: u8 = 3;

/**
 * Whether each is among the first `first`, whatever its value and those of the others turn out to be.
 * @param lows a fraction each, the least its value may be
 * @param highs a fraction each, the greatest; none is without a value
 * @param out u8 each: 1 in, and no tie can change it; 2 out; 3 open
 * @param scratch u32 each, three times over
 */
export function standings(lows: usize, highs: usize, count: i32, first: i32, out: usize, scratch: usize): void {
  const n = <usize>count;
  const byLow = scratch;
  const byHigh = scratch + (n << 2);
  ranked = lows;
  sortPlaces(byLow, n, scratch + (n << 3), isBetter);
  ranked = highs;
  sortPlaces(byHigh, n, scratch + (n << 3), isBetter);
  for (let i: usize = 0; i < n; i += 1) {
    const rivals = n - below(highs, byHigh, n, over(lows, i), under(lows, i));
    const certain = above(lows, byLow, n, over(highs, i), under(highs, i));
    // Among the rivals it is counted itself; among those certain to be above it never is.
    store<u8>(out + i, rivals <= <usize>first ? IN : certain >= <usize>first ? OUT : OPEN);
  }
}

/** How many are less than a/b; `order` from the greatest on. */
function below(fractions: usize, order: usize, count: usize, a: u64, b: u64): usize {
  let from: usize = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    const place = load<u32>(order + (middle << 2));
    if (isLess(over(fractions, place), under(fractions, place), a, b)) to = middle;
    else from = middle + 1;
  }
  return count - from;
}

/** How many are greater than a/b; `order` from the greatest on. */
function above(fractions: usize, order: usize, count: usize, a: u64, b: u64): usize {
  let from: usize = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    const place = load<u32>(order + (middle << 2));
    if (isLess(a, b, over(fractions, place), under(fractions, place))) from = middle + 1;
    else to = middle;
  }
  return from;
}

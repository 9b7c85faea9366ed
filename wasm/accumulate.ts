/** Totals added to the spreads of their groups as they come. */
import { plus } from "./fraction";
import { NO_TOTAL } from "./layout";

/** What no group is. */
const NO_KEY: u32 = u32.MAX_VALUE;

/**
 * Adds totals to the spreads of their groups; totals that are none are left out.
 * @param totals i32 each
 * @param keys u32 each, below `groups`
 * @param spreads 32 bytes a group, as `aggregate` writes them but for the median, which stays as it was; all zero to begin with
 * @returns how many totals were left out
 */
export function accumulate(totals: usize, count: i32, keys: usize, groups: i32, spreads: usize): i32 {
  let without = 0;
  // The spread of the group that the total before was of: sheets of one group mostly follow each other.
  let key = NO_KEY;
  let spread: usize = 0;
  let sum: u64 = 0;
  let squares: u64 = 0;
  let least = 0;
  let greatest = 0;
  let number: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i += 1) {
    const total = load<i32>(totals + (i << 2));
    if (total === NO_TOTAL) {
      without += 1;
      continue;
    }
    const next = load<u32>(keys + (i << 2));
    if (next !== key) {
      if (next >= <u32>groups) unreachable();
      if (key !== NO_KEY) write(spread, sum, squares, least, greatest, number);
      key = next;
      spread = spreads + ((<usize>key) << 5);
      sum = load<u64>(spread);
      squares = load<u64>(spread, 8);
      number = load<u32>(spread, 28);
      least = number === 0 ? total : load<i32>(spread, 16);
      greatest = number === 0 ? total : load<i32>(spread, 20);
    }
    const value = <u64>total;
    sum += value;
    squares = plus(squares, value * value);
    least = min(least, total);
    greatest = max(greatest, total);
    number += 1;
  }
  if (key !== NO_KEY) write(spread, sum, squares, least, greatest, number);
  return without;
}

function write(spread: usize, sum: u64, squares: u64, least: i32, greatest: i32, number: u32): void {
  store<u64>(spread, sum);
  store<u64>(spread, squares, 8);
  store<i32>(spread, least, 16);
  store<i32>(spread, greatest, 20);
  store<u32>(spread, number, 28);
}

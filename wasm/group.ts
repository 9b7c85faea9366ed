/** Totals put together by whom they belong to: an applicant, or an applicant at a stage. */
import { NO_TOTAL } from "./layout";

/**
 * Sorts totals by group, those of a group in the order given; totals that are none are left out.
 * @param starts u32, `groups + 1`: where the values of each group begin, and where the last end
 * @param values i32 a total that was not left out
 * @param sources u32 a value: the place of the total it was
 * @returns how many totals were left out
 */
export function group(totals: usize, count: i32, keys: usize, groups: i32, starts: usize, values: usize, sources: usize): i32 {
  memory.fill(starts, 0, (<usize>(groups + 1)) << 2);
  let without = 0;
  // Counted one place further on, so that the sums before each group stand at its own place once all is put in.
  for (let i: usize = 0; i < <usize>count; i += 1) {
    const key = load<u32>(keys + (i << 2));
    if (key >= <u32>groups) unreachable();
    if (load<i32>(totals + (i << 2)) === NO_TOTAL) without += 1;
    else if (key + 1 < <u32>groups) tally(starts + ((<usize>(key + 2)) << 2));
  }
  for (let at: usize = 0; at < <usize>groups; at += 1) {
    const place = starts + (at << 2);
    store<u32>(place, load<u32>(place) + load<u32>(place, 4), 4);
  }
  for (let i: usize = 0; i < <usize>count; i += 1) {
    const total = load<i32>(totals + (i << 2));
    if (total === NO_TOTAL) continue;
    const next = starts + ((<usize>(load<u32>(keys + (i << 2)) + 1)) << 2);
    const at = <usize>load<u32>(next);
    store<i32>(values + (at << 2), total);
    store<u32>(sources + (at << 2), <u32>i);
    store<u32>(next, <u32>at + 1);
  }
  return without;
}

function tally(counter: usize): void {
  store<u32>(counter, load<u32>(counter) + 1);
}

/** Totals added to the spreads of their groups as they come. */
import { plus } from "./fraction";
import { NO_TOTAL } from "./layout";

/**
 * Adds totals to the spreads of their groups; totals that are none are left out.
 * @param totals i32 each
 * @param keys u32 each, below `groups`
 * @param spreads 32 bytes a group, as `aggregate` writes them but for the median, which stays as it was; all zero to begin with
 * @returns how many totals were left out
 */
export function accumulate(totals: usize, count: i32, keys: usize, groups: i32, spreads: usize): i32 {
  let without = 0;
  for (let i: usize = 0; i < <usize>count; i += 1) {
    const total = load<i32>(totals + (i << 2));
    if (total === NO_TOTAL) {
      without += 1;
      continue;
    }
    const key = load<u32>(keys + (i << 2));
    if (key >= <u32>groups) unreachable();
    const spread = spreads + ((<usize>key) << 5);
    const value = <u64>total;
    const before = load<u32>(spread, 28);
    store<u64>(spread, load<u64>(spread) + value);
    store<u64>(spread, plus(load<u64>(spread, 8), value * value), 8);
    if (before === 0 || total < load<i32>(spread, 16)) store<i32>(spread, total, 16);
    if (before === 0 || total > load<i32>(spread, 20)) store<i32>(spread, total, 20);
    store<u32>(spread, before + 1, 28);
  }
  return without;
}

/** What several reviewers' totals come to, and how far they lie apart. */
import { plus, put, times } from "./fraction";
import { sortValues } from "./sort";

/** In place of a number to drop: as many as leave the one or two in the middle, the median. */
const TO_THE_MIDDLE: i32 = -1;

/** Bytes of what is written of the spread of a group. */
const SPREAD: usize = 32;

/**
 * Writes the mean of each group without its `drop` least and greatest values, and its spread.
 * @param values i32, group after group; left sorted within each
 * @param starts u32, `groups + 1`: where the values of each group begin, and where the last end
 * @param drop how many to leave out at each end; -1 for the median
 * @param fractions a fraction a group; none where nothing is left
 * @param spreads 32 bytes a group: u64 sum, u64 sum of squares, i32 least, i32 greatest, i32 twice the median, u32 count;
 *   all zero where there is no value
 */
export function aggregate(values: usize, starts: usize, groups: i32, drop: i32, fractions: usize, spreads: usize): void {
  for (let i: usize = 0; i < <usize>groups; i += 1) {
    const start = <usize>load<u32>(starts + (i << 2));
    const count = <usize>load<u32>(starts + (i << 2), 4) - start;
    const own = values + (start << 2);
    sortValues(own, count);
    writeSpread(spreads + i * SPREAD, own, count);
    const ends = drop === TO_THE_MIDDLE ? middle(count) : <usize>drop;
    if (count > 2 * ends) put(fractions, i, sum(own + (ends << 2), count - 2 * ends), <u64>(count - 2 * ends));
    else put(fractions, i, 0, 0);
  }
}

function middle(count: usize): usize {
  return count === 0 ? 0 : (count - 1) >> 1;
}

function sum(values: usize, count: usize): u64 {
  let all: u64 = 0;
  for (let i: usize = 0; i < count; i += 1) all += <u64>load<i32>(values + (i << 2));
  return all;
}

function writeSpread(spread: usize, sorted: usize, count: usize): void {
  memory.fill(spread, 0, SPREAD);
  if (count === 0) return;
  let squares: u64 = 0;
  for (let i: usize = 0; i < count; i += 1) {
    const value = <u64>load<i32>(sorted + (i << 2));
    squares = plus(squares, times(value, value));
  }
  store<u64>(spread, sum(sorted, count));
  store<u64>(spread, squares, 8);
  store<i32>(spread, load<i32>(sorted), 16);
  store<i32>(spread, load<i32>(sorted + ((count - 1) << 2)), 20);
  store<i32>(spread, load<i32>(sorted + (middle(count) << 2)) + load<i32>(sorted + ((count >> 1) << 2)), 24);
  store<u32>(spread, <u32>count, 28);
}

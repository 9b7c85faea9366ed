/** Sorting in place: numbers by size, and places by what stands at them. */

/** Whether what is numbered `a` comes before what is numbered `b`; never both. */
export type Before = (a: u32, b: u32) => bool;

/** Below this many, moving each to its place takes fewer steps than anything cleverer. */
const FEW: usize = 24;

/** Sorts i32 from the least on. */
export function sortValues(values: usize, count: usize): void {
  if (count > FEW) heapSort(values, count);
  else insertionSort(values, count);
}

function insertionSort(values: usize, count: usize): void {
  for (let i: usize = 1; i < count; i += 1) {
    const value = load<i32>(values + (i << 2));
    let at = i;
    for (; at > 0 && load<i32>(values + ((at - 1) << 2)) > value; at -= 1) {
      store<i32>(values + (at << 2), load<i32>(values + ((at - 1) << 2)));
    }
    store<i32>(values + (at << 2), value);
  }
}

function heapSort(values: usize, count: usize): void {
  for (let root = count >> 1; root > 0; root -= 1) sift(values, root - 1, count);
  for (let last = count - 1; last > 0; last -= 1) {
    const greatest = load<i32>(values);
    store<i32>(values, load<i32>(values + (last << 2)));
    store<i32>(values + (last << 2), greatest);
    sift(values, 0, last);
  }
}

function sift(values: usize, root: usize, count: usize): void {
  const value = load<i32>(values + (root << 2));
  let at = root;
  for (let child: usize = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && load<i32>(values + ((child + 1) << 2)) > load<i32>(values + (child << 2))) child += 1;
    const greater = load<i32>(values + (child << 2));
    if (greater <= value) break;
    store<i32>(values + (at << 2), greater);
    at = child;
  }
  store<i32>(values + (at << 2), value);
}

/**
 * Puts the numbers from 0 on in order; those of which neither comes before the other stay as they were.
 * @param order u32 a place, written
 * @param scratch u32 a place
 */
export function sortPlaces(order: usize, count: usize, scratch: usize, before: Before): void {
  for (let i: usize = 0; i < count; i += 1) store<u32>(order + (i << 2), <u32>i);
  let from = order;
  let to = scratch;
  for (let run: usize = 1; run < count; run <<= 1) {
    for (let start: usize = 0; start < count; start += run << 1) {
      const middle = min(start + run, count);
      merge(from, to, start, middle, min(middle + run, count), before);
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from !== order) memory.copy(order, from, count << 2);
}

function merge(from: usize, to: usize, start: usize, middle: usize, end: usize, before: Before): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const isRight = right < end && (left === middle || before(load<u32>(from + (right << 2)), load<u32>(from + (left << 2))));
    store<u32>(to + (at << 2), load<u32>(from + ((isRight ? right : left) << 2)));
    if (isRight) right += 1;
    else left += 1;
  }
}

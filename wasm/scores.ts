/** Cells that are plain scores, as almost all are: sixteen bytes at a time, every cell that ends among them at once. */

const LINE_FEED: u8 = 10;
const RETURN: u8 = 13;
const ZERO: i8 = 48;
/** In place of a digit, where there is none. */
const NONE: i8 = 10;
const BLOCK: usize = 16;

/** Where what ends the cell read last stands. */
export let scoresEnd: usize = 0;

/** For each byte the places of its bits, eight bytes, zeros after the last; then the same places from 8 on. */
const PLACES: usize = memory.data(2 * 256 * 8, 16);

/**
 * Reads cells of one to three digits, up to the first that is no score or the last of the row.
 * @param columns as `scan` has them, from that of the first cell on
 * @param sheet a byte an item
 * @param scores 32 bytes, a bit for each number that says whether it is a score
 * @param scratch as many bytes as there are columns, and 32 more
 * @returns how many were read
 */
export function readScores(at: usize, delimiter: u8, columns: usize, sheet: usize, scores: usize, scratch: usize): u32 {
  let read = readNumbers(at, delimiter, scratch, <u32>load<i16>(columns, 2));
  const good = firstNoScore(scratch, read, scores);
  // Where the good ones end was passed by already.
  if (good !== read) read = readNumbers(at, delimiter, scratch, good);
  if (read <= <u32>load<i16>(columns, 4)) copy(scratch, read, sheet + <usize>load<i16>(columns));
  else scatter(scratch, read, sheet, columns);
  return read;
}

/** Copies bytes, sixteen at a time; those after them stay what they are. */
function copy(from: usize, count: u32, to: usize): void {
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (let at: u32 = 0; at < count; at += <u32>BLOCK) {
    const isOurs = i8x16.gt_s(i8x16.splat(<i8>min(count - at, <u32>BLOCK)), lanes);
    const there = to + <usize>at;
    v128.store(there, v128.bitselect(v128.load(from + <usize>at), v128.load(there), isOurs));
  }
}

/** Puts bytes where their columns say. */
function scatter(from: usize, count: u32, sheet: usize, columns: usize): void {
  for (let which: usize = 0; which < <usize>count; which += 1) {
    store<u8>(sheet + <usize>load<i16>(columns + (which << 3)), load<u8>(from + which));
  }
}

/** @returns how many cells hold one to three digits; numbers above 255 are 255 */
function readNumbers(at: usize, delimiter: u8, out: usize, most: u32): u32 {
  if (load<u8>(PLACES, 8 * 255 + 7) === 0) findPlaces();
  const none = i8x16.splat(NONE);
  const tens = i8x16(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 0, 0, 0, 0, 0, 0);
  const hundreds = i8x16(0, 100, -56, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0);
  let before = none;
  let read: u32 = 0;
  for (let isOver = most === 0; !isOver; at += BLOCK) {
    const bytes = v128.load(at);
    const digits = i8x16.min_u(i8x16.sub(bytes, i8x16.splat(ZERO)), none);
    // What stands one to four bytes before each.
    const first = i8x16.shuffle(before, digits, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    const second = i8x16.shuffle(before, digits, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    const third = i8x16.shuffle(before, digits, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
    const fourth = i8x16.shuffle(before, digits, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
    before = digits;
    const ofThree = v128.or(third, i8x16.eq(second, none));
    const upper = i8x16.add_sat_u(i8x16.swizzle(tens, second), i8x16.swizzle(hundreds, ofThree));
    const numbers = i8x16.add_sat_u(first, upper);
    const isLong = i8x16.gt_s(none, i8x16.max_u(i8x16.max_u(first, second), i8x16.max_u(third, fourth)));
    const isWrong = <u32>i8x16.bitmask(v128.or(isLong, i8x16.eq(first, none)));
    const isDelimiter = <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>delimiter)));
    const isOther = <u32>i8x16.bitmask(i8x16.eq(digits, none)) & ~isDelimiter;
    // A line break ends a cell too; any other byte that is no digit makes it one that is none of ours.
    const other = load<u8>(at + <usize>(ctz(isOther) & 15));
    const breaks = other === LINE_FEED || other === RETURN ? isOther & (0 - isOther) : 0;
    let ends = isDelimiter | breaks;
    const stop = (isOther & ~breaks) | (ends & isWrong);
    ends &= (stop & (0 - stop)) - 1;
    let count = <u32>popcnt(ends);
    for (; read + count > most; count -= 1) ends ^= ((<u32>1) << 31) >> clz(ends);
    store<u64>(
      out + <usize>read,
      i64x2.extract_lane(i8x16.swizzle(numbers, v128.load64_zero(PLACES + <usize>((ends & 255) << 3))), 0),
    );
    const half = <u32>popcnt(ends & 255);
    const rest = v128.load64_zero(PLACES + <usize>((ends >> 8) << 3), 256 * 8);
    v128.store(out + <usize>(read + half), i8x16.swizzle(numbers, rest));
    read += count;
    if (count > 0) scoresEnd = at + <usize>(31 - clz(ends));
    isOver = read === most || stop !== 0 || isOther !== 0;
  }
  return read;
}

/** The place of the first of some bytes that is no score, or their number. */
function firstNoScore(at: usize, count: u32, scores: usize): u32 {
  const low = v128.load(scores);
  const high = v128.load(scores, 16);
  const powers = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
  for (let from: u32 = 0; from < count; from += <u32>BLOCK) {
    const numbers = v128.load(at + <usize>from);
    const row = i8x16.shr_u(numbers, 3);
    const bits = v128.or(i8x16.swizzle(low, row), i8x16.swizzle(high, i8x16.sub(row, i8x16.splat(16))));
    const isScore = v128.and(bits, i8x16.swizzle(powers, v128.and(numbers, i8x16.splat(7))));
    const wrong = <u32>i8x16.bitmask(i8x16.eq(isScore, i8x16.splat(0)));
    if (wrong !== 0) return min(count, from + <u32>ctz(wrong));
  }
  return count;
}

function findPlaces(): void {
  for (let byte: usize = 0; byte < 256; byte += 1) {
    let at = PLACES + (byte << 3);
    for (let place: u8 = 0; place < 8; place += 1) {
      if (((byte >> place) & 1) === 0) continue;
      store<u8>(at, place);
      store<u8>(at, place + 8, 256 * 8);
      at += 1;
    }
  }
}

/** Cells that are plain scores, as almost all are: a row of them at a time, by where their delimiters stand. */

const LINE_FEED: i8 = 10;
const RETURN: i8 = 13;
/** Bytes looked at together. */
const BLOCK: usize = 64;

/** Where what ends the cell read last stands. */
export let scoresEnd: usize = 0;

/**
 * Reads cells of one to three digits that are scores, up to the first that is another or the last of the row.
 * @param out a byte a cell
 * @param most cells to read at most
 * @param scores 256 bytes, each 1 where its place is a score
 * @returns how many were read
 */
export function readScores(at: usize, delimiter: u8, out: usize, most: u32, scores: usize): u32 {
  let base = at;
  let ends = endsIn(base, delimiter);
  for (let read: u32 = 0; read < most; read += 1) {
    if (ends === 0) {
      base += BLOCK;
      ends = endsIn(base, delimiter);
      if (ends === 0) return read;
    }
    const end = base + <usize>ctz(ends);
    ends &= ends - 1;
    const length = <u32>(end - at);
    if (length - 1 > 2) return read;
    // The cell's digits, the last one in the highest byte, and zeros where it has none.
    const digits = (load<u32>(end - 4) ^ 0x30303030) & (u32.MAX_VALUE << ((4 - length) << 3));
    if ((((digits + 0x76767676) | digits) & 0x80808080) !== 0) return read;
    const score = (digits >> 24) + ((digits >> 16) & 255) * 10 + ((digits >> 8) & 255) * 100;
    if (score > 255 || load<u8>(scores + <usize>score) === 0) return read;
    store<u8>(out + <usize>read, <u8>score);
    scoresEnd = end;
    if (load<u8>(end) !== delimiter) return read + 1;
    at = end + 1;
  }
  return most;
}

/** A bit for each of 64 bytes that ends a cell. */
function endsIn(at: usize, delimiter: u8): u64 {
  const wanted = i8x16.splat(<i8>delimiter);
  return (
    endsIn16(at, wanted) |
    (endsIn16(at + 16, wanted) << 16) |
    (endsIn16(at + 32, wanted) << 32) |
    (endsIn16(at + 48, wanted) << 48)
  );
}

function endsIn16(at: usize, delimiter: v128): u64 {
  const bytes = v128.load(at);
  const breaks = v128.or(i8x16.eq(bytes, i8x16.splat(LINE_FEED)), i8x16.eq(bytes, i8x16.splat(RETURN)));
  return <u64>(<u32>i8x16.bitmask(v128.or(breaks, i8x16.eq(bytes, delimiter))));
}

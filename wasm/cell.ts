/** One cell of a CSV file (RFC 4180): what it holds without its quotes and the spaces around it. */
import { spaceAt, spaceBefore } from "./space";

const LINE_FEED: u8 = 10;
const RETURN: u8 = 13;
const QUOTE: u8 = 34;
/** Bytes looked at together. */
const BLOCK: usize = 16;

/** Where the cell read last stands, and how long it is. */
export let cell: usize = 0;
export let cellLength: usize = 0;
/** Whether a quote stood where none may: within a cell that does not begin with one, or not at the end of one that does. */
export let isStray: bool = false;

function endsCell(byte: u8, delimiter: u8): bool {
  return byte === delimiter || byte === LINE_FEED || byte === RETURN;
}

/**
 * Reads the cell at `at`; a line feed stands at `end`.
 * @param scratch where a cell with doubled quotes is written without them, 256 bytes; 0 where nobody will read it
 * @returns where what ends it stands; beyond `end`, where its quote is not closed
 */
export function readCell(at: usize, end: usize, delimiter: u8, scratch: usize): usize {
  isStray = false;
  at = afterSpace(at, delimiter);
  if (load<u8>(at) === QUOTE && at < end) return readQuoted(at + 1, end, delimiter, scratch);
  cell = at;
  const wanted = i8x16.splat(<i8>delimiter);
  let ends: u32 = 0;
  for (; ; at += BLOCK) {
    const bytes = v128.load(at);
    const breaks = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LINE_FEED)), i8x16.eq(bytes, i8x16.splat(<i8>RETURN)));
    ends = <u32>i8x16.bitmask(v128.or(breaks, i8x16.eq(bytes, wanted)));
    const quotes = <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)));
    if ((quotes & ((ends & (0 - ends)) - 1)) !== 0) isStray = true;
    if (ends !== 0) break;
  }
  at += <usize>ctz(ends);
  cellLength = withoutSpaceAtEnd(at) - cell;
  return at;
}

function readQuoted(at: usize, end: usize, delimiter: u8, scratch: usize): usize {
  let doubled: usize = 0;
  cell = at;
  for (; ; at += 1) {
    if (at >= end) return end + 1;
    if (load<u8>(at) !== QUOTE) continue;
    if (load<u8>(at, 1) !== QUOTE || at + 1 >= end) break;
    doubled += 1;
    at += 1;
  }
  while (cell < at && spaceAt(cell) > 0) cell += spaceAt(cell);
  cellLength = withoutSpaceAtEnd(at) - cell;
  if (doubled > 0 && scratch !== 0) withoutDoubled(scratch);
  at = afterSpace(at + 1, delimiter);
  for (; !endsCell(load<u8>(at), delimiter); at += 1) isStray = true;
  return at;
}

/** Longer cells are cut, and refused for their length by who reads them. */
function withoutDoubled(scratch: usize): void {
  let to: usize = 0;
  for (let from: usize = 0; from < cellLength && to < 256; from += 1) {
    const byte = load<u8>(cell + from);
    store<u8>(scratch + to, byte);
    to += 1;
    if (byte === QUOTE) from += 1;
  }
  cell = scratch;
  cellLength = to;
}

function afterSpace(at: usize, delimiter: u8): usize {
  while (load<u8>(at) !== delimiter) {
    const length = spaceAt(at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** Where the cell that ends at `last` ends without spaces. */
function withoutSpaceAtEnd(last: usize): usize {
  while (last > cell) {
    const length = spaceBefore(last);
    if (length === 0) break;
    last -= length;
  }
  return last;
}

/** The number the cell read last holds; -1 where it is not one to nine digits. */
export function numberInCell(): i32 {
  if (cellLength === 0 || cellLength > 9) return -1;
  let number = 0;
  for (let at: usize = 0; at < cellLength; at += 1) {
    const digit = <u32>load<u8>(cell + at) - 48;
    if (digit > 9) return -1;
    number = number * 10 + <i32>digit;
  }
  return number;
}

/** Makes the `length` bytes before `at` the cell read last. */
export function setCell(at: usize, length: usize): void {
  cell = at - length;
  cellLength = length;
}

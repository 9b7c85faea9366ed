/** The header at the beginning of the bytes of a CSV, wherever these come from. */
import { decodeUtf8 } from "../utf8.js";

export interface CsvHeader {
  readonly headings: readonly string[];
  readonly delimiter: string;
  /** Where the first row after it begins. */
  readonly end: number;
  /** Whether rows end with a line feed, alone or after a return: a file can only be cut into pieces at one. */
  readonly hasLineFeeds: boolean;
}

const DELIMITERS = [",", ";", "\t"];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
/** What stands in a row without cells that hold anything: delimiters, quotes, spaces. */
const EMPTY = [...',;\t" '].map((character) => character.charCodeAt(0));

/**
 * @param headerRow from 1; rows above it are passed over, whatever they hold
 * @returns `null` where the header is no UTF-8, or has no end in these bytes and they are not all there are; a header without
 *   headings where there is no such row
 */
export function headerIn(head: Uint8Array, isWhole: boolean, headerRow = 1): CsvHeader | null {
  let row = rowFrom(head, BYTE_ORDER_MARK.every((byte, at) => head[at] === byte) ? BYTE_ORDER_MARK.length : 0);
  for (let number = 1; number < headerRow && row.begin < head.length; number += 1) row = rowFrom(head, row.next);
  if (row.end === head.length && !isWhole) return null;
  const text = decodeUtf8(head.subarray(row.begin, row.end));
  if (text === null) return null;
  const hasLineFeeds = head[row.end] !== RETURN || head[row.end + 1] === LINE_FEED;
  const delimiter = delimiterIn(text);
  return { headings: cellsIn(text, delimiter), delimiter, end: row.next, hasLineFeeds };
}

/** @returns the number, from 1, of the first row after another in which anything stands; `null` where there is none in these bytes */
export function firstRowAfter(head: Uint8Array, after: number): number | null {
  let next = 0;
  for (let number = 1; next < head.length; number += 1) {
    const row = rowFrom(head, next);
    if (number > after && !head.subarray(row.begin, row.end).every((byte) => EMPTY.includes(byte))) return number;
    next = row.next;
  }
  return null;
}

interface Row {
  readonly begin: number;
  /** Where its text ends, and where the row after it begins. */
  readonly end: number;
  readonly next: number;
}

/** A line feed or a return within quotes ends no row. */
function rowFrom(head: Uint8Array, begin: number): Row {
  let isQuoted = false;
  let end = begin;
  for (; end < head.length; end += 1) {
    if (head[end] === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && (head[end] === LINE_FEED || head[end] === RETURN)) break;
  }
  const next = end + (head[end] === RETURN && head[end + 1] === LINE_FEED ? 2 : end < head.length ? 1 : 0);
  return { begin, end, next };
}

/** A comma, unless there is none outside quotes and another of the delimiters is. */
function delimiterIn(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  return DELIMITERS.find((delimiter) => bare.includes(delimiter)) ?? ",";
}

function cellsIn(header: string, delimiter: string): readonly string[] {
  const cells: string[] = [""];
  let isQuoted = false;
  for (const character of header) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === delimiter && !isQuoted) cells.push("");
    else cells[cells.length - 1] += character;
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([\s\S]*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

/** Bytes as they come, until the header among them has its end. */
export class HeaderCollector {
  #bytes = new Uint8Array(0);
  #isQuoted = false;
  /** How far was looked for an end. */
  #seen = 0;

  constructor(private readonly maxBytes: number) {}

  get isTooLong(): boolean {
    return this.#bytes.length > this.maxBytes;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** @returns whether the header is at its end; whatever came after it is among the bytes */
  push(chunk: Uint8Array): boolean {
    const longer = new Uint8Array(this.#bytes.length + chunk.length);
    longer.set(this.#bytes);
    longer.set(chunk, this.#bytes.length);
    this.#bytes = longer;
    // The byte after a return tells whether the two end one row: it must be there.
    for (; this.#seen < longer.length - 1; this.#seen += 1) {
      const byte = longer[this.#seen];
      if (byte === QUOTE) this.#isQuoted = !this.#isQuoted;
      else if (!this.#isQuoted && (byte === LINE_FEED || byte === RETURN)) return true;
    }
    return !this.#isQuoted && longer[this.#seen] === LINE_FEED;
  }
}

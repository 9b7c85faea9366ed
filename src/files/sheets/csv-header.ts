/** The header of a CSV file, and what it tells of the rest. */
import { open } from "node:fs/promises";

export interface CsvHeader {
  readonly headings: readonly string[];
  readonly delimiter: string;
  /** Where the first row after it begins. */
  readonly end: number;
  /** Whether rows end with a line feed, alone or after a return: a file can only be cut into pieces at one. */
  readonly hasLineFeeds: boolean;
}

/** More than any header is long. */
const HEAD_BYTES = 1 << 20;
const DELIMITERS = [",", ";", "\t"];

/** @returns `null` where the header is no UTF-8, or longer than `HEAD_BYTES` */
export async function readCsvHeader(path: string): Promise<CsvHeader | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return headerIn(buffer.subarray(0, bytesRead), bytesRead < HEAD_BYTES);
  } finally {
    await file.close();
  }
}

function headerIn(head: Buffer, isWhole: boolean): CsvHeader | null {
  const begin = head.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 3 : 0;
  let isQuoted = false;
  let end = begin;
  for (; end < head.length; end += 1) {
    if (head[end] === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && (head[end] === LINE_FEED || head[end] === RETURN)) break;
  }
  if (end === head.length && !isWhole) return null;
  const bytes = head.subarray(begin, end);
  const text = bytes.toString("utf8");
  if (!Buffer.from(text).equals(bytes)) return null;
  const hasLineFeeds = head[end] !== RETURN || head[end + 1] === LINE_FEED;
  const next = end + (head[end] === RETURN && head[end + 1] === LINE_FEED ? 2 : end < head.length ? 1 : 0);
  const delimiter = delimiterIn(text);
  return { headings: cellsIn(text, delimiter), delimiter, end: next, hasLineFeeds };
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

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

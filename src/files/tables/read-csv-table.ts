/** A CSV of any columns as a table, as RFC 4180 has it; held in memory. Score sheets, which are many, are read as they come. */
import { readFile, stat } from "node:fs/promises";
import { decodeUtf8 } from "../utf8.js";
import { foundFormat } from "./found-format.js";
import type { Cell, Table, TableRow } from "./table.js";
import { TableError, tableFailure } from "./table-failure.js";

/** 32 MiB, as of a workbook. */
const MOST_BYTES = 32 * 2 ** 20;
const DELIMITERS = [",", ";", "\t"];

/** @throws TableError as `readCsvTable` does, and where the file is too large; and whatever the file system throws */
export async function readCsvTableFile(path: string): Promise<Table> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new TableError(tableFailure({ code: "too-large", wanted: "csv", max: MOST_BYTES }));
  return readCsvTable(await readFile(path));
}

/**
 * The first row is the header. Cells are text; an empty one is `null`, also in quotes.
 * @param bytes UTF-8, with a byte order mark or without
 * @throws TableError where it is no CSV in UTF-8, has no header, or a quote is not closed
 */
export function readCsvTable(bytes: Uint8Array): Table {
  const found = foundFormat(bytes);
  if (found === "empty") throw new TableError(tableFailure({ code: "empty-file" }));
  const text = decodeUtf8(bytes);
  // Text that begins with a bracket may be a heading in one.
  if (found !== "text" && found !== "json" && (found !== "unknown" || text === null)) {
    throw new TableError(tableFailure({ code: "wrong-format", wanted: "csv", found }));
  }
  if (text === null) throw new TableError(tableFailure({ code: "not-utf-8" }));
  const [header = [], ...rows] = rowsIn(text, delimiterOf(text));
  if (header.every((cell) => cell.trim() === "")) {
    const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
    throw new TableError(tableFailure({ code: "no-header", row: 1, first: first < 0 ? null : first + 2 }));
  }
  return { columns: header, rowCount: rows.length, rows: tableRows(rows) };
}

async function* tableRows(rows: readonly (readonly string[])[]): AsyncGenerator<TableRow> {
  for (const [index, texts] of rows.entries()) {
    const cells: readonly Cell[] = texts.map((text) => (text === "" ? null : text));
    if (cells.some((cell) => cell !== null)) yield { row: index + 2, cells };
  }
}

/** A comma, unless there is none outside quotes in the first line and another of the delimiters is. */
function delimiterOf(text: string): string {
  const bare = (/^(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  return DELIMITERS.find((delimiter) => bare.includes(delimiter)) ?? ",";
}

/** A quote that opens a field closes it; a doubled one in it is a quote; one further on in a field is itself. */
function rowsIn(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, rows.length + 1) : { text: "", next: at };
    const end = endOfField(text, field.next, delimiter);
    row.push(field.text + text.slice(field.next, end));
    at = end + 1;
    if (text[end] === delimiter && at < text.length) continue;
    if (text[end] === delimiter) row.push("");
    rows.push(row);
    row = [];
    if (text[end] === "\r" && text[at] === "\n") at += 1;
  }
  return rows;
}

function quotedField(text: string, begin: number, row: number): { readonly text: string; readonly next: number } {
  for (let at = begin + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) throw openQuote(row);
    if (text[at + 1] !== '"') return { text: text.slice(begin + 1, at).replaceAll('""', '"'), next: at + 1 };
  }
}

function endOfField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === "\n" || character === "\r") return at;
  }
  return text.length;
}

function openQuote(row: number): TableError {
  const reason = { zh: `第 ${row} 行的引号没有成对`, en: `a quote in row ${row} is not closed` };
  return new TableError(tableFailure({ code: "damaged-file", wanted: "csv", reason }, row));
}

/**
 * CSV as RFC 4180 has it: lines end with CR LF, a field is quoted where it must be, a quote in it doubled. An empty field is no
 * value, `""` is empty text.
 *
 * A text that begins with `=`, `+`, `-` or `@` is written as it is, though a spreadsheet program may take it for a formula. The
 * remedies all change the data: an apostrophe in front is another text to every program but that one, and quotes are taken off
 * before a field is looked at. A result that is filed and compared must read back as what it was. Whoever opens results in a
 * spreadsheet program writes .xlsx, where a text is marked as text and is never computed.
 */
import { type Bytes, type Header, headerOf, numberText, type OutColumn, type OutRow, type OutRows } from "./out-table.js";
import { textPieces } from "./text-pieces.js";

export interface CsvOptions {
  /** A byte order mark: without one, Excel takes UTF-8 for the encoding of the country. A program further down a pipe wants none. */
  readonly mark?: boolean;
  readonly header?: Header;
}

export function csvBytes(
  columns: readonly OutColumn[],
  rows: OutRows,
  { mark = false, header = "name" }: CsvOptions = {},
): Bytes {
  return textPieces(csvLines(columns, rows, mark, header));
}

async function* csvLines(columns: readonly OutColumn[], rows: OutRows, mark: boolean, header: Header): AsyncGenerator<string> {
  yield `${mark ? "\uFEFF" : ""}${line(columns.map((column) => field(headerOf(column, header))))}`;
  for await (const row of rows) yield line(columns.map((column, index) => csvField(column, row[index])));
}

/** A line with nothing on it is no row to most readers. */
function line(fields: readonly string[]): string {
  const joined = fields.join(",");
  return `${joined === "" ? '""' : joined}\r\n`;
}

function csvField(column: OutColumn, value: OutRow[number] | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? field(value) : numberText(column, value);
}

function field(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

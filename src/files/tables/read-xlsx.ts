/**
 * A sheet of an Excel workbook (.xlsx), as examiners keep them, by `read-excel-file`.
 *
 * What the library does not tell: an error (`#DIV/0!`), a formula without a stored result and a cell that is merged into another
 * are empty cells, and so missing, never a score; 80% is 0.8, which no scale of whole steps has, and 100% is 1, which one by single
 * steps has; hidden rows and columns are read like any others. A formula counts as the result stored with it. A sheet is held in memory while it is read, and
 * of what it unpacks to there is no bound but that of the file itself.
 */
import { readFile, stat } from "node:fs/promises";
import { readSheet, SheetNotFoundError } from "read-excel-file/node";
import { columnLetters } from "./column-letters.js";
import { archiveFormat, type FoundFormat, foundFormat } from "./found-format.js";
import type { Cell, Table, TableRow } from "./table.js";
import { TableError, tableFailure } from "./table-failure.js";

export interface XlsxOptions {
  /** Its name; its number from 1, where none is so named. The first, where none is given. */
  readonly sheet?: string;
  /** Row of the header, from 1. The first, where none is given: a title above it is not guessed. */
  readonly headerRow?: number;
}

/** 32 MiB: some nine million cells, and a minute of reading. */
const MOST_BYTES = 32 * 2 ** 20;

/**
 * @param mostBytes as large as the file may be
 * @throws TableError as `readXlsx` does, and where the file is too large, before it is read; and whatever the file system throws
 */
export async function readXlsxFile(path: string, options: XlsxOptions = {}, mostBytes = MOST_BYTES): Promise<Table> {
  const { size } = await stat(path);
  if (size > mostBytes) throw new TableError(tableFailure({ code: "too-large", wanted: "xlsx", max: mostBytes }));
  return readXlsx(await readFile(path), options);
}

/**
 * @param bytes the whole file
 * @throws TableError where it is no workbook, has no such sheet or no header, or is damaged
 */
export async function readXlsx(bytes: Uint8Array, { sheet, headerRow = 1 }: XlsxOptions = {}): Promise<Table> {
  const found = foundFormat(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = found === "zip" ? archiveFormat(file) : found;
  if (archive !== "xlsx") throw wrongFormat(archive);
  const rows = await rowsOf(file, sheet);
  const columns = headerOf(rows, headerRow);
  return { columns, rowCount: rows.length - headerRow, rows: tableRows(rows, headerRow) };
}

type Rows = readonly (readonly unknown[])[];

/** @returns the names of the sheets, in their order; none where they cannot be told */
export async function sheetNames(path: string): Promise<readonly string[]> {
  try {
    // No sheet can be named so, and who asks for one that is not there is told of all that are.
    await readSheet(await readFile(path), "/");
  } catch (error) {
    if (error instanceof SheetNotFoundError) return (error as { readonly sheets?: readonly string[] }).sheets ?? [];
  }
  return [];
}

async function rowsOf(file: Buffer, asked: string | undefined): Promise<Rows> {
  if (asked === undefined) return read(file, 1);
  const isNumber = /^[1-9]\d{0,4}$/.test(asked);
  try {
    return await read(file, asked);
  } catch (error) {
    if (isNumber && error instanceof TableError && error.failure.code === "unknown-sheet") return read(file, Number(asked));
    throw error;
  }
}

/** @param sheet its name, or its number from 1 */
async function read(file: Buffer, sheet: string | number): Promise<Rows> {
  try {
    return await readSheet(file, sheet, { trim: false });
  } catch (error) {
    const { sheets = [] } = error instanceof SheetNotFoundError ? (error as { readonly sheets?: readonly string[] }) : {};
    if (sheets.length > 0) {
      throw new TableError(tableFailure({ code: "unknown-sheet", found: String(sheet), known: sheets }));
    }
    const reason = error instanceof Error ? error.message : String(error);
    const words = { zh: `解析器原话：“${reason}”`, en: reason };
    throw new TableError(tableFailure({ code: "damaged-file", wanted: "xlsx", reason: words }));
  }
}

/** A header that is typed as a number, `4.1`, is the text it shows. */
function headerOf(rows: Rows, headerRow: number): readonly string[] {
  const header = rows[headerRow - 1] ?? [];
  const width = header.findLastIndex((value) => value !== null) + 1;
  if (width > 0) return header.slice(0, width).map((value, column) => headerText(cellOf(value, headerRow, column)));
  const first = rows.findIndex((row, index) => index >= headerRow && row.some((value) => value !== null));
  throw new TableError(tableFailure({ code: "no-header", row: headerRow, first: first < 0 ? null : first + 1 }));
}

function headerText(cell: Cell): string {
  if (typeof cell === "object" && cell !== null) throw new TableError(cell.failure);
  return cell === null ? "" : String(cell);
}

async function* tableRows(rows: Rows, headerRow: number): AsyncGenerator<TableRow> {
  for (let row = headerRow + 1; row <= rows.length; row += 1) {
    const values = rows[row - 1] ?? [];
    if (values.every((value) => value === null)) continue;
    yield { row, cells: values.map((value, column) => cellOf(value, row, column)) };
  }
}

function cellOf(value: unknown, row: number, column: number): Cell {
  if (!(value instanceof Date)) return value as Cell;
  // Days are counted in fractions, which a second does not come to exactly.
  const date = new Date(Math.round(value.getTime() / 1000) * 1000);
  if (!Number.isNaN(date.getTime())) return date.toISOString().replace(/(T00:00:00)?\.000Z$/, "");
  return { failure: tableFailure({ code: "bad-cell", at: `${columnLetters(column)}${row}`, stored: String(value) }, row) };
}

function wrongFormat(found: FoundFormat): TableError {
  if (found === "encrypted-office") return new TableError(tableFailure({ code: "encrypted-file", wanted: "xlsx" }));
  return new TableError(tableFailure({ code: "wrong-format", wanted: "xlsx", found }));
}

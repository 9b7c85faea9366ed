/**
 * An Excel workbook (.xlsx) of one sheet, by `write-excel-file`: a bold header that stays in view, numbers as numbers with their
 * digits, text as text, whatever it begins with. The library takes all of the rows at once, and holds them.
 */
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { type Bytes, type Header, headerOf, numberText, type OutColumn, type OutRow, type OutRows } from "./out-table.js";
import { TableError, tableFailure } from "./table-failure.js";

export interface XlsxOutOptions {
  readonly header?: Header;
  /** Name of the sheet: 1 to 31 characters, none of `[]:*?/\`. */
  readonly sheet?: string;
  /** How many rows there will be, where that is known: then a table too long is refused before anything is written. */
  readonly rowCount?: number;
}

/** Of a sheet; and of it as it is written here: each cell takes some 300 bytes of memory, and 15 µs. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 4_000_000;
/** Of a cell, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;
/** A spreadsheet program keeps no more of a number; one that is longer is written as text. */
const MOST_DIGITS = 15;

/** @throws TableError where the table has more rows, columns or cells, or a cell more text, than a sheet takes */
export function xlsxBytes(columns: readonly OutColumn[], rows: OutRows, options: XlsxOutOptions = {}): Bytes {
  if (columns.length > MOST_COLUMNS) throw full("columns", MOST_COLUMNS);
  checkRows(columns.length, (options.rowCount ?? 0) + 1);
  return workbookBytes(columns, rows, options);
}

async function* workbookBytes(columns: readonly OutColumn[], rows: OutRows, options: XlsxOutOptions): Bytes {
  const headers = columns.map((column) => headerOf(column, options.header ?? "name"));
  const cells: Cell[][] = [headers.map((text) => ({ value: heldText(text), type: String, fontWeight: "bold" }))];
  for await (const row of rows) {
    checkRows(columns.length, cells.length + 1);
    cells.push(columns.map((column, index) => cellOf(column, row[index] ?? null, cells.length + 1)));
  }
  const file = writeExcelFile(cells, {
    sheet: options.sheet ?? "Sheet1",
    stickyRowsCount: 1,
    columns: headers.map((text) => ({ width: widthFor(text) })),
  });
  yield await file.toBuffer();
}

/** @param count rows, the header among them */
function checkRows(columns: number, count: number): void {
  if (count > MOST_ROWS) throw full("rows", MOST_ROWS);
  if (columns * count > MOST_CELLS) throw full("cells", MOST_CELLS);
}

function cellOf(column: OutColumn, value: OutRow[number], row: number): Cell {
  if (value === null) return null;
  if (typeof value !== "string") {
    const digits = numberText(column, value);
    if (digits.replace(/\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) return { value: digits, type: String };
    const { type, scale = 0 } = column;
    return { value: Number(digits), type: Number, format: type === "decimal" && scale > 0 ? `0.${"0".repeat(scale)}` : "0" };
  }
  if (value.length > MOST_CHARACTERS) {
    throw new TableError(tableFailure({ code: "long-cell", column: column.name, row, max: MOST_CHARACTERS }));
  }
  return value === "" ? null : { value: heldText(value), type: String };
}

/** Characters that the library would drop; a carriage return, to be read as one; an underscore that would begin such an escape. */
const TO_ESCAPE = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd|_(?=x[\da-fA-F]{4}_)/gu;

/** As workbooks write what XML cannot hold: `_x000B_`. */
function heldText(text: string): string {
  const hex = (unit: string) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  return whole.replace(TO_ESCAPE, (character) =>
    character
      .split("")
      .map((unit) => `_x${hex(unit)}_`)
      .join(""),
  );
}

/** Room for a header, a wide character taken for two. */
function widthFor(header: string): number {
  const columns = [...header].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 2);
  return Math.min(60, Math.max(10, columns));
}

function full(what: "rows" | "columns" | "cells", max: number): TableError {
  return new TableError(tableFailure({ code: "sheet-full", what, max }));
}

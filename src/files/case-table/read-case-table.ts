/** A table of cases, CSV or a workbook, one row a case; everything wrong with it at once, by row and column. */
import { extname } from "node:path";
import type { Case } from "../../audit/case.js";
import { caseFailure } from "../../audit/case-failure.js";
import { provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import { columnLetters } from "../tables/column-letters.js";
import { readCsvTableFile } from "../tables/read-csv-table.js";
import type { Table, TableRow } from "../tables/table.js";
import { TableError } from "../tables/table-failure.js";
import { caseColumns } from "./case-columns.js";
import { readCaseRow } from "./case-row.js";
import { type CellProblem, describeCell } from "./cell-failure.js";
import type { RowContext } from "./row-context.js";
import type { TableCaseFailure } from "./table-case-failure.js";

/** A case and the row in which it stands, as a spreadsheet program counts them. */
export interface RowCase {
  readonly line: number;
  readonly case: Case;
}

/** At its row, and its column in letters; the heading is the pointer. */
export interface RowFailure extends Omit<TableCaseFailure, "column"> {
  readonly line?: number;
  readonly column?: string;
}

export type ReadCaseTable =
  | { readonly ok: true; readonly cases: readonly RowCase[] }
  | { readonly ok: false; readonly errors: readonly RowFailure[] };

/** By its name. */
export function isCaseTable(path: string): boolean {
  return [".csv", ".xlsx"].includes(extname(path).toLowerCase());
}

/** @param path of a CSV, or of a workbook, of which the first sheet is read */
export async function readCaseTableFile(award: Award, path: string): Promise<ReadCaseTable> {
  try {
    const table = await tableAt(path);
    return knowsAny(award, table) ? await readCaseTable(award, table) : await unknownHeadings(path);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return error.failure.code === "no-header" ? unknownHeadings(path) : { ok: false, errors: [error.failure] };
  }
}

/** As not where a title stands above the headings, or another sheet comes first. */
function knowsAny(award: Award, { columns }: Table): boolean {
  return caseColumns(award, columns).columns.some((column) => column !== null && column !== "wrong");
}

async function unknownHeadings(path: string): Promise<ReadCaseTable> {
  const problem = { code: "no-known-heading", sheet: await firstSheet(path) } as const;
  return { ok: false, errors: [{ pointer: "", code: problem.code, line: HEADER, message: describeCell(problem) }] };
}

/** @throws TableError from the rows */
async function readCaseTable(award: Award, table: Table): Promise<ReadCaseTable> {
  const errors: RowFailure[] = [];
  const cases: RowCase[] = [];
  const { columns, faults } = caseColumns(award, table.columns);
  const context: RowContext = { award, provisions: provisionsOf(award.files.law), headings: table.columns, columns };
  const wrong = (line: number, column: number | null, problem: CellProblem) =>
    errors.push(placed(context, line, { pointer: "", code: problem.code, message: describeCell(problem) }, column));
  for (const { column, problem } of faults) wrong(HEADER, column, problem);
  const rowOf = new Map<string, number>();
  const ofCase = columns.findIndex((column) => typeof column === "object" && column?.is === "head" && column.head === "case");
  const above = new Set<number>();
  let count = 0;
  for await (const row of table.rows) {
    if (isBlank(row) || isNote(row)) continue;
    count += 1;
    const read = readCaseRow(context, row, above);
    const sentence = String(row.cells[ofCase] ?? "").trim();
    const first = rowOf.get(sentence);
    if (first !== undefined) wrong(row.row, ofCase, { code: "case-twice", found: sentence, row: first });
    else if (sentence !== "") rowOf.set(sentence, row.row);
    const inOrder = [...read.failures].sort((a, b) => (a.column ?? -1) - (b.column ?? -1));
    for (const { column = null, ...failure } of inOrder) errors.push(placed(context, row.row, failure, column));
    for (const [column, cell] of row.cells.entries()) if (cell !== null && cell !== "") above.add(column);
    if (read.case !== null) cases.push({ line: row.row, case: read.case });
  }
  if (count === 0) errors.push(caseFailure("", { code: "no-cases" }));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, cases };
}

const HEADER = 1;

/** Spaces are not seen, and a row of them is none. */
function isBlank({ cells }: TableRow): boolean {
  return cells.every(isEmpty);
}

/** A row that begins with `#` says something about the table and is no case. */
function isNote({ cells }: TableRow): boolean {
  const first = cells.find((cell) => !isEmpty(cell));
  return typeof first === "string" && /^\s*[#＃]/.test(first);
}

function isEmpty(cell: TableRow["cells"][number]): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

function placed({ headings }: RowContext, line: number, failure: TableCaseFailure, column: number | null): RowFailure {
  const { column: _, ...rest } = failure;
  if (column === null || column < 0) return { ...rest, line };
  const heading = headings[column]?.trim() ?? "";
  const pointer = heading === "" ? "" : `/${heading.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { ...rest, pointer, line, column: columnLetters(column) };
}

async function tableAt(path: string): Promise<Table> {
  if (extname(path).toLowerCase() === ".csv") return readCsvTableFile(path);
  const { readXlsxFile } = await import("../tables/read-xlsx.js");
  return readXlsxFile(path);
}

/** Its name; `null` of a file that has no sheets. */
async function firstSheet(path: string): Promise<string | null> {
  if (extname(path).toLowerCase() === ".csv") return null;
  const { sheetNames } = await import("../tables/read-xlsx.js");
  const [first = null] = await sheetNames(path);
  return first;
}

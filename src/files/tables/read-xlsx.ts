/**
 * A sheet of an Excel workbook (.xlsx), as examiners keep them. Nothing is guessed: what stands in a cell is a value as it is
 * stored, or it is said why it cannot be taken for one (`UnreadCell`).
 *
 * A formula counts as the result stored with it; whether that is up to date the file does not tell. Hidden rows and columns are
 * read like any others and marked.
 */
import { type FoundFormat, foundFormat } from "./found-format.js";
import { type Cell, isUnread, type Table, type TableRow } from "./table.js";
import { TableError, tableFailure } from "./table-failure.js";
import { addressOf } from "./xlsx/address.js";
import { type MergedCells, readMergedCells } from "./xlsx/merged-cells.js";
import { readNumberKinds } from "./xlsx/number-formats.js";
import { readSharedStrings } from "./xlsx/shared-strings.js";
import { type SheetRow, sheetRows } from "./xlsx/sheet-rows.js";
import { type Archive, openArchive } from "./xlsx/unzip.js";
import { readPart, readWorkbook, type Sheet } from "./xlsx/workbook.js";

export interface XlsxOptions {
  /** Its name; its number from 1, where none is so named. The first that is not hidden, where none is given. */
  readonly sheet?: string;
  /** Row of the header, from 1. The first, where none is given: a title above it is not guessed. */
  readonly headerRow?: number;
}

export interface XlsxTable extends Table {
  readonly sheet: string;
  /** Every sheet of the workbook, hidden ones too. */
  readonly sheets: readonly string[];
  /** Headers of columns that whoever opens the file does not see. */
  readonly hiddenColumns: readonly string[];
}

/** 256 MiB, of the sheet and its texts together: they are held in memory. */
const MAX_UNPACKED = 256 * 2 ** 20;

/**
 * @param bytes the whole file
 * @param maxUnpacked bytes that it may unpack to
 * @throws TableError where it is no workbook, has no such sheet or no header, or is damaged
 */
export async function readXlsx(
  bytes: Uint8Array,
  { sheet: asked, headerRow = 1 }: XlsxOptions = {},
  maxUnpacked = MAX_UNPACKED,
): Promise<XlsxTable> {
  const found = foundFormat(bytes);
  if (found !== "zip") throw wrongFormat(found);
  const archive = openArchive(bytes, maxUnpacked);
  const other = otherArchive(archive);
  if (other !== null) throw wrongFormat(other);

  const { sheets, from1904, stringsPart, stylesPart } = await readWorkbook(archive);
  const sheet = findSheet(sheets, asked);
  const partOrNull = async (part: string | null) => (part === null ? null : await readPart(archive, part));
  const strings = readSharedStrings(await partOrNull(stringsPart));
  const kinds = readNumberKinds(await partOrNull(stylesPart));
  const xml = await readPart(archive, sheet.part);

  const hidden = new Set<number>();
  const rows = sheetRows(xml, { strings, kinds, from1904 }, hidden);
  const columns = headerOf(rows, headerRow);
  return {
    sheet: sheet.name,
    sheets: sheets.map(({ name }) => name),
    columns,
    hiddenColumns: columns.filter((_, column) => hidden.has(column)),
    rows: tableRows(rows, columns.length, readMergedCells(xml)),
  };
}

/** What an archive is that holds no workbook of this kind. */
function otherArchive({ names }: Archive): FoundFormat | null {
  if (names.includes("xl/workbook.bin")) return "xlsb";
  if (names.includes("mimetype") && names.includes("content.xml")) return "ods";
  return names.includes("[Content_Types].xml") && !names.some((name) => /^(word|ppt)\//.test(name)) ? null : "zip";
}

function findSheet(sheets: readonly Sheet[], asked: string | undefined): Sheet {
  const found =
    asked === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : (sheets.find(({ name }) => name === asked) ?? (/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined));
  if (found !== undefined) return found;
  throw new TableError(tableFailure({ code: "unknown-sheet", found: asked ?? "", known: sheets.map(({ name }) => name) }));
}

/** Takes the rows up to the header. */
function headerOf(rows: Generator<SheetRow>, headerRow: number): readonly string[] {
  for (let next = rows.next(); next.done !== true; next = rows.next()) {
    const { row, cells } = next.value;
    if (row < headerRow) continue;
    if (row > headerRow) throw new TableError(tableFailure({ code: "no-header", row: headerRow, first: row }));
    return cells.map(headerText);
  }
  throw new TableError(tableFailure({ code: "no-header", row: headerRow, first: null }));
}

/** A header that is typed as a number, `4.1`, is the text it shows. */
function headerText(cell: Cell): string {
  if (isUnread(cell)) throw new TableError(cell.failure);
  return cell === null ? "" : String(cell);
}

async function* tableRows(rows: Generator<SheetRow>, width: number, merged: MergedCells): AsyncGenerator<TableRow> {
  for (const { row, cells, hidden } of rows) {
    const all: Cell[] = [];
    for (let column = 0; column < Math.max(width, cells.length); column += 1) {
      const cell = cells[column] ?? null;
      const range = cell === null ? merged.rangeAround(row, column) : null;
      all.push(range === null ? cell : mergedCell(addressOf(row, column), range, row));
    }
    yield { row, cells: all, ...(hidden ? { hidden } : {}) };
  }
}

function mergedCell(at: string, range: string, row: number): Cell {
  return { failure: tableFailure({ code: "merged-cell", at, range }, row) };
}

function wrongFormat(found: FoundFormat): TableError {
  if (found === "encrypted-office") return new TableError(tableFailure({ code: "encrypted-file", wanted: "xlsx" }));
  return new TableError(tableFailure({ code: "wrong-format", wanted: "xlsx", found }));
}

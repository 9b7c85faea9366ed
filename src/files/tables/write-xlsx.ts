/**
 * An Excel workbook (.xlsx) of one sheet, written as its rows come: a bold header that stays in view, numbers as numbers with their
 * digits, text as text, whatever it begins with.
 */
import { type Bytes, type Header, headerOf, numberText, type OutColumn, type OutRow, type OutRows } from "./out-table.js";
import { TableError, tableFailure } from "./table-failure.js";
import { textPieces } from "./text-pieces.js";
import { addressOf, MOST_COLUMNS, MOST_ROWS } from "./xlsx/address.js";
import { escaped } from "./xlsx/escape.js";
import { type ZipFile, zipBytes } from "./xlsx/zip.js";

export interface XlsxOutOptions {
  readonly header?: Header;
  /** Name of the sheet: 1 to 31 characters, none of `[]:*?/\`. */
  readonly sheet?: string;
  /** How many rows there will be, where that is known: then a table too long is refused before anything is written. */
  readonly rowCount?: number;
}

/** Of a cell, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;
/** A spreadsheet program keeps no more of a number; one that is longer is written as text. */
const MOST_DIGITS = 15;

/** @throws TableError where the table has more rows or columns, or a cell more text, than a sheet takes */
export function xlsxBytes(columns: readonly OutColumn[], rows: OutRows, options: XlsxOutOptions = {}): Bytes {
  const { header = "name", sheet = "Sheet1", rowCount = 0 } = options;
  if (columns.length > MOST_COLUMNS) throw full("columns", MOST_COLUMNS);
  if (rowCount + 1 > MOST_ROWS) throw full("rows", MOST_ROWS);
  return zipBytes(partsOf(columns, sheetTexts(columns, rows, header), sheet));
}

function* partsOf(columns: readonly OutColumn[], sheet: AsyncGenerator<string>, name: string): Generator<ZipFile> {
  const fixed = { "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "xl/_rels/workbook.xml.rels": PARTS };
  for (const [part, xml] of Object.entries(fixed)) yield { name: part, content: textPieces([DECLARATION, xml]) };
  yield { name: "xl/workbook.xml", content: textPieces([DECLARATION, workbook(name)]) };
  yield { name: "xl/styles.xml", content: textPieces([DECLARATION, styles(columns)]) };
  yield { name: "xl/worksheets/sheet1.xml", content: textPieces(sheet) };
}

async function* sheetTexts(columns: readonly OutColumn[], rows: OutRows, header: Header): AsyncGenerator<string> {
  const headers = columns.map((column) => headerOf(column, header));
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `<cols>${headers.map(width).join("")}</cols><sheetData>`;
  yield rowXml(
    1,
    headers.map((text, index) => textXml(text, addressOf(1, index), HEADER_STYLE)),
  );
  let at = 1;
  for await (const row of rows) {
    at += 1;
    if (at > MOST_ROWS) throw full("rows", MOST_ROWS);
    yield rowXml(
      at,
      columns.map((column, index) => cellXml(column, row[index] ?? null, at, index)),
    );
  }
  yield "</sheetData></worksheet>";
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join("")}</row>`;
}

function cellXml(column: OutColumn, value: OutRow[number], row: number, index: number): string {
  if (value === null) return "";
  const at = addressOf(row, index);
  if (typeof value !== "string") {
    const digits = numberText(column, value);
    if (digits.replace(/\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) return textXml(digits, at, 0);
    return `<c r="${at}" s="${FIRST_STYLE + index}"><v>${digits}</v></c>`;
  }
  if (value.length > MOST_CHARACTERS) {
    throw new TableError(tableFailure({ code: "long-cell", column: column.name, row, max: MOST_CHARACTERS }));
  }
  return textXml(value, at, 0);
}

function textXml(text: string, at: string, style: number): string {
  const styled = style === 0 ? "" : ` s="${style}"`;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Room for its header, a wide character taken for two. */
function width(header: string, index: number): string {
  const columns = [...header].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 2);
  return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(60, Math.max(10, columns))}" customWidth="1"/>`;
}

function full(what: "rows" | "columns", max: number): TableError {
  return new TableError(tableFailure({ code: "sheet-full", what, max }));
}

// Parts -------------------------------------------------------------------------------------------------------------

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;

const RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const PARTS =
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE_RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

function workbook(sheet: string): string {
  const named = `<sheet name="${escaped(sheet).replaceAll('"', "&quot;")}" sheetId="1" r:id="rId1"/>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${named}</sheets></workbook>`;
}

/** The first style is that of no style, the second of headers; then one for the numbers of each column. */
const HEADER_STYLE = 1;
const FIRST_STYLE = 2;
/** Formats below are built in. */
const FIRST_FORMAT = 164;

function styles(columns: readonly OutColumn[]): string {
  const formats = columns.map(({ type, scale = 0 }) => (type === "decimal" && scale > 0 ? `0.${"0".repeat(scale)}` : "0"));
  const codes = formats.map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`);
  const numbers = formats.map(
    (_, index) => `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  );
  const font = '<sz val="11"/><name val="Calibri"/>';
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join("")}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${FIRST_STYLE + columns.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/>${numbers.join("")}</cellXfs></styleSheet>`
  );
}

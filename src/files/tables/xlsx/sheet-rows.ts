/** The rows of a sheet, from top to bottom, each cell as the person who opens the file would take it. */
import type { Cell } from "../table.js";
import { type TableProblem, tableFailure } from "../table-failure.js";
import { addressOf, MOST_COLUMNS, MOST_ROWS, parseAddress } from "./address.js";
import { damaged } from "./damaged.js";
import { unescaped } from "./escape.js";
import type { NumberKind } from "./number-formats.js";
import { serialDate } from "./serial-date.js";
import { readRichText } from "./shared-strings.js";
import { XmlReader } from "./xml.js";

export interface SheetRow {
  /** From 1. */
  readonly row: number;
  /** As far as the last that is not empty; never only empty ones. */
  readonly cells: readonly Cell[];
  readonly hidden: boolean;
}

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/**
 * @param xml a sheet
 * @param hiddenColumns is given the columns, from 0, that are not shown, before the first row
 */
export function* sheetRows(xml: string, context: CellContext, hiddenColumns: Set<number>): Generator<SheetRow> {
  const reader = new XmlReader(xml);
  let last = 0;
  // Behind its cells a sheet has pictures and buttons, with rows and columns of their own.
  while (reader.next() && !(reader.kind === "close" && reader.name === "sheetData")) {
    if (reader.kind !== "open") continue;
    if (reader.name === "col") addHidden(reader, hiddenColumns);
    if (reader.name !== "row") continue;
    const row = Number(reader.attribute("r") ?? last + 1);
    if (!Number.isInteger(row) || row <= last || row > MOST_ROWS) throw damaged("行号次序有误", "its rows are out of order");
    last = row;
    const hidden = isTrue(reader.attribute("hidden"));
    const cells = readCells(reader, row, context);
    if (cells.length > 0) yield { row, cells, hidden };
  }
}

function addHidden(reader: XmlReader, hiddenColumns: Set<number>): void {
  if (!isTrue(reader.attribute("hidden"))) return;
  const to = Math.min(Number(reader.attribute("max")), MOST_COLUMNS);
  for (let column = Number(reader.attribute("min")); column <= to; column += 1) hiddenColumns.add(column - 1);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** The reader stands on the row's tag, and then behind its end. */
function readCells(reader: XmlReader, row: number, context: CellContext): readonly Cell[] {
  const cells: Cell[] = [];
  let next = 0;
  while (reader.next() && !(reader.kind === "close" && reader.name === "row")) {
    if (reader.kind !== "open" || reader.name !== "c") continue;
    const place = reader.attribute("r");
    const address = place === undefined ? { row, column: next } : parseAddress(place);
    if (address === null || address.row !== row || address.column < next || address.column >= MOST_COLUMNS) {
      throw damaged("单元格次序有误", "its cells are out of order");
    }
    next = address.column + 1;
    const cell = readCell(reader, { row, at: addressOf(row, address.column) }, context);
    if (cell === null) continue;
    while (cells.length < address.column) cells.push(null);
    cells.push(cell);
  }
  return cells;
}

interface Place {
  readonly row: number;
  readonly at: string;
}

interface Stored {
  readonly type: string;
  readonly style: number;
  /** `undefined` where nothing is stored, which is not the same as an empty text. */
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly formula: boolean;
}

function readCell(reader: XmlReader, place: Place, context: CellContext): Cell {
  const type = reader.attribute("t") ?? "n";
  const style = Number(reader.attribute("s") ?? 0);
  let value: string | undefined;
  let inline: string | undefined;
  let formula = false;
  let inValue = false;
  while (reader.next() && !(reader.kind === "close" && reader.name === "c")) {
    if (reader.kind === "text") {
      if (inValue) value += reader.text;
    } else if (reader.name === "v") {
      inValue = reader.kind === "open";
      value ??= "";
    } else if (reader.kind !== "open") continue;
    else if (reader.name === "f") formula = true;
    else if (reader.name === "is") inline = readRichText(reader);
  }
  return cellOf({ type, style, value, inline, formula }, place, context);
}

function cellOf({ type, style, value, inline, formula }: Stored, place: Place, context: CellContext): Cell {
  if (type === "inlineStr") return textCell(inline ?? "");
  if (value === undefined) return formula ? unread(place, { code: "no-stored-value", at: place.at }) : null;
  switch (type) {
    case "s": {
      const text = context.strings[value.trim() === "" ? -1 : Number(value)];
      return text === undefined ? unread(place, { code: "bad-cell", at: place.at, stored: value }) : textCell(text);
    }
    case "str":
      return textCell(unescaped(value));
    case "b":
      if (value !== "1" && value !== "0") return unread(place, { code: "bad-cell", at: place.at, stored: value });
      return value === "1";
    case "e":
      return unread(place, { code: "error-value", at: place.at, shown: value });
    // A date of the strict edition: it is ISO text already.
    case "d":
      return textCell(value);
    case "n":
      return numberCell(value.trim(), context.kinds[style] ?? "number", place, context.from1904);
    default:
      return unread(place, { code: "bad-cell", at: place.at, stored: value });
  }
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

function numberCell(stored: string, kind: NumberKind, place: Place, from1904: boolean): Cell {
  if (stored === "") return null;
  const number = Number(stored);
  if (!NUMBER.test(stored) || !Number.isFinite(number)) return unread(place, { code: "bad-cell", at: place.at, stored });
  // Taken as stored, 100% would be the score 1; taken as shown, 1 that was typed before the format was set would be 100.
  if (kind === "percent") return unread(place, { code: "percent-format", at: place.at, stored, shown: percent(number) });
  if (kind === "date") return serialDate(number, from1904) ?? unread(place, { code: "bad-cell", at: place.at, stored });
  return number;
}

function percent(number: number): string {
  return `${Number((number * 100).toPrecision(15))}%`;
}

/** A formula that gives `""` shows nothing. */
function textCell(text: string): Cell {
  return text === "" ? null : text;
}

function unread({ row }: Place, problem: TableProblem): Cell {
  return { failure: tableFailure(problem, row) };
}

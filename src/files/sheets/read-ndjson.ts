/**
 * Score sheets from NDJSON, a record a line: `{ "applicant", "reviewer", "stage", "scores": { "4.1.2": 80 } }`, or all keys side by
 * side. Keys are headings: a clause, a title, or what a caller says they are. A key may be missing, as a cell may be empty.
 */
import { createReadStream } from "node:fs";
import { type Criteria, itemsOf } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import { isRecord } from "../../kernel/read-facts.js";
import { type Column, type LostRow, tellsSheetsApart } from "../../scoring/batch.js";
import { type Cell, cellReader } from "../../scoring/cells.js";
import { headingMeanings, type NameColumn } from "../../scoring/columns.js";
import { loadScorer } from "../../scoring/scorer.js";
import { readNdjson } from "../tables/read-ndjson.js";
import { requireFewStages } from "./few-stages.js";
import type { FileBatch, SheetFault } from "./sheet-fault.js";
import type { ReadSheetsOptions, SheetReading } from "./sheet-reading.js";
import { inOrder, unreadCells } from "./unread-cells.js";

const NAMES: readonly NameColumn[] = ["applicant", "reviewer", "stage"];
/** Keys under which scores may stand together. */
const NESTED: readonly string[] = ["scores", "评分"];
const MOST_FAULTS = 4096;
/** Keys told that hold nothing of a sheet: records may have others without end. */
const MOST_STRAYS = 64;

/** @throws TableError from the batches, where there are too many stages; else whatever is wrong is wrong with a line */
export async function readNdjsonSheets(
  path: string,
  criteria: Criteria,
  { columns: given, progress }: ReadSheetsOptions = {},
): Promise<SheetReading> {
  const headings = [...NAMES, ...itemsOf(criteria).map(({ clause }) => clause)];
  const places: readonly Column[] = [...NAMES, ...itemsOf(criteria).map((_, item) => item)];
  const { meaningOf, isLikeClause, unknownClause } = headingMeanings(criteria, given);
  const scorer = await loadScorer(criteria);
  const unread = unreadCells();
  /** Keys that hold nothing of a sheet. */
  const strays = new Set<string>();
  /** Rows without scores among those not taken yet. */
  const unscored = new Set<number>();
  let faults: SheetFault[] = [];
  let lost: LostRow[] = [];
  let reader: ReturnType<typeof cellReader> | null = null;
  let columns: readonly Column[] = [];

  function add(row: number, record: Readonly<Record<string, unknown>>): void {
    const entries = entriesOf(record);
    const cells: Cell[] = places.map(() => null);
    const keys = new Set<number>();
    for (const [key, value, isNested] of entries) {
      const place = placeOf(key);
      if (place === "unknown") {
        if (isNested || isLikeClause(key))
          faults.push({ row, column: 0, problem: "unknown-clause", found: cut(key), ...unknownClause(key) });
        else if (strays.size < MOST_STRAYS) strays.add(key);
        continue;
      }
      if (place === null) continue;
      if (keys.has(place)) faults.push({ row, column: place, problem: "key-twice", found: cut(key) });
      else cells[place] = cellOf(value, row, place);
      keys.add(place);
    }
    if (keys.size > 0 && ![...keys].some((place) => typeof places[place] === "number")) {
      const given = NESTED.map((key) => record[key]).find((value) => value !== undefined && !isRecord(value));
      faults.push({ row, column: 0, problem: "no-scores", found: given === undefined ? "" : cut(JSON.stringify(given)) });
      unscored.add(row);
    }
    // The names there are in the first record are those there are in all.
    if (reader === null) {
      columns = places.map((place, at) => (at === 0 || typeof place === "number" || keys.has(at) ? place : null));
      reader = cellReader(scorer, columns);
    }
    for (const at of keys)
      if (columns[at] === null) faults.push({ row, column: at, problem: "stray-key", found: NAMES[at] as string });
    if (cells.every((cell) => cell === null)) lose(row, { row, column: 0, problem: "no-name", found: "" });
    else reader.add(row, cells);
  }

  /** A line that gives nothing of a sheet, not even names. */
  function lose(row: number, ...why: readonly SheetFault[]): void {
    faults.push(...why);
    lost.push({ row, lines: 1, applicant: null, stage: null, isShifted: false });
  }

  function placeOf(key: string): number | null | "unknown" {
    const meant = meaningOf(key);
    if (meant === undefined) return "unknown";
    return meant === null ? null : places.indexOf(meant);
  }

  function cellOf(value: unknown, row: number, column: number): Cell {
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    unread.add({ row, column, found: cut(JSON.stringify(value)), message: NO_VALUE });
    return null;
  }

  /** Of a sheet without scores one fault says it all. */
  function withoutEmpty(batch: FileBatch): FileBatch {
    if (unscored.size === 0) return batch;
    const faults = batch.faults.filter(({ row, problem }) => problem !== "empty" || !unscored.has(row));
    unscored.clear();
    return { ...batch, faults };
  }

  function take(): FileBatch | null {
    requireFewStages(reader?.namesOf("stage") ?? []);
    const batch = reader === null ? null : withoutEmpty(unread.tellIn(reader.take()));
    const own = { faults, lost };
    [faults, lost] = [[], []];
    if (batch === null) return own.faults.length === 0 ? null : { ...EMPTY, ...own };
    if (own.faults.length === 0) return batch;
    const all = [...batch.lost, ...own.lost].sort((a, b) => a.row - b.row);
    return { ...batch, faults: inOrder([...batch.faults, ...own.faults]), lost: all };
  }

  async function* batches(): AsyncGenerator<FileBatch> {
    let bytes = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
        progress?.(bytes);
      }
    };
    for await (const read of readNdjson(counted(createReadStream(path)))) {
      const row = read.line - 1;
      if ("record" in read) add(row, read.record);
      else
        lose(
          row,
          ...read.errors.map(({ found = "", message }) => ({ row, column: 0, problem: "bad-line", found, message }) as const),
        );
      if (faults.length < MOST_FAULTS && reader?.isFull !== true) continue;
      const batch = take();
      if (batch !== null) yield batch;
    }
    const last = take();
    if (last !== null) yield last;
  }

  return {
    headings,
    unread: () => [...strays],
    firstRow: 1,
    batches: batches(),
    tellsSheetsApart: () => tellsSheetsApart(columns),
    namesOf: (kind) => reader?.namesOf(kind) ?? [],
  };
}

/** A key, what stands there, and whether it stands among the scores. */
type Entry = readonly [key: string, value: unknown, isNested: boolean];

function entriesOf(record: Readonly<Record<string, unknown>>): readonly Entry[] {
  return Object.entries(record).flatMap(([key, value]): readonly Entry[] => {
    if (!NESTED.includes(key)) return [[key, value, false]];
    return isRecord(value) ? Object.entries(value).map(([clause, score]) => [clause, score, true] as const) : [];
  });
}

const EMPTY: FileBatch = {
  count: 0,
  sheets: new Uint8Array(0),
  totals: new Int32Array(0),
  bounds: null,
  applicants: new Uint32Array(0),
  reviewers: new Uint32Array(0),
  stages: new Uint32Array(0),
  rows: new Uint32Array(0),
  faults: [],
  lost: [],
};

const NO_VALUE = { zh: "不是单个的值：请写数或文字", en: "no single value: write a number or a text" };

/** Sheets read together from a table, and what is wrong with its cells. */

/** What a column holds: the place of an item, a name, or nothing that is read. */
export type Column = number | "applicant" | "reviewer" | "stage" | null;

export type CellProblem =
  | "empty"
  | "no-number"
  | "off-scale"
  | "no-name"
  | "long-name"
  | "stray-quote"
  | "too-few-cells"
  | "too-many-cells"
  | "open-quote"
  | "sheet-twice";

export interface CellFault {
  /** Rows after the header are counted from 0 on, blank ones too. */
  readonly row: number;
  /** From 0 on; of a fault of the whole row 0. */
  readonly column: number;
  readonly problem: CellProblem;
  /** What the cell holds. */
  readonly found: string;
}

/** A row that is refused: a sheet there may have been, of which nothing is known but the names it gives. */
export interface LostRow {
  /** As `CellFault` counts them. */
  readonly row: number;
  /** More than one where a quote hides line breaks: as many sheets may have been in it. */
  readonly lines: number;
  /** Numbers of its names; `null` where they cannot be read. */
  readonly applicant: number | null;
  readonly stage: number | null;
  /** Whether its cells may stand in wrong columns, so that a name which no sheet has may be none. */
  readonly isShifted: boolean;
}

/** Rows read at one time; the arrays are good until more is read. */
export interface SheetBatch {
  readonly count: number;
  /** Packed, as `totals()` takes them; an item that was not scored, or not by a score, is 255. */
  readonly sheets: Uint8Array;
  /** As `totals()` gives them. */
  readonly totals: Int32Array;
  /** As `bounds()` gives them; `null` where every sheet is whole. */
  readonly bounds: Int32Array | null;
  /** Numbers of names, in the order in which they first came: 0 where there is no such column. */
  readonly applicants: Uint32Array;
  readonly reviewers: Uint32Array;
  readonly stages: Uint32Array;
  /** The row of each. */
  readonly rows: Uint32Array;
  readonly faults: readonly CellFault[];
  /** In the order of the rows; one that only stands twice is not among them. */
  readonly lost: readonly LostRow[];
}

/** The longest name there may be, in bytes of UTF-8. */
export const LONGEST_NAME = 255;

/** Whether sheets can be told apart: without reviewers, several of one applicant are several reviewers'. */
export function tellsSheetsApart(columns: readonly Column[]): boolean {
  return columns.includes("applicant") && columns.includes("reviewer");
}

/** The batch without the sheets at some of its places; its faults stay. */
export function withoutSheets<B extends SheetBatchNumbers>(batch: B, places: ReadonlySet<number>): B {
  const stride = batch.sheets.length / batch.count;
  const kept = <T extends Int32Array | Uint32Array>(numbers: T) => numbers.filter((_, at) => !places.has(at)) as T;
  return {
    ...batch,
    count: batch.count - places.size,
    sheets: batch.sheets.filter((_, at) => !places.has(Math.floor(at / stride))),
    totals: kept(batch.totals),
    bounds: batch.bounds?.filter((_, at) => !places.has(at >> 1)) ?? null,
    applicants: kept(batch.applicants),
    reviewers: kept(batch.reviewers),
    stages: kept(batch.stages),
    rows: kept(batch.rows),
  };
}

/** A batch whatever its faults are. */
type SheetBatchNumbers = Omit<SheetBatch, "faults">;

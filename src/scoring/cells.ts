/** Sheets from the cells of a table that is no text: a spreadsheet, columns, JSON. The same faults as of a CSV file. */
import { type CellFault, type CellProblem, type Column, LONGEST_NAME, type LostRow, type SheetBatch } from "./batch.js";
import { MISSING, NO_TOTAL } from "./layout.js";
import type { Scorer } from "./scorer.js";

export type Cell = string | number | boolean | null;

export interface CellReader {
  /** @param row counted from 0 on, as faults count */
  add(row: number, cells: readonly Cell[]): void;
  /** What was added since the last time, and whether there is enough of it to be worth taking. */
  take(): SheetBatch;
  readonly isFull: boolean;
  namesOf(kind: "applicant" | "reviewer" | "stage"): readonly string[];
}

const NAMES = ["applicant", "reviewer", "stage"] as const;
/** Of a batch, where it is taken as soon as it is full. */
export const MOST_SHEETS = 4096;

/** @param columns as `mapColumns` gives them */
export function cellReader(scorer: Pick<Scorer, "layout" | "totals" | "bounds">, columns: readonly Column[]): CellReader {
  const { stride, items, least, top, step } = scorer.layout;
  const numbers = NAMES.map(() => new Map<string, number>());
  let sheets: Uint8Array[] = [];
  let names: number[][] = [];
  let faults: CellFault[] = [];
  let lost: LostRow[] = [];

  function scoreOf(cell: Cell): number | CellProblem {
    const isDigits = typeof cell === "string" && /^\d{1,9}$/.test(cell.trim());
    const score = isDigits ? Number(cell) : cell;
    if (score === null || (typeof score === "string" && score.trim() === "")) return "empty";
    if (typeof score !== "number") return "no-number";
    return score >= least && score <= top && (score - least) % step === 0 ? score : "off-scale";
  }

  function nameOf(which: number, cell: Cell): number | CellProblem {
    const name = cell === null ? "" : `${cell}`.trim();
    if (name === "") return "no-name";
    if (new TextEncoder().encode(name).length > LONGEST_NAME) return "long-name";
    const own = numbers[which] as Map<string, number>;
    const number = own.get(name) ?? own.size;
    own.set(name, number);
    return number;
  }

  return {
    add(row, cells) {
      if (cells.every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""))) return;
      const sheet = new Uint8Array(stride).fill(MISSING, 0, items);
      const own: [number | null, number | null, number | null, number] = [0, 0, 0, row];
      columns.forEach((kind, column) => {
        if (kind === null) return;
        const cell = cells[column] ?? null;
        const value = typeof kind === "number" ? scoreOf(cell) : nameOf(NAMES.indexOf(kind), cell);
        if (typeof value === "string") faults.push({ row, column, problem: value, found: cell === null ? "" : `${cell}` });
        else if (typeof kind === "number") sheet[kind] = value;
        if (typeof kind === "string") own[NAMES.indexOf(kind)] = typeof value === "number" ? value : null;
      });
      const [applicant, reviewer, stage] = own;
      if (applicant === null || reviewer === null || stage === null) {
        lost.push({ row, lines: 1, applicant, stage, isShifted: false });
        return;
      }
      sheets.push(sheet);
      names.push([applicant, reviewer, stage, row]);
    },
    get isFull() {
      return sheets.length + faults.length >= MOST_SHEETS;
    },
    take() {
      const all = new Uint8Array(sheets.length * stride);
      for (const [at, sheet] of sheets.entries()) all.set(sheet, at * stride);
      const column = (which: number) => Uint32Array.from(names, (own) => own[which] as number);
      const [applicants, reviewers, stages, rows] = [column(0), column(1), column(2), column(3)];
      const totals = scorer.totals(all);
      const bounds = totals.includes(NO_TOTAL) ? scorer.bounds(all) : null;
      faults.sort((a, b) => a.row - b.row || a.column - b.column);
      const batch = { count: sheets.length, sheets: all, totals, bounds, applicants, reviewers, stages, rows, faults, lost };
      [sheets, names, faults, lost] = [[], [], [], []];
      return batch;
    },
    namesOf: (kind) => [...(numbers[NAMES.indexOf(kind)] as Map<string, number>).keys()],
  };
}

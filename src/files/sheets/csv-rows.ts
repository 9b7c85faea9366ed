/** Rows of a CSV as they come, to what they come to. Rows are not compared with one another: nothing is kept of any. */
import type { Award } from "../../kernel/award.js";
import type { Criteria } from "../../kernel/criteria.js";
import { failure, pointerStep, show } from "../../kernel/failure.js";
import type { CellFault, Column, SheetBatch } from "../../scoring/batch.js";
import type { NameColumn } from "../../scoring/columns.js";
import { csvReader } from "../../scoring/csv.js";
import type { Scorer } from "../../scoring/scorer.js";
import { sheetScores } from "../../selection/scored-sheets.js";
import { columnLetters } from "../tables/column-letters.js";
import { clausesOf } from "./clauses.js";
import { codeOf } from "./place.js";
import type { RowAnswer, RowError, RowReader } from "./row-answer.js";
import { faultInWords } from "./says.js";
import type { SheetFault } from "./sheet-fault.js";
import { stageFinder } from "./stage-finder.js";

/** Fed to the reader at one time, so that the answers that follow from it are few. */
const BYTES_AT_ONCE = 1 << 15;
/** Names remembered; then they are forgotten, and learnt again as they come. */
const MOST_NAMES = 1 << 16;
/** The row after the header. */
const FIRST_ROW = 2;
const KINDS = ["applicant", "reviewer", "stage"] as const satisfies readonly NameColumn[];
/** What stands for bytes that are no UTF-8. */
const REPLACEMENT = "\uFFFD";

/** @param columns as `mapColumns` gives them */
export async function csvRows(
  { files: { selection } }: Award,
  criteria: Criteria,
  scorer: Scorer,
  { columns, delimiter }: { readonly columns: readonly Column[]; readonly delimiter: string },
): Promise<RowReader> {
  const reader = await csvReader(scorer.layout, columns, delimiter);
  const scoresOf = sheetScores(criteria, scorer);
  const clauses = clausesOf(criteria);
  const stageOf = stageFinder(selection?.stages ?? null);
  const kinds = KINDS.filter((kind) => columns.includes(kind));
  let names = emptyNames();
  let isOver = false;

  function learn(): void {
    for (const kind of kinds) names[kind] = names[kind].concat(reader.namesOf(kind, names[kind].length));
  }

  function pointerOf(column: number): string {
    const kind = columns[column];
    if (typeof kind === "number") return `/scores${pointerStep(clauses[kind] as string)}`;
    return kind === null || kind === undefined ? "" : `/${kind}`;
  }

  function errorOf(fault: SheetFault): RowError {
    const ofCell = !OF_THE_ROW.includes(fault.problem);
    return {
      pointer: ofCell ? pointerOf(fault.column) : "",
      code: codeOf(fault, criteria.scale),
      ...(ofCell ? { column: columnLetters(fault.column), found: show(fault.found) } : {}),
      message: faultInWords(fault, criteria.scale),
    };
  }

  /** The names of a sheet, and what is wrong with them. */
  function namesAt(batch: SheetBatch, at: number) {
    const errors: RowError[] = [];
    const own: Partial<Record<NameColumn, string>> = {};
    const numbers = { applicant: batch.applicants, reviewer: batch.reviewers, stage: batch.stages };
    for (const kind of kinds) {
      const found = names[kind][numbers[kind][at] as number] as string;
      const column = columns.indexOf(kind);
      if (found.includes(REPLACEMENT)) {
        errors.push({ ...failure(`/${kind}`, { code: "not-utf8" }), column: columnLetters(column), found: show(found) });
      } else if (kind === "stage") {
        const stage = stageOf(found);
        if (stage.ok) own.stage = stage.name;
        else errors.push(errorOf({ row: 0, column, problem: "unknown-stage", found, near: stage.near, known: stage.known }));
      } else own[kind] = found;
    }
    return { own, errors };
  }

  function answersOf(batch: SheetBatch): readonly RowAnswer[] {
    learn();
    const faults = faultsByRow(batch.faults);
    const scores = scoresOf(batch.sheets);
    const answers = Array.from(batch.rows, (row, at): RowAnswer => {
      const { own, errors: ofNames } = namesAt(batch, at);
      // An empty cell was not scored, which is no fault.
      const errors = [...ofNames, ...(faults.get(row) ?? []).filter(({ problem }) => problem !== "empty").map(errorOf)];
      faults.delete(row);
      if (errors.length > 0) return { row: row + FIRST_ROW, ...own, errors };
      return { row: row + FIRST_ROW, ...own, ...(scores[at] as (typeof scores)[number]) };
    });
    const refused = [...faults].map(([row, own]): RowAnswer => {
      const wrong = own.filter(({ problem }) => problem !== "empty");
      return { row: row + FIRST_ROW, errors: (wrong.length > 0 ? wrong : own).map(errorOf) };
    });
    return refused.length === 0 ? answers : [...answers, ...refused].sort((a, b) => a.row - b.row);
  }

  function read(bytes: Uint8Array, isLast: boolean): readonly RowAnswer[] {
    const answers: (readonly RowAnswer[])[] = [];
    reader.room().set(bytes);
    try {
      reader.read(bytes.length, isLast, (batch) => answers.push(answersOf(batch)));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      isOver = true;
      answers.push([{ row: reader.rows + FIRST_ROW, errors: [LONG_ROW] }]);
    }
    if (kinds.some((kind) => names[kind].length > MOST_NAMES)) {
      reader.forgetNames();
      names = emptyNames();
    }
    return answers.flat();
  }

  return {
    *push(chunk) {
      for (let at = 0; at < chunk.length && !isOver; ) {
        const count = Math.min(BYTES_AT_ONCE, reader.room().length, chunk.length - at);
        yield* read(chunk.subarray(at, at + count), false);
        at += count;
      }
    },
    *end() {
      if (!isOver) yield* read(new Uint8Array(0), true);
    },
  };
}

const OF_THE_ROW: readonly SheetFault["problem"][] = ["too-few-cells", "too-many-cells", "open-quote"];

const LONG_ROW: RowError = {
  pointer: "",
  code: "long-row",
  message: {
    zh: "此行超过 512 KiB，此行及以后均未读取：请检查是否有引号没有成对",
    en: "longer than 512 KiB, so that neither it nor what follows was read: look for a quote that is not closed",
  },
};

function emptyNames(): Record<NameColumn, readonly string[]> {
  return { applicant: [], reviewer: [], stage: [] };
}

function faultsByRow(faults: readonly CellFault[]): Map<number, CellFault[]> {
  const byRow = new Map<number, CellFault[]>();
  for (const fault of faults) {
    const own = byRow.get(fault.row) ?? [];
    own.push(fault);
    byRow.set(fault.row, own);
  }
  return byRow;
}

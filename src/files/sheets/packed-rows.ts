/** Packed sheets to what they come to: a line each, or a number each. */
import type { Criteria } from "../../kernel/criteria.js";
import { failure, pointerStep } from "../../kernel/failure.js";
import type { Scorer } from "../../scoring/scorer.js";
import { sheetScores } from "../../selection/scored-sheets.js";
import { clausesOf } from "./clauses.js";
import { type PackedSheets, PackedSplitter, wrongPlaces } from "./packed-sheets.js";
import type { RowAnswer, RowError, RowReader } from "./row-answer.js";

export function packedRows(criteria: Criteria, scorer: Scorer): RowReader {
  const splitter = new PackedSplitter(scorer.layout);
  const scoresOf = sheetScores(criteria, scorer);
  const errorsOf = errorReader(criteria, scorer);

  function* answers(pieces: Iterable<PackedSheets>): Generator<RowAnswer> {
    for (const { first, sheets, wrong } of pieces) {
      for (const [at, scores] of scoresOf(sheets).entries()) {
        const bytes = wrong.get(at);
        yield bytes === undefined ? { row: first + at, ...scores } : { row: first + at, errors: errorsOf(bytes) };
      }
    }
  }

  return { push: (chunk) => answers(splitter.push(chunk)), end: () => answers(splitter.end()) };
}

/** Stands in place of a total that cannot be given, since a byte of the sheet is wrong or the sheet breaks off. */
const WRONG_SHEET = -2;

export interface TotalReader {
  push(chunk: Uint8Array): Iterable<Uint8Array<ArrayBuffer>>;
  end(): Iterable<Uint8Array<ArrayBuffer>>;
}

/**
 * A little-endian i32 a sheet: its total, -1 where an item was not scored, `WRONG_SHEET` where it is none.
 *
 * On one thread: of what a sheet takes over HTTP three quarters are its coming in and its answer's going out, and to hand it to another
 * thread takes half as long again as its total.
 */
export function packedTotals(scorer: Scorer): TotalReader {
  const splitter = new PackedSplitter(scorer.layout);

  function* totals(pieces: Iterable<PackedSheets>): Generator<Uint8Array<ArrayBuffer>> {
    for (const { sheets, wrong } of pieces) {
      const own = scorer.totals(sheets);
      for (const at of wrong.keys()) own[at] = WRONG_SHEET;
      yield new Uint8Array(own.buffer as ArrayBuffer);
    }
  }

  return { push: (chunk) => totals(splitter.push(chunk)), end: () => totals(splitter.end()) };
}

function errorReader(criteria: Criteria, { layout }: Scorer): (sheet: Uint8Array) => readonly RowError[] {
  const clauses = clausesOf(criteria);
  const { min, max, step } = criteria.scale;
  const { stride, items } = layout;
  return (sheet) => {
    const ofBytes = wrongPlaces(sheet, layout).map((at): RowError => {
      const found = sheet[at] as number;
      const clause = clauses[at];
      if (clause !== undefined) return failure(`/scores${pointerStep(clause)}`, { code: "off-scale", found, min, max, step });
      const message = {
        zh: `第 ${at + 1} 个字节为 ${found}，应为 0：每份 ${items} 个条目，补零至 ${stride} 个字节`,
        en: `byte ${at + 1} is ${found}, not 0: a sheet has ${items} items and zeros up to ${stride} bytes`,
      };
      return { pointer: "", code: "not-zero", found: String(found), expected: "0", message };
    });
    if (sheet.length === stride) return ofBytes;
    const message = {
      zh: `只有 ${sheet.length} 个字节，每份应为 ${stride} 个：请补齐`,
      en: `${sheet.length} bytes alone, of the ${stride} that a sheet has: complete it`,
    };
    return [...ofBytes, { pointer: "", code: "breaks-off", message }];
  };
}

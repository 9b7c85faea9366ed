/** A row of a stream of score sheets to what it comes to, or to everything that is wrong with it. */
import type { Failure } from "../../kernel/failure.js";
import type { ScoredSheet } from "../../selection/score-answer.js";

/** As a `Failure` of the kernel; its pointer is into the sheet as JSON has it, whatever the format of the stream. */
export type RowError = Omit<Failure, "code"> & {
  readonly code: string;
  /** `F`, where the row is one of a spreadsheet. */
  readonly column?: string;
};

export type RowAnswer =
  /** Row as people count: lines from 1, so that of a CSV the first after the header is 2. */
  | ({ readonly row: number } & ScoredSheet)
  /** With its names, where they could be read. */
  | ({ readonly row: number; readonly errors: readonly RowError[] } & Pick<ScoredSheet, "applicant" | "reviewer" | "stage">);

/** Takes bytes as they come and gives back the rows that they complete, in order. */
export interface RowReader {
  push(chunk: Uint8Array): Iterable<RowAnswer>;
  /** What is left when nothing follows. */
  end(): Iterable<RowAnswer>;
}

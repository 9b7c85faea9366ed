/** Stages of a file as those that the award knows, by their names or labels; a row of any other is a fault, not a sheet. */
import { nearest } from "../../kernel/nearest.js";
import type { Stage } from "../../kernel/selection.js";
import { type NameColumn, plain } from "../../scoring/columns.js";
import type { FileBatch, SheetFault } from "./sheet-fault.js";
import type { SheetReading } from "./sheet-reading.js";
import { inOrder } from "./unread-cells.js";

type KnownStage = Pick<Stage, "name" | "label">;

/**
 * @param stages of the award, in the order of its law
 * @param column the place of the column of stages, from 0
 * @returns the reading with stages numbered as `stages` are; names of stages are theirs
 */
export function withStages(reading: SheetReading, stages: readonly KnownStage[], column: number): SheetReading {
  const known = new Map(
    stages.flatMap(({ name, label }, stage) => [name, label.zh, label.en].map((word) => [plain(word), stage] as const)),
  );
  const names = stages.map(({ name }) => name);
  /** By the number of a name in the file: the stage, or the fault of rows that have it. */
  const meant: (number | ((row: number) => SheetFault))[] = [];
  const firstName = new Map<number, string>();

  function learn(): void {
    for (const found of reading.namesOf("stage").slice(meant.length)) {
      const stage = known.get(plain(found));
      const before = stage === undefined ? undefined : firstName.get(stage);
      if (stage === undefined) {
        const near = nearest(plain(found), known.keys());
        meant.push((row) => ({ row, column, problem: "unknown-stage", found, near, known: names }));
      } else if (before !== undefined) meant.push((row) => ({ row, column, problem: "stage-otherwise", found, before }));
      else {
        firstName.set(stage, found);
        meant.push(stage);
      }
    }
  }

  function renumbered(batch: FileBatch): FileBatch {
    if (batch.stages.some((stage) => stage >= meant.length)) learn();
    // Records without stages have no names of them, and are all of one.
    if (meant.length === 0) return batch;
    const faults: SheetFault[] = [];
    const places: number[] = [];
    for (const [at, number] of batch.stages.entries()) {
      const stage = meant[number] as (typeof meant)[number];
      if (typeof stage === "number") places.push(at);
      else faults.push(stage(batch.rows[at] as number));
    }
    const kept = faults.length === 0 ? batch : only(batch, places);
    return {
      ...kept,
      stages: kept.stages.map((number) => meant[number] as number),
      faults: faults.length === 0 ? batch.faults : inOrder([...batch.faults, ...faults]),
    };
  }

  async function* batches(): AsyncGenerator<FileBatch> {
    for await (const batch of reading.batches) yield renumbered(batch);
  }

  const namesOf = (kind: NameColumn) => {
    if (kind !== "stage") return reading.namesOf(kind);
    return meant.length === 0 ? [] : names;
  };
  return { ...reading, batches: batches(), namesOf };
}

/** The sheets of a batch at some of its places. */
function only(batch: FileBatch, places: readonly number[]): FileBatch {
  const stride = batch.count === 0 ? 0 : batch.sheets.length / batch.count;
  const sheets = new Uint8Array(places.length * stride);
  for (const [to, from] of places.entries()) sheets.set(batch.sheets.subarray(from * stride, (from + 1) * stride), to * stride);
  const pick = (numbers: Uint32Array) => Uint32Array.from(places, (at) => numbers[at] as number);
  const { bounds } = batch;
  return {
    count: places.length,
    sheets,
    totals: Int32Array.from(places, (at) => batch.totals[at] as number),
    bounds:
      bounds === null ? null : Int32Array.from(places.flatMap((at) => [bounds[2 * at] as number, bounds[2 * at + 1] as number])),
    applicants: pick(batch.applicants),
    reviewers: pick(batch.reviewers),
    stages: pick(batch.stages),
    rows: pick(batch.rows),
    faults: batch.faults,
  };
}

/** Stages of a file as those that the award knows, by their names or labels; a row of any other is a fault, not a sheet. */
import type { Stage } from "../../kernel/selection.js";
import { type LostRow, withoutSheets } from "../../scoring/batch.js";
import type { NameColumn } from "../../scoring/columns.js";
import type { FileBatch, SheetFault } from "./sheet-fault.js";
import type { SheetReading } from "./sheet-reading.js";
import { stageFinder } from "./stage-finder.js";
import { inOrder } from "./unread-cells.js";

type KnownStage = Pick<Stage, "name" | "label">;

/**
 * @param stages of the award, in the order of its law
 * @param column the place of the column of stages, from 0
 * @returns the reading with stages numbered as `stages` are; names of stages are theirs
 */
export function withStages(reading: SheetReading, stages: readonly KnownStage[], column: number): SheetReading {
  const find = stageFinder(stages);
  const names = stages.map(({ name }) => name);
  /** By the number of a name in the file: the stage, or the fault of rows that have it. */
  const meant: (number | ((row: number) => SheetFault))[] = [];

  function learn(): void {
    for (const found of reading.namesOf("stage").slice(meant.length)) {
      const one = find(found);
      if (one.ok) meant.push(names.indexOf(one.name));
      else {
        const { near, known } = one;
        meant.push((row) => ({ row, column, problem: "unknown-stage", found, near, known }));
      }
    }
  }

  function renumbered(batch: FileBatch): FileBatch {
    if ([batch.stages, batch.lost.map(({ stage }) => stage ?? 0)].some((all) => all.some((stage) => stage >= meant.length)))
      learn();
    // Records without stages have no names of them, and are all of one.
    if (meant.length === 0) return batch;
    const stages = new Uint32Array(batch.count);
    const strays: number[] = [];
    for (let at = 0; at < batch.count; at += 1) {
      const stage = meant[batch.stages[at] as number];
      if (typeof stage === "number") stages[at] = stage;
      else strays.push(at);
    }
    const known = batch.lost.map((row) => ({ ...row, stage: stageOf(row.stage) }));
    if (strays.length === 0) return { ...batch, stages, lost: known };
    const faults = strays.map((at) =>
      (meant[batch.stages[at] as number] as (row: number) => SheetFault)(batch.rows[at] as number),
    );
    const unstaged = strays.map((at): LostRow => {
      const [row, applicant] = [batch.rows[at] as number, batch.applicants[at] as number];
      return { row, lines: 1, applicant, stage: null, isShifted: false };
    });
    return {
      ...withoutSheets({ ...batch, stages }, new Set(strays)),
      faults: inOrder([...batch.faults, ...faults]),
      lost: [...known, ...unstaged].sort((a, b) => a.row - b.row),
    };
  }

  /** `null` for one that is not known. */
  function stageOf(number: number | null): number | null {
    const stage = number === null ? null : meant[number];
    return typeof stage === "number" ? stage : null;
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

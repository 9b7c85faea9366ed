/** Stages of a file as those that the award knows, by their names or labels; a row of any other is a fault, not a sheet. */
import type { Stage } from "../../kernel/selection.js";
import { withoutSheets } from "../../scoring/batch.js";
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
  const firstName = new Map<number, string>();

  function learn(): void {
    for (const found of reading.namesOf("stage").slice(meant.length)) {
      const one = find(found);
      const stage = one.ok ? names.indexOf(one.name) : -1;
      const before = firstName.get(stage);
      if (!one.ok) {
        const { near, known } = one;
        meant.push((row) => ({ row, column, problem: "unknown-stage", found, near, known }));
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
    const stages = new Uint32Array(batch.count);
    const strays: number[] = [];
    for (let at = 0; at < batch.count; at += 1) {
      const stage = meant[batch.stages[at] as number];
      if (typeof stage === "number") stages[at] = stage;
      else strays.push(at);
    }
    if (strays.length === 0) return { ...batch, stages };
    const faults = strays.map((at) =>
      (meant[batch.stages[at] as number] as (row: number) => SheetFault)(batch.rows[at] as number),
    );
    return { ...withoutSheets({ ...batch, stages }, new Set(strays)), faults: inOrder([...batch.faults, ...faults]) };
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

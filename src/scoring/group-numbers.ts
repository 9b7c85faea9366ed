/** Groups of sheets, an applicant at a stage each, by number. */
import type { SheetBatch } from "./batch.js";

export interface GroupNumbers {
  /** The group of each sheet of a batch. */
  of(batch: Pick<SheetBatch, "applicants" | "stages">): Uint32Array;
  count(): number;
  /** Numbers of stages, in the order in which they first came. */
  readonly stageNumbers: readonly number[];
  /** The groups of each stage, in the order in which they first came. */
  stages(): readonly (readonly { readonly group: number; readonly applicant: number }[])[];
}

/** Numbers for pairs of a stage and an applicant, in the order in which they first come. */
export function groupNumbers(): GroupNumbers {
  const numbers: number[][] = [];
  const stages: { readonly group: number; readonly applicant: number }[][] = [];
  const stageNumbers: number[] = [];
  let count = 0;

  function added(stage: number, applicant: number, own: number[]): number {
    if (stages[stage] === undefined) stageNumbers.push(stage);
    stages[stage] ??= [];
    stages[stage].push({ group: count, applicant });
    numbers[stage] = own;
    own[applicant] = count;
    count += 1;
    return count - 1;
  }

  return {
    of({ applicants, stages: ofSheet }): Uint32Array {
      const groups = new Uint32Array(applicants.length);
      let [stage, applicant, group] = [-1, -1, -1];
      for (let at = 0; at < groups.length; at += 1) {
        // Mostly the same as of the sheet before.
        if (applicants[at] !== applicant || ofSheet[at] !== stage) {
          [stage, applicant] = [ofSheet[at] as number, applicants[at] as number];
          const own = numbers[stage] ?? [];
          group = own[applicant] ?? added(stage, applicant, own);
        }
        groups[at] = group;
      }
      return groups;
    },
    count: () => count,
    stageNumbers,
    /** Its groups by stage. */
    stages: () => stages,
  };
}

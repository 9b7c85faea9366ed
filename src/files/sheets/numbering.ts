/** Numbers of names that several readers gave each by itself, as numbers of the whole file. */
import type { SheetBatch } from "../../scoring/batch.js";
import type { NameColumn } from "../../scoring/columns.js";
import type { Names } from "./csv-piece.js";

const KINDS = ["applicant", "reviewer", "stage"] as const satisfies readonly NameColumn[];

export interface Numbering {
  /** Takes the names that came to a reader since the last time. */
  learn(reader: number, names: Names): void;
  /** The batch of a reader with the numbers that its names have in the whole file; its arrays are changed in place. */
  apply(reader: number, batch: SheetBatch): SheetBatch;
  namesOf(kind: NameColumn): readonly string[];
}

/** The numbers of a reader's names in the whole file, by its own. */
interface Numbers {
  readonly ofFile: number[];
  /** Whether all of them are the same in both. */
  areSame: boolean;
}

export function numbering(): Numbering {
  const known = KINDS.map(() => new Map<string, number>());
  const ofReader: (readonly Numbers[])[] = [];
  const own = (reader: number): readonly Numbers[] => {
    ofReader[reader] ??= KINDS.map(() => ({ ofFile: [], areSame: true }));
    return ofReader[reader];
  };

  function numberOf(which: number, name: string): number {
    const names = known[which] as Map<string, number>;
    const number = names.get(name);
    if (number !== undefined) return number;
    names.set(name, names.size);
    return names.size - 1;
  }

  return {
    learn(reader, names) {
      for (const [which, kind] of KINDS.entries()) {
        const numbers = own(reader)[which] as Numbers;
        for (const name of names[kind]) {
          const number = numberOf(which, name);
          numbers.areSame &&= number === numbers.ofFile.length;
          numbers.ofFile.push(number);
        }
      }
    },
    apply(reader, batch) {
      for (const [which, array] of [batch.applicants, batch.reviewers, batch.stages].entries()) {
        const { ofFile, areSame } = own(reader)[which] as Numbers;
        // A column that is not there has no names, and its numbers are 0.
        if (!areSame) for (let at = 0; at < array.length; at += 1) array[at] = ofFile[array[at] as number] as number;
      }
      if (batch.lost.length === 0) return batch;
      const [applicants, , stages] = own(reader);
      const lost = batch.lost.map((row) => ({
        ...row,
        applicant: numberIn(applicants as Numbers, row.applicant),
        stage: numberIn(stages as Numbers, row.stage),
      }));
      return { ...batch, lost };
    },
    namesOf: (kind) => [...(known[KINDS.indexOf(kind)] as Map<string, number>).keys()],
  };
}

/** The number in the whole file; that of a column which is not there stays what it is. */
function numberIn({ ofFile }: Numbers, number: number | null): number | null {
  return number === null ? null : (ofFile[number] ?? number);
}

/** Numbers of names that several readers gave each by itself, as numbers of the whole file. */
import type { SheetBatch } from "../../scoring/batch.js";
import type { NameColumn } from "../../scoring/columns.js";
import type { Names } from "./csv-piece.js";

const KINDS = ["applicant", "reviewer", "stage"] as const satisfies readonly NameColumn[];

export interface Numbering {
  /** Takes the names that came to a reader since the last time. */
  learn(reader: number, names: Names): void;
  /** Gives the names of a batch of a reader their numbers of the whole file, in place. */
  apply(reader: number, batch: SheetBatch): void;
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
    },
    namesOf: (kind) => [...(known[KINDS.indexOf(kind)] as Map<string, number>).keys()],
  };
}

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

export function numbering(): Numbering {
  const known = KINDS.map(() => new Map<string, number>());
  const ofReader: number[][][] = [];
  const own = (reader: number) => {
    ofReader[reader] ??= KINDS.map(() => []);
    return ofReader[reader];
  };

  function numberOf(which: number, name: string): number {
    const names = known[which] as Map<string, number>;
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    return number;
  }

  return {
    learn(reader, names) {
      for (const [which, kind] of KINDS.entries()) {
        const numbers = own(reader)[which] as number[];
        for (const name of names[kind]) numbers.push(numberOf(which, name));
      }
    },
    apply(reader, batch) {
      for (const [which, array] of [batch.applicants, batch.reviewers, batch.stages].entries()) {
        const numbers = own(reader)[which] as number[];
        // A column that is not there has no names, and its numbers are 0.
        if (numbers.length > 0) for (let at = 0; at < array.length; at += 1) array[at] = numbers[array[at] as number] as number;
      }
    },
    namesOf: (kind) => [...(known[KINDS.indexOf(kind)] as Map<string, number>).keys()],
  };
}

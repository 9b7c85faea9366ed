/** A run of cases, as reports tell it. */
import { type Provision, provisionsOf } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import type { PlacedResult, Totals } from "../page/cases.js";

export interface RunOfCases {
  readonly totals: Totals;
  /** In the order of the command line, each with the results of its cases. */
  readonly files: readonly ReportedFile[];
}

export interface ReportedFile {
  readonly file: string;
  readonly award: Award;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly results: readonly PlacedResult[];
}

export function runOfCases(
  totals: Totals,
  files: readonly { readonly path: string; readonly award: Award }[],
  results: readonly PlacedResult[],
): RunOfCases {
  return {
    totals,
    files: [...new Map(files.map(({ path, award }) => [path, award]))].map(([path, award]) => ({
      file: path,
      award,
      provisions: provisionsOf(award.files.law),
      results: results.filter(({ file }) => file === path),
    })),
  };
}

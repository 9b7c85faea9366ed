/** The second layer (评审规则), which the law leaves to others: the shape of `review-rules.json`, and of what a caller gives instead. */
import type { Text } from "./text.js";

export interface ReviewRules {
  /** Made up to show how it works, and approved by nobody. */
  readonly illustrative: boolean;
  readonly title: Text;
  /** By the name of each stage of the selection. */
  readonly stages: Readonly<Record<string, StageRules>>;
  /** There exactly where a stage decides the shortlist. */
  readonly shortlist?: ShortlistRules;
  readonly awards: {
    /** Points below which no award is proposed. */
    readonly atLeast?: number;
  };
}

export interface StageRules {
  /** Parts of 10 000 in the comprehensive score; of a stage that ranks, and of no other. */
  readonly weight?: number;
  /** How the sheets of one applicant become one score. */
  readonly aggregation: Aggregation;
  readonly consensus?: {
    /** Points from the median of an applicant's sheets beyond which a sheet is put to a consensus meeting. */
    readonly deviation: number;
  };
  /** Sheets without which an applicant has no score; a trimmed mean needs more than it leaves out, whatever is written here. */
  readonly minSheets?: number;
}

export type Aggregation =
  | { readonly method: "mean" }
  | {
      readonly method: "trimmed-mean";
      /** Sheets left out at each end. */
      readonly drop: number;
    }
  | { readonly method: "median" };

/** One limit, or both: who stands among the first, and has the points. */
export interface ShortlistRules {
  /** How many, ties at the cut apart. */
  readonly first?: number;
  readonly atLeast?: number;
}

/** The weights of a selection's stages add up to it. */
export const WHOLE_WEIGHT = 10_000;

/** What `qak diff` tells, as JSON has it. */
import type { DecisionDifference } from "../impact/decision-difference.js";
import type { PopulationImpact } from "../impact/population.js";
import type { Rewritten } from "../impact/rewritten.js";
import type { Failure } from "../kernel/failure.js";

/** A part that was not asked for is `null`. */
export interface Diff {
  readonly first: { readonly award: string; readonly digest: string };
  readonly second: {
    readonly award: string;
    readonly digest: string;
    /** What it is given otherwise than it stands in the pack. */
    readonly readings: Readonly<Record<string, string>>;
    readonly parameters: Readonly<Record<string, number>>;
  };
  /** Decisions that only one of them has; none where one decision was asked for. */
  readonly unshared: { readonly first: readonly string[]; readonly second: readonly string[] };
  /** Of two versions of one award; `null` of two awards. */
  readonly rewritten: Rewritten | null;
  readonly decisions: readonly DecisionDifference[] | null;
  readonly population:
    | (PopulationImpact & {
        readonly decision: string;
        /** As it was named; `<stdin>` for what was piped in. */
        readonly file: string;
        /** Lines that cannot be decided, at most 1000. */
        readonly refusals: readonly Refusal[];
      })
    | null;
}

export interface Refusal {
  /** From 1. */
  readonly line: number;
  readonly side: "first" | "second";
  readonly errors: readonly Failure[];
}

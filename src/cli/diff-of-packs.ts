/** What `qak diff` tells, as JSON has it. */
import type { DecisionDifference } from "../impact/decision-difference.js";
import type { PopulationImpact } from "../impact/population.js";

/** A part that was not asked for is `null`. */
export interface Diff {
  readonly first: { readonly award: string; readonly digest: string };
  readonly second: { readonly award: string; readonly digest: string; readonly readings: Readonly<Record<string, string>> };
  readonly decisions: readonly DecisionDifference[] | null;
  readonly population: (PopulationImpact & { readonly decision: string }) | null;
}

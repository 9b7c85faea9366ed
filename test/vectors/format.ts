/** What stands in each file of vectors; `README.md` beside it says the same in words. */
import type { Aggregation } from "../../src/kernel/review-rules.js";
import type { Standing } from "../../src/scoring/rank.js";

/** A whole number of any size, as a decimal string. */
type Whole = string;
/** `over/under`. */
type Ratio = string;

interface File<Case> {
  readonly generated: string;
  readonly format: string;
  readonly units: string;
  readonly cases: readonly Case[];
}

export interface Vectors {
  readonly "sheets.json": File<SheetCase>;
  readonly "aggregate.json": File<AggregateCase>;
  readonly "composite.json": File<CompositeCase>;
  readonly "ranks.json": File<RankCase>;
  readonly "standings.json": File<StandingCase>;
  readonly "random.json": File<RandomCase>;
  readonly "bootstrap.json": File<BootstrapCase>;
  readonly "weights.json": File<WeightCase>;
  readonly "leave-one-out.json": File<LeaveOneOutCase>;
}

export interface SheetCase {
  readonly name: string;
  readonly scale: { readonly min: number; readonly max: number; readonly step: number };
  readonly points: readonly (readonly number[])[];
  readonly sheets: readonly (readonly (number | null)[])[];
  readonly totals: readonly (Whole | null)[];
  readonly bounds: readonly (readonly (Whole | null)[])[];
  readonly subtotals: readonly (readonly (Whole | null)[])[];
  readonly itemPoints: readonly (readonly (Whole | null)[])[];
}

export interface AggregateCase {
  readonly name: string;
  readonly aggregation: Aggregation;
  readonly totals: readonly (Whole | null)[];
  readonly value: Ratio | null;
  readonly variance: Ratio | null;
  readonly count: number;
  readonly sum: Whole;
  readonly squares: Whole;
  readonly least: Whole | null;
  readonly greatest: Whole | null;
  readonly twiceMedian: Whole | null;
  readonly deviation: Whole;
  readonly outliers: readonly number[];
}

export interface CompositeCase {
  readonly name: string;
  readonly weights: readonly number[];
  readonly values: readonly (readonly (Ratio | null)[])[];
  readonly composite: readonly (Ratio | null)[];
}

export interface RankCase {
  readonly name: string;
  readonly values: readonly (Ratio | null)[];
  readonly ranks: readonly number[];
  readonly order: readonly number[];
}

export interface StandingCase {
  readonly name: string;
  readonly first: number;
  readonly lows: readonly Ratio[];
  readonly highs: readonly Ratio[];
  readonly standings: readonly Standing[];
}

export interface RandomCase {
  readonly seed: Whole;
  readonly run: number;
  readonly bound: number;
  readonly draws: readonly Whole[];
}

export interface StageVector {
  readonly aggregation: Aggregation;
  readonly weight: number;
  readonly sheets: readonly (readonly [applicant: number, reviewer: number, total: Whole | null])[];
}

export interface RunsVector {
  readonly seed: Whole;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly applicants: readonly number[];
  readonly counts: readonly (readonly number[])[];
  readonly ties: readonly number[];
}

export interface BootstrapCase extends RunsVector {
  readonly name: string;
  readonly stages: readonly StageVector[];
}

export interface WeightCase extends RunsVector {
  readonly name: string;
  readonly spread: number;
  readonly terms: readonly { readonly weight: number; readonly values: readonly (Ratio | null)[] }[];
}

export interface LeaveOneOutCase {
  readonly name: string;
  readonly first: number;
  readonly stages: readonly StageVector[];
  readonly in: readonly number[];
  readonly tied: readonly number[];
  readonly without: readonly {
    readonly stage: number;
    readonly reviewer: number;
    readonly gained: readonly number[];
    readonly lost: readonly number[];
    readonly tied: readonly number[];
  }[];
}

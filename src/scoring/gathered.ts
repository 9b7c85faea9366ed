/** Totals of groups, gathered as they come, to a value of each group. */
import type { Fractions } from "./fractions.js";
import type { Spread } from "./spread.js";

export interface GroupedTotals {
  /** The group of each. */
  readonly groups: Uint32Array;
  /** The least each may be, and the greatest: the very same array where none is open. */
  readonly lows: Int32Array;
  readonly highs: Int32Array;
}

export interface Gathered {
  add(totals: GroupedTotals): void;
  /** Of groups below `groupCount`; those without a total here may be left out at the end. */
  values(groupCount: number): GatheredValues;
}

export interface GatheredValues {
  readonly lows: Fractions;
  readonly highs: Fractions;
  readonly spreads: readonly Spread[];
}

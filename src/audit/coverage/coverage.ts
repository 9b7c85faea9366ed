/** What the cases of a pack show of its rules, item by item; plain JSON. */

export const COVERAGE_KINDS = ["provision", "rule", "condition", "boundary", "reading", "outcome", "consequence"] as const;

export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** What is asked of the cases of one decision. */
export interface CoverageHead {
  readonly kind: CoverageKind;
  readonly decision: string;
  /** A provision's eId; `operating-years`; `firstDay: included`; a comparison in short: `operatingYears greaterThanInclusive minOperatingYears`. */
  readonly name: string;
  /** Of a comparison. */
  readonly file?: string;
  /** JSON Pointer in the file. */
  readonly pointer?: string;
  readonly provision: string;
  /** In the order in which they are told; at least one. */
  readonly needs: readonly string[];
}

export interface CoverageItem extends CoverageHead {
  /** Those of `needs` that some case shows, in the same order. */
  readonly seen: readonly string[];
  /** Sentences of the first cases that show something new, one for each of `seen` at most. */
  readonly cases: readonly string[];
}

export interface CoverageCount {
  readonly kind: CoverageKind;
  readonly items: number;
  /** Items of which all that is needed was seen. */
  readonly complete: number;
  readonly needs: number;
  readonly seen: number;
}

export interface Coverage {
  readonly award: string;
  /** Decisions as the pack lists them, and in each the kinds in their order. */
  readonly items: readonly CoverageItem[];
  /** One a kind, in their order. */
  readonly counts: readonly CoverageCount[];
}

/**
 * How much of what is needed was seen.
 * @returns parts per 10 000, rounded down, so that only all of it makes 10 000; 10 000 where nothing is needed
 */
export function coveredShare({ counts }: Pick<Coverage, "counts">): number {
  const needs = counts.reduce((sum, count) => sum + count.needs, 0);
  const seen = counts.reduce((sum, count) => sum + count.seen, 0);
  return needs === 0 ? 10_000 : Math.floor((10_000 * seen) / needs);
}

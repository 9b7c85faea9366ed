/** What several reviewers' totals come to. */
import type { Aggregation } from "../../kernel/review-rules.js";
import type { Fraction } from "../fractions.js";
import { compare, fraction, product, sum } from "./fraction.js";

/** @returns `null` where no total is left */
export function aggregate(totals: readonly bigint[], aggregation: Aggregation): Fraction | null {
  const sorted = inOrder(totals);
  switch (aggregation.method) {
    case "mean":
      return mean(sorted);
    case "trimmed-mean":
      return mean(sorted.slice(aggregation.drop, Math.max(aggregation.drop, sorted.length - aggregation.drop)));
    case "median":
      return median(sorted);
  }
}

/** Which totals lie further than `deviation` from the median: their places. */
export function outliers(totals: readonly bigint[], deviation: bigint): readonly number[] {
  const middle = median(inOrder(totals));
  if (middle === null) return [];
  return totals.flatMap((total, place) => {
    const above = sum([fraction(total, 1n), { over: -middle.over, under: middle.under }]);
    const distance = above.over < 0n ? { ...above, over: -above.over } : above;
    return compare(distance, fraction(deviation, 1n)) > 0 ? [place] : [];
  });
}

/** Sum of squared distances from the mean, over their number less one. */
export function variance(totals: readonly bigint[]): Fraction | null {
  const centre = mean(totals);
  if (centre === null || totals.length < 2) return null;
  const distances = totals.map((total) => sum([fraction(total, 1n), { over: -centre.over, under: centre.under }]));
  const squares = sum(distances.map((distance) => product(distance, distance)));
  return product(squares, fraction(1n, BigInt(totals.length - 1)));
}

function median(sorted: readonly bigint[]): Fraction | null {
  const half = sorted.length >> 1;
  return mean(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(Math.max(0, half - 1), half + 1));
}

function mean(totals: readonly bigint[]): Fraction | null {
  return totals.length === 0
    ? null
    : fraction(
        totals.reduce((all, total) => all + total, 0n),
        BigInt(totals.length),
      );
}

function inOrder(totals: readonly bigint[]): readonly bigint[] {
  return [...totals].sort((a, b) => (a < b ? -1 : Number(a > b)));
}

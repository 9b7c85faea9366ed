/** Values in hundredths of a point, halves up: for display, and for files that people read. */
import { type Fraction, rounded } from "./fractions.js";
import { type Spread, variance } from "./spread.js";

/** @param top the greatest score of the scale, which totals are counted over */
export function inHundredths({ over, under }: Fraction, top: number): bigint {
  return rounded({ over: over * 100n, under: under * BigInt(top) });
}

/** @param total as `totals()` gives it */
export function totalInHundredths(total: number, top: number): bigint {
  return inHundredths({ over: BigInt(total), under: 1n }, top);
}

/** The standard deviation, over count - 1; `null` of fewer than two. */
export function deviationInHundredths(spread: Spread, top: number): bigint | null {
  const squared = variance(spread);
  if (squared === null) return null;
  // The root of four times as much, halved: so halves are seen before they are cut off.
  const four = (4n * squared.over * 10_000n) / (squared.under * BigInt(top) ** 2n);
  return (wholeRoot(four) + 1n) / 2n;
}

function wholeRoot(square: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (root * root > square) root -= 1n;
  while ((root + 1n) * (root + 1n) <= square) root += 1n;
  return root;
}

/** Exact values as points: as the answer writes them, and in their order. */
import { type Fraction, reduced, rounded } from "../scoring/fractions.js";
import type { Points, Range, Scored } from "./answer.js";

/** Where a value lies: both ends are reached, and one where nothing is missing. */
export interface Span {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** @param value in points over `top`, as the scorer gives it */
export function pointsOf({ over, under }: Fraction, top: number): Points {
  const points = reduced({ over, under: under * BigInt(top) });
  return { text: inHundredths(points), over: String(points.over), under: String(points.under) };
}

/** Rounded, as `pointsOf` writes it. */
export function pointsText({ over, under }: Fraction, top: number): string {
  return inHundredths({ over, under: under * BigInt(top) });
}

function rangeOf({ low, high }: Span, top: number): Range {
  return { least: pointsOf(low, top), greatest: pointsOf(high, top) };
}

/** @param span `null` for no score */
export function scoredOf(span: Span | null, top: number): Scored {
  if (span === null) return { value: null };
  return isExact(span) ? { value: pointsOf(span.low, top) } : { value: null, range: rangeOf(span, top) };
}

/** Whether nothing that is missing can change it. */
export function isExact({ low, high }: Span): boolean {
  return low.over * high.under === high.over * low.under;
}

/** A whole number of points as a value. */
export function wholePoints(points: number, top: number): Fraction {
  return { over: BigInt(points) * BigInt(top), under: 1n };
}

/** @param limit in points; `null` for none */
export function isBelow({ over, under }: Fraction, limit: number | null, top: number): boolean {
  return limit !== null && over < BigInt(limit) * BigInt(top) * under;
}

/** The square root of a value in squares of points over `top`, rounded half up: 12.50. Whole numbers to the end. */
export function rootInHundredths({ over, under }: Fraction, top: number): string {
  // The root of 4x, cut, tells which half the root of x lies in.
  const halves = rootOf((40_000n * over) / (under * BigInt(top) * BigInt(top)));
  return decimal((halves + 1n) / 2n);
}

function inHundredths({ over, under }: Fraction): string {
  return decimal(rounded({ over: 100n * over, under }));
}

function decimal(hundredths: bigint): string {
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** The greatest whole number whose square is no more, by Newton's method from above. */
function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

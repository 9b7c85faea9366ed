/** Values of stages put together, and put in order. */
import { WHOLE_WEIGHT } from "../../kernel/review-rules.js";
import type { Fraction } from "../fractions.js";
import type { Standing } from "../rank.js";
import { compare, fraction, product, sum } from "./fraction.js";

/** @param values of one applicant, a stage each @param weights parts per 10 000, a stage each */
export function composite(values: readonly (Fraction | null)[], weights: readonly number[]): Fraction | null {
  const parts = weights.flatMap((weight, stage) => {
    const value = values[stage] ?? null;
    if (weight === 0) return [];
    return [value === null ? null : product(value, fraction(BigInt(weight), BigInt(WHOLE_WEIGHT)))];
  });
  return parts.every((part) => part !== null) ? sum(parts) : null;
}

/** One more than how many are greater; 0 where there is no value. */
export function ranks(values: readonly (Fraction | null)[]): readonly number[] {
  return values.map((own) => (own === null ? 0 : 1 + values.filter((other) => other !== null && compare(other, own) > 0).length));
}

/** By what others may reach at most, where it reaches its least, and the other way round. */
export function standings(lows: readonly Fraction[], highs: readonly Fraction[], first: number): readonly Standing[] {
  return lows.map((low, place) => {
    const high = highs[place] as Fraction;
    const rivals = highs.filter((other, at) => at !== place && compare(other, low) >= 0).length;
    const certain = lows.filter((other, at) => at !== place && compare(other, high) > 0).length;
    return rivals < first ? "in" : certain >= first ? "out" : "open";
  });
}

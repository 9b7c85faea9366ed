/** Numbers as they stand in a file. */
import type { Fraction } from "../../src/scoring/fractions.js";
import { fraction } from "../../src/scoring/reference/fraction.js";

export function text(number: bigint | number | null): string | null {
  return number === null ? null : `${number}`;
}

/** In lowest terms. */
export function term(value: Fraction | null): string | null {
  return value === null ? null : written(fraction(value.over, value.under));
}

export function written({ over, under }: Fraction): string {
  return `${over}/${under}`;
}

import type { Fraction, Fractions } from "../scoring/fractions.js";

/** As the scorer reads them; `null` is no value. */
export function fractionsOf(values: readonly (Fraction | null)[]): Fractions {
  return BigUint64Array.from(values.flatMap((value) => (value === null ? [0n, 0n] : [value.over, value.under])));
}

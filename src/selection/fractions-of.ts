import type { Fraction, Fractions } from "../scoring/fractions.js";

/** As the scorer reads them; `null` is no value. */
export function fractionsOf(values: readonly (Fraction | null)[]): Fractions {
  const fractions = new BigUint64Array(2 * values.length);
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    fractions[2 * at] = value.over;
    fractions[2 * at + 1] = value.under;
  }
  return fractions;
}

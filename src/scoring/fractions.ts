/** Exact values, many at once: over and under by turns; `under` 0 is no value. */
export type Fractions = BigUint64Array;

/** A value of `Fractions`; `under` is above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** @throws RangeError where the last lacks its second number */
export function countOf({ length }: Fractions): number {
  if (length % 2 !== 0) throw new RangeError(`${length} numbers are no whole number of fractions`);
  return length / 2;
}

/** @returns `null` where there is no value */
export function fractionAt(fractions: Fractions, at: number): Fraction | null {
  const over = fractions[2 * at];
  const under = fractions[2 * at + 1];
  if (over === undefined || under === undefined) throw new RangeError(`no fraction ${at}`);
  return under === 0n ? null : { over, under };
}

/** In lowest terms. */
export function reduced({ over, under }: Fraction): Fraction {
  let [rest, common] = [over, under];
  while (rest > 0n) [rest, common] = [common % rest, rest];
  return { over: over / common, under: under / common };
}

/** To the nearest whole number, halves up; for display only. */
export function rounded({ over, under }: Fraction): bigint {
  return (2n * over + under) / (2n * under);
}

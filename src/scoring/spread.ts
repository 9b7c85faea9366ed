/** How far several totals lie apart, as the module writes it. */
import type { Fraction } from "./fractions.js";

/** Of the totals of a group; all 0 where there is none. */
export interface Spread {
  readonly count: number;
  readonly sum: bigint;
  readonly squares: bigint;
  readonly least: number;
  readonly greatest: number;
  readonly twiceMedian: number;
}

export const SPREAD_BYTES = 32;

export function spreadsAt(memory: WebAssembly.Memory, address: number, count: number): readonly Spread[] {
  const longs = new BigUint64Array(memory.buffer, address, 4 * count);
  const numbers = new Int32Array(memory.buffer, address, 8 * count);
  return Array.from({ length: count }, (_, group) => ({
    count: numbers[8 * group + 7] as number,
    sum: longs[4 * group] as bigint,
    squares: longs[4 * group + 1] as bigint,
    least: numbers[8 * group + 4] as number,
    greatest: numbers[8 * group + 5] as number,
    twiceMedian: numbers[8 * group + 6] as number,
  }));
}

/** Sum of squared distances from the mean over count - 1, exact: its root is the standard deviation. `null` of fewer than two. */
export function variance({ count, sum, squares }: Spread): Fraction | null {
  const n = BigInt(count);
  return count < 2 ? null : { over: n * squares - sum * sum, under: n * (n - 1n) };
}

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
  const view = new DataView(memory.buffer, address, SPREAD_BYTES * count);
  return Array.from({ length: count }, (_, group) => spreadAt(view, group * SPREAD_BYTES));
}

function spreadAt(view: DataView, at: number): Spread {
  return {
    count: view.getUint32(at + 28, true),
    sum: view.getBigUint64(at, true),
    squares: view.getBigUint64(at + 8, true),
    least: view.getInt32(at + 16, true),
    greatest: view.getInt32(at + 20, true),
    twiceMedian: view.getInt32(at + 24, true),
  };
}

/** Sum of squared distances from the mean over count - 1, exact: its root is the standard deviation. `null` of fewer than two. */
export function variance({ count, sum, squares }: Spread): Fraction | null {
  const n = BigInt(count);
  return count < 2 ? null : { over: n * squares - sum * sum, under: n * (n - 1n) };
}

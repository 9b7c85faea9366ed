/** Fractions of whole numbers of any size; `under` stays above zero. */
import type { Fraction } from "../fractions.js";

export function fraction(over: bigint, under: bigint): Fraction {
  const common = gcd(over, under);
  return { over: over / common, under: under / common };
}

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((a, b) => fraction(a.over * b.under + b.over * a.under, a.under * b.under), fraction(0n, 1n));
}

export function product(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

/** Below zero where `a` is less, zero where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : Number(difference > 0n);
}

function gcd(a: bigint, b: bigint): bigint {
  if (b !== 0n) return gcd(b, a % b);
  return a < 0n ? -a : a;
}

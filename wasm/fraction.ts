/** Fractions of two u64, over and under, 16 bytes; `under` 0 is no value. Exact throughout: what would not fit traps. */

/** Bytes of a fraction, as a shift. */
export const FRACTION: usize = 4;

export function over(fractions: usize, at: usize): u64 {
  return load<u64>(fractions + (at << FRACTION));
}

export function under(fractions: usize, at: usize): u64 {
  return load<u64>(fractions + (at << FRACTION), 8);
}

export function put(fractions: usize, at: usize, a: u64, b: u64): void {
  store<u64>(fractions + (at << FRACTION), a);
  store<u64>(fractions + (at << FRACTION), b, 8);
}

/** Whether a/b is less than c/d. By their continued fractions, so that nothing is multiplied and any u64 will do. */
export function isLess(a: u64, b: u64, c: u64, d: u64): bool {
  if (b === d) return a < c;
  while (true) {
    const left = a / b;
    const right = c / d;
    if (left !== right) return left < right;
    const restLeft = a - left * b;
    const restRight = c - right * d;
    if (restRight === 0) return false;
    if (restLeft === 0) return true;
    // Of two fractions below one, the less is the one whose inverse is the greater.
    a = d;
    c = b;
    b = restRight;
    d = restLeft;
  }
}

export function gcd(a: u64, b: u64): u64 {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

export function times(a: u64, b: u64): u64 {
  if (b !== 0 && a > u64.MAX_VALUE / b) unreachable();
  return a * b;
}

export function plus(a: u64, b: u64): u64 {
  const sum = a + b;
  if (sum < a) unreachable();
  return sum;
}

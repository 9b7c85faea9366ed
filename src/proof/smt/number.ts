/**
 * Whole numbers and places of enum values as bits: a solver tells more of these, sooner, than of unbounded integers.
 *
 * INVARIANT: a checked pack computes no number beyond the 53 bits that the kernel holds exactly, so 64 never wrap.
 */
import { call, type Sort, type Term } from "./term.js";

const WIDTH = 64;

export const NUMBER: Sort = `(_ BitVec ${WIDTH})`;

export const ZERO = numeral(0);
export const ONE = numeral(1);

export function numeral(value: number): Term {
  return `(_ bv${BigInt.asUintN(WIDTH, BigInt(value))} ${WIDTH})`;
}

/** The number that bits stand for. */
export function numberOf(bits: bigint): number {
  return Number(BigInt.asIntN(WIDTH, bits));
}

export function add(...terms: readonly Term[]): Term {
  const open = terms.filter((term) => term !== ZERO);
  return open.length < 2 ? (open[0] ?? ZERO) : call("bvadd", ...open);
}

export function subtract(from: Term, less: Term): Term {
  return less === ZERO ? from : call("bvsub", from, less);
}

export function multiply(a: Term, b: Term): Term {
  return call("bvmul", a, b);
}

export function isLess(a: Term, b: Term): Term {
  return call("bvslt", a, b);
}

export function isAtMost(a: Term, b: Term): Term {
  return call("bvsle", a, b);
}

/**
 * Two ways to write whole numbers for a solver. Both are exact, and what is soon told in one may take for ever in the other:
 * comparisons, counts and spans of years in bits; sums and multiples in integers.
 */
import { call, type Sort, type Term } from "./term.js";

export interface Numbers {
  readonly sort: Sort;
  /** What the solver is told of the script. */
  readonly logic: string;
  numeral(value: number): Term;
  /** @param value as the solver gives it */
  read(value: bigint): number;
  add(a: Term, b: Term): Term;
  subtract(from: Term, less: Term): Term;
  multiply(a: Term, b: Term): Term;
  isLess(a: Term, b: Term): Term;
  isAtMost(a: Term, b: Term): Term;
  /** @param bits without sign @param width how many */
  fromBits(bits: Term, width: number): Term;
  /** So many bits of a number, in two's complement. */
  toBits(number: Term, width: number): Term;
}

const WIDTH = 64;

/** INVARIANT: a checked pack computes no number beyond the 53 bits that the kernel holds exactly, so 64 never wrap. */
export const inBits: Numbers = {
  sort: `(_ BitVec ${WIDTH})`,
  logic: "QF_UFBV",
  numeral: (value) => bits(value, WIDTH),
  read: (value) => Number(BigInt.asIntN(WIDTH, value)),
  add: (a, b) => call("bvadd", a, b),
  subtract: (from, less) => call("bvsub", from, less),
  multiply: (a, b) => call("bvmul", a, b),
  isLess: (a, b) => call("bvslt", a, b),
  isAtMost: (a, b) => call("bvsle", a, b),
  fromBits: (term, width) => `((_ zero_extend ${WIDTH - width}) ${term})`,
  toBits: (number, width) => `((_ extract ${width - 1} 0) ${number})`,
};

export const inIntegers: Numbers = {
  sort: "Int",
  logic: "ALL",
  numeral: (value) => (value < 0 ? `(- ${-value})` : `${value}`),
  read: Number,
  add: (a, b) => call("+", a, b),
  subtract: (from, less) => call("-", from, less),
  multiply: (a, b) => call("*", a, b),
  isLess: (a, b) => call("<", a, b),
  isAtMost: (a, b) => call("<=", a, b),
  fromBits: (term) => call("ubv_to_int", term),
  toBits: (number, width) => `((_ int_to_bv ${width}) ${number})`,
};

/** @param value negative ones in two's complement */
export function bits(value: number, width: number): Term {
  return `(_ bv${BigInt.asUintN(width, BigInt(value))} ${width})`;
}

/** Places in a list of names: enum values, readings and outcomes; -1 for none. */
const PLACE_WIDTH = 16;

export const PLACE: Sort = `(_ BitVec ${PLACE_WIDTH})`;

export function placeTerm(place: number): Term {
  return bits(place, PLACE_WIDTH);
}

/** @returns the place that bits stand for */
export function placeOf(value: bigint): number {
  return Number(BigInt.asIntN(PLACE_WIDTH, value));
}

/** Whether a place is one of the first so many. */
export function isPlace(term: Term, count: number): Term {
  return call("bvult", term, placeTerm(count));
}

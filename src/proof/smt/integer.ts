/** Unbounded integers, for long sums of multiples: there they are told sooner than bits. */
import { call, type Term } from "./term.js";

export const INTEGER_LOGIC = "(set-logic QF_LIA)";

export function integer(value: number): Term {
  return value < 0 ? `(- ${-value})` : `${value}`;
}

/** @param terms any number of them */
export function total(terms: readonly Term[]): Term {
  return call("+", ...terms, "0", "0");
}

export function times(factor: number, term: Term): Term {
  return call("*", integer(factor), term);
}

export function isLess(a: Term, b: Term): Term {
  return call("<", a, b);
}

export function isAtMost(a: Term, b: Term): Term {
  return call("<=", a, b);
}

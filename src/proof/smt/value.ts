/** What an expression is worth, as a term: a boolean, a whole number, the place of a value of an enum, or a date. */
import { DAY, isBefore } from "./day.js";
import { type Numbers, PLACE, placeTerm } from "./numbers.js";
import type { Script } from "./script.js";
import { and, choose, FALSE, not, or, type Sort, type Term, TRUE } from "./term.js";

export type Value = Plain | Whole;

export interface Plain {
  readonly sort: "flag" | "place" | "date";
  readonly term: Term;
}

export interface Whole {
  readonly sort: "whole";
  readonly term: Term;
  /** Where it can only be one of a few numbers: each of them, and when it is that one. Exactly one of them holds. */
  readonly few?: readonly { readonly when: Term; readonly is: number }[];
}

/** More numbers than this are not kept apart. */
const FEW = 8;

const SORTS = { flag: "Bool", place: PLACE, date: DAY } as const satisfies Record<Plain["sort"], Sort>;

export function sortOf(numbers: Numbers, { sort }: Value): Sort {
  return sort === "whole" ? numbers.sort : SORTS[sort];
}

export function flag(term: Term): Plain {
  return { sort: "flag", term };
}

export function placed(term: Term): Plain {
  return { sort: "place", term };
}

export function constantPlace(place: number): Plain {
  return placed(placeTerm(place));
}

export function dated(term: Term): Plain {
  return { sort: "date", term };
}

export function constantWhole(numbers: Numbers, is: number): Whole {
  return { sort: "whole", term: numbers.numeral(is), few: [{ when: TRUE, is }] };
}

export function whole(term: Term, few?: Whole["few"]): Whole {
  return few === undefined ? { sort: "whole", term } : { sort: "whole", term, few };
}

/** @throws Error where the value is no whole number: the pack is checked, so that types fit */
export function wholeOf(value: Value): Whole {
  if (value.sort !== "whole") throw new Error(`a ${value.sort} where a number belongs`);
  return value;
}

/** @throws Error where the value is no date */
export function dateOf(value: Value): Term {
  if (value.sort !== "date") throw new Error(`a ${value.sort} where a date belongs`);
  return value.term;
}

/** Of two values of one sort. */
export function chooseValue(when: Term, yes: Value, no: Value): Value {
  const term = choose(when, yes.term, no.term);
  if (yes.sort !== "whole") return { ...yes, term };
  const others = wholeOf(no).few;
  if (yes.few === undefined || others === undefined) return whole(term);
  const few = [
    ...yes.few.map((one) => ({ ...one, when: and(when, one.when) })),
    ...others.map((one) => ({ ...one, when: and(not(when), one.when) })),
  ];
  return whole(term, gathered(few));
}

export function sumOf(numbers: Numbers, a: Whole, b: Whole): Whole {
  return combined(numbers, a, b, (one, other) => one + other, numbers.add);
}

export function differenceOf(numbers: Numbers, a: Whole, b: Whole): Whole {
  return combined(numbers, a, b, (one, other) => one - other, numbers.subtract);
}

/** One of few numbers is multiplied by each; a product of two that are open is left to the solver as it is. */
export function productOf(numbers: Numbers, a: Whole, b: Whole): Whole {
  const [few, open] = a.few === undefined ? [b, a] : [a, b];
  const [first, ...others] = few.few ?? [];
  if (first === undefined || open.few !== undefined) {
    return combined(numbers, a, b, (one, other) => one * other, numbers.multiply);
  }
  const times = (is: number) => numbers.multiply(numbers.numeral(is), open.term);
  return whole(others.reduce((rest, { when, is }) => choose(when, times(is), rest), times(first.is)));
}

/** @param compute of two numbers @param term of two terms, with the same meaning */
function combined(
  numbers: Numbers,
  a: Whole,
  b: Whole,
  compute: (a: number, b: number) => number,
  term: (a: Term, b: Term) => Term,
): Whole {
  const others = b.few;
  if (a.few === undefined || others === undefined) return whole(term(a.term, b.term));
  const few = gathered(
    a.few.flatMap((one) => others.map((other) => ({ when: and(one.when, other.when), is: compute(one.is, other.is) }))),
  );
  const [only] = few ?? [];
  return few?.length === 1 && only !== undefined ? constantWhole(numbers, only.is) : whole(term(a.term, b.term), few);
}

/** Of two values of one sort. */
export function isLessThan(numbers: Numbers, a: Value, b: Value): Term {
  return a.sort === "date" ? isBefore(a.term, b.term) : numbers.isLess(a.term, b.term);
}

/** The value under a name, so that terms stay short. */
export function named<V extends Value>(script: Script, name: string, value: V): V {
  return { ...value, term: script.define(name, sortOf(script.numbers, value), value.term) };
}

/** Cases of one number put together; `undefined` where too many are left. */
function gathered(cases: readonly { readonly when: Term; readonly is: number }[]): Whole["few"] {
  const byNumber = new Map<number, Term>();
  for (const { when, is } of cases) if (when !== FALSE) byNumber.set(is, or(byNumber.get(is) ?? FALSE, when));
  return byNumber.size > FEW ? undefined : [...byNumber].map(([is, when]) => ({ when, is }));
}

/** Kleene's three values, ordered so that `all` is the least and `any` the greatest of its parts. */
export type Truth = 0 | 1 | 2;

export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export function truthOf(holds: boolean): Truth {
  return holds ? TRUE : FALSE;
}

export function negate(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

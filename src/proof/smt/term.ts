/** Terms of SMT-LIB as text, with the simplest of simplifications. */

/** `(and a b)`, `|accidents.0 present|` */
export type Term = string;

export type Sort = "Bool" | "Int" | `(_ BitVec ${number})`;

export const TRUE: Term = "true";
export const FALSE: Term = "false";

/** A symbol of any name that has no bar in it. */
export function symbol(name: string): Term {
  return `|${name}|`;
}

export function isSymbol(term: Term): boolean {
  return term.startsWith("|");
}

/** Whether a term is short enough to stand wherever it is used. */
export function isShort(term: Term): boolean {
  return !term.startsWith("(") || term.startsWith("(_ bv") || /^\(- \d+\)$/.test(term);
}

export function call(name: string, ...terms: readonly Term[]): Term {
  return terms.length === 0 ? name : `(${name} ${terms.join(" ")})`;
}

export function and(...terms: readonly Term[]): Term {
  return joined("and", TRUE, FALSE, terms);
}

export function or(...terms: readonly Term[]): Term {
  return joined("or", FALSE, TRUE, terms);
}

/** @param neutral leaves the others as they are @param settling settles them all */
function joined(name: string, neutral: Term, settling: Term, terms: readonly Term[]): Term {
  const open = [...new Set(terms)].filter((term) => term !== neutral);
  if (open.includes(settling)) return settling;
  return open.length < 2 ? (open[0] ?? neutral) : call(name, ...open);
}

export function not(term: Term): Term {
  if (term === TRUE) return FALSE;
  return term === FALSE ? TRUE : call("not", term);
}

export function implies(given: Term, holds: Term): Term {
  return or(not(given), holds);
}

export function equal(a: Term, b: Term): Term {
  return a === b ? TRUE : call("=", a, b);
}

export function choose(when: Term, yes: Term, no: Term): Term {
  if (when === TRUE || yes === no) return yes;
  return when === FALSE ? no : call("ite", when, yes, no);
}

/** What a decision is asked about, as terms: complete facts, a day and a reading of every open point. */
import type { Term } from "./term.js";
import type { Value } from "./value.js";

export interface World {
  /** Stands before every name that is defined for it. */
  readonly prefix: string;
  /** A date. */
  readonly asOf: Term;
  /** @returns the value of a scalar fact */
  scalar(name: string): Value;
  /** @returns the place of the reading of an interpretation */
  reading(name: string): Value;
  list(name: string): List;
}

/** A list of so many rows that may be there, and what is known of all further rows together. */
export interface List {
  readonly rows: readonly Row[];
  readonly further: Further;
}

export type Further =
  /** There are none. */
  | { readonly kind: "none" }
  /** There may be so many, a number; `of` names the list whose rows they are, in whatever world. */
  | { readonly kind: "open"; readonly room: Term; readonly of: string }
  /** There may be some, and they are left out of account. */
  | { readonly kind: "left-out" };

export interface Row {
  /** Whether it is there. */
  readonly present: Term;
  readonly fields: ReadonlyMap<string, Value>;
}

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
  /** How many further rows there may be, a number; `null` where there are none. */
  readonly room: Term | null;
}

export interface Row {
  /** Whether it is there. */
  readonly present: Term;
  readonly fields: ReadonlyMap<string, Value>;
}

/** The two kinds of compiled node; operators, expressions and connectives each make one from smaller ones. */
import type { Row, Sink, State } from "./state.js";
import type { Truth } from "./truth.js";

/** A number, a date, a boolean or an enum value. */
export interface Value {
  /** Where the value is one scalar of the state: its slot. */
  readonly slot?: number;
  /**
   * Not every whole number between its bounds need come about, or one of several unknown parts may not matter:
   * what it depends on must be tried value by value.
   */
  readonly isLumpy?: boolean;
  /** Where the value never varies. */
  readonly constant?: number;
  /** The value, `NaN` where it is unknown. */
  at(state: State, row: Row | null): number;
  /** Least and greatest value that any completion of the unknown facts gives. */
  low(state: State, row: Row | null): number;
  high(state: State, row: Row | null): number;
  /** Reports what it still depends on. Called only where `low` and `high` differ. */
  open(state: State, row: Row | null, sink: Sink): void;
}

/** A condition. */
export interface Test {
  /** Where the condition is that a boolean scalar has one value: its slot and that value, 0 or 1. */
  readonly flag?: { readonly slot: number; readonly value: number };
  truth(state: State, row: Row | null): Truth;
  /** Reports what it still depends on. Called only where the truth is unknown. */
  open(state: State, row: Row | null, sink: Sink): void;
}

/** Opens a value unless it is settled. */
export function openValue(value: Value, state: State, row: Row | null, sink: Sink): void {
  if (value.low(state, row) !== value.high(state, row)) value.open(state, row, sink);
}

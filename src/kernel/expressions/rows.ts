/** Walking the rows of a list that meet a condition, whatever of them is known. */
import type { Test, Value } from "../node.js";
import { asAtom, type Row, type Sink, type State } from "../state.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../truth.js";
import { type FieldUse, fieldValues } from "./field-use.js";

/** Rows of a list, those that meet `where`. */
export interface Rows {
  readonly list: number;
  readonly maxItems: number;
  readonly where: Test | null;
  /** A row of which nothing is known: stands for whatever an unknown list may hold. */
  readonly unknownRow: Row;
  /** Fields that the condition reads more than once, so that Kleene's logic alone would say too little of an unknown row. */
  readonly repeated: readonly { readonly field: number; readonly use: FieldUse }[];
}

/** The field of every row that meets the condition. */
export interface Each extends Rows {
  /** The condition reads the field too. */
  readonly isTied: boolean;
  readonly field: Value;
}

/** Calls `visit` with each row that meets the condition or may, and whether it does; an unknown list is one unknown row. */
export function visitRows(rows: Rows, state: State, visit: (row: Row, truth: Truth) => void): void {
  const known = state.lists[rows.list];
  if (known === null || known === undefined) {
    if (mayMeet(rows, state)) visit(rows.unknownRow, UNKNOWN);
    return;
  }
  for (const row of known) {
    const truth = rows.where === null ? TRUE : rows.where.truth(state, row);
    if (truth !== FALSE) visit(row, truth);
  }
}

/** Whether some row could meet the condition. */
export function mayMeet(rows: Rows, state: State): boolean {
  const { where, unknownRow, repeated } = rows;
  if (where === null) return true;
  if (repeated.length === 0) return where.truth(state, unknownRow) !== FALSE;
  const row = { ...unknownRow, cells: unknownRow.cells.slice() };
  const someMeets = (from: number): boolean => {
    const next = repeated[from];
    if (next === undefined) return where.truth(state, row) !== FALSE;
    return fieldValues(next.use, state, []).some((value) => {
      row.cells[next.field] = value;
      return someMeets(from + 1);
    });
  };
  return someMeets(0);
}

/** Least and greatest number of rows that meet the condition. */
export function countRows(rows: Rows, state: State): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  visitRows(rows, state, (row, truth) => {
    if (truth === TRUE) low += 1;
    high += row.index < 0 ? rows.maxItems : 1;
  });
  return { low, high };
}

/** Reports why it is unknown whether `row` meets the condition. */
export function openRow(rows: Rows, state: State, row: Row, sink: Sink): void {
  const { where, list } = rows;
  const open = row.index < 0 ? asAtom(sink) : sink;
  if (row.index < 0) open({ kind: "list", at: list, row: -1, field: -1 });
  if (where !== null && where.truth(state, row) === UNKNOWN) where.open(state, row, open);
}

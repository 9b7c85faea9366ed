/** Walking the rows of a list that meet a condition, whatever of them is known. */
import type { Test, Value } from "../node.js";
import type { Row, Sink, State } from "../state.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../truth.js";

/** Rows of a list, those that meet `where`. */
export interface Rows {
  readonly list: number;
  readonly maxItems: number;
  readonly where: Test | null;
  /** A row of which nothing is known: stands for whatever an unknown list may hold. */
  readonly unknownRow: Row;
}

/** The field of every row that meets the condition. */
export interface Each extends Rows {
  readonly field: Value;
}

/** Calls `visit` with each row that meets the condition or may, and whether it does; an unknown list is one unknown row. */
export function visitRows(rows: Rows, state: State, visit: (row: Row, truth: Truth) => void): void {
  const known = state.lists[rows.list];
  if (known === null || known === undefined) {
    if (meets(rows, state, rows.unknownRow) !== FALSE) visit(rows.unknownRow, UNKNOWN);
    return;
  }
  for (const row of known) {
    const truth = meets(rows, state, row);
    if (truth !== FALSE) visit(row, truth);
  }
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
  if (row.index < 0) sink({ kind: "list", at: rows.list, row: -1, field: -1 });
  if (rows.where !== null && rows.where.truth(state, row) === UNKNOWN) rows.where.open(state, row, sink);
}

function meets(rows: Rows, state: State, row: Row): Truth {
  return rows.where === null ? TRUE : rows.where.truth(state, row);
}

/** Walking the rows of a list that meet a condition, whatever of them is known. */
import type { Test, Value } from "../node.js";
import { asAtom, type Row, type Sink, type Source, type State } from "../state.js";
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
    if (rowTruth(rows, state, rows.unknownRow) !== FALSE) visit(rows.unknownRow, UNKNOWN);
    return;
  }
  for (const row of known) {
    const truth = rowTruth(rows, state, row);
    if (truth !== FALSE) visit(row, truth);
  }
}

/** Whether the row meets the condition; cells that are unknown and read more than once are tried value by value. */
export function rowTruth(rows: Rows, state: State, row: Row): Truth {
  const { where } = rows;
  state.effort.left -= 1;
  if (where === null) return TRUE;
  const truth = where.truth(state, row);
  if (truth !== UNKNOWN) return truth;
  const tried = rows.repeated.filter(({ field }) => Number.isNaN(row.cells[field]));
  if (tried.length === 0) return UNKNOWN;
  const trial = { ...row, cells: row.cells.slice() };
  let met: Truth | null = null;
  const isMixed = (from: number): boolean => {
    const next = tried[from];
    if (next !== undefined) {
      return fieldValues(next.use, state).some((value) => {
        trial.cells[next.field] = value;
        return isMixed(from + 1);
      });
    }
    state.effort.left -= 1;
    const here = where.truth(state, trial);
    met ??= here;
    return here !== met || here === UNKNOWN;
  };
  return isMixed(0) || met === null ? UNKNOWN : met;
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
  const open = asAtom(sink);
  if (row.index < 0) open({ kind: "list", at: list, row: -1, field: -1 });
  if (where === null || where.truth(state, row) !== UNKNOWN) return;
  const cells = new Map<number, Source>();
  const others: Source[] = [];
  where.open(state, row, (source) => {
    if (source.kind === "cell") cells.set(source.field, source);
    else others.push(source);
  });
  // `rowTruth` has tried a cell that is read more than once; beside others it may still not matter, nor they, and all must be tried.
  // Of a row of which nothing is known no cell is reported, and any may be such a one.
  const isRepeated = row.index < 0 ? rows.repeated.length > 0 : rows.repeated.some(({ field }) => cells.has(field));
  const isEntangled = isRepeated && (row.index < 0 || cells.size + others.length > 1);
  for (const source of [...cells.values(), ...others]) {
    open(source);
    if (isEntangled) open(source);
  }
}

/** `some`, `every` and `count` over the rows of a list. */
import type { Test, Value } from "../node.js";
import type { State } from "../state.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../truth.js";
import { countRows, openRow, type Rows, rowTruth, visitRows } from "./rows.js";

/** At least one row meets the condition. `every` is `some` of the negated condition, negated. */
export function some(rows: Rows): Test {
  const { where, list } = rows;
  return {
    truth(state) {
      const known = state.lists[list];
      if (known === null || known === undefined) {
        return rowTruth(rows, state, rows.unknownRow) === FALSE ? FALSE : UNKNOWN;
      }
      if (where === null) return known.length > 0 ? TRUE : FALSE;
      let truth: Truth = FALSE;
      for (let i = 0; i < known.length; i += 1) {
        const row = rowTruth(rows, state, known[i] as (typeof known)[number]);
        if (row === TRUE) return TRUE;
        if (row > truth) truth = row;
      }
      return truth;
    },
    open: (state, _row, sink) => visitRows(rows, state, (row) => openRow(rows, state, row, sink)),
  };
}

export function count(rows: Rows): Value {
  return {
    at(state: State) {
      const { low, high } = countRows(rows, state);
      return low === high ? low : Number.NaN;
    },
    low: (state) => countRows(rows, state).low,
    high: (state) => countRows(rows, state).high,
    open: (state, _row, sink) =>
      visitRows(rows, state, (row, truth) => {
        if (truth === UNKNOWN) openRow(rows, state, row, sink);
      }),
  };
}

import { openValue, type Value } from "../node.js";
import type { Row, State } from "../state.js";

/** The case that the value of an enum or the reading of an interpretation names. */
export function select(by: Value, cases: readonly Value[]): Value {
  return {
    isLumpy: cases.some((value) => value.isLumpy),
    at(state, row) {
      const index = by.at(state, row);
      return index === index ? (cases[index] as Value).at(state, row) : Number.NaN;
    },
    low: (state, row) => Math.min(...possible(state, row).map((value) => value.low(state, row))),
    high: (state, row) => Math.max(...possible(state, row).map((value) => value.high(state, row))),
    open(state, row, sink) {
      const open = possible(state, row);
      // Twice, where it is unknown: it decides both whether a case counts and what it is worth, so it must be tried value by value.
      openValue(by, state, row, sink);
      openValue(by, state, row, sink);
      for (const value of open) openValue(value, state, row, sink);
    },
  };

  function possible(state: State, row: Row | null): readonly Value[] {
    return cases.slice(by.low(state, row), by.high(state, row) + 1);
  }
}

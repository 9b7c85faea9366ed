import { openValue, type Value } from "../node.js";

/** The case that the value of an enum or the reading of an interpretation names. */
export function select(by: Value, cases: readonly Value[]): Value {
  return {
    isLumpy: cases.some((value) => value.isLumpy),
    at(state, row) {
      const index = by.at(state, row);
      return index === index ? (cases[index] as Value).at(state, row) : Number.NaN;
    },
    low(state, row) {
      let least = Number.POSITIVE_INFINITY;
      const last = by.high(state, row);
      for (let index = by.low(state, row); index <= last; index += 1) {
        least = Math.min(least, (cases[index] as Value).low(state, row));
      }
      return least;
    },
    high(state, row) {
      let greatest = Number.NEGATIVE_INFINITY;
      const last = by.high(state, row);
      for (let index = by.low(state, row); index <= last; index += 1) {
        greatest = Math.max(greatest, (cases[index] as Value).high(state, row));
      }
      return greatest;
    },
    open(state, row, sink) {
      const possible = cases.slice(by.low(state, row), by.high(state, row) + 1);
      // Twice, where it is unknown: it decides both whether a case counts and what it is worth, so it must be tried value by value.
      openValue(by, state, row, sink);
      openValue(by, state, row, sink);
      for (const value of possible) openValue(value, state, row, sink);
    },
  };
}

import type { Test, Value } from "../node.js";
import { asAtom } from "../state.js";
import { FALSE, TRUE, truthOf, UNKNOWN } from "../truth.js";

/** A condition as a boolean value. */
export function valueOfTest(test: Test): Value {
  return {
    at(state, row) {
      const truth = test.truth(state, row);
      return truth === UNKNOWN ? Number.NaN : truth / 2;
    },
    low: (state, row) => (test.truth(state, row) === TRUE ? 1 : 0),
    high: (state, row) => (test.truth(state, row) === FALSE ? 0 : 1),
    open: (state, row, sink) => test.open(state, row, sink),
  };
}

/** A boolean value as a condition. */
export function testOfValue(value: Value): Test {
  const { slot } = value;
  return {
    ...(slot === undefined ? {} : { flag: { slot, value: 1 } }),
    truth(state, row) {
      const at = slot === undefined ? value.at(state, row) : (state.scalars[slot] as number);
      if (at === at) return truthOf(at === 1);
      const low = value.low(state, row);
      return low === value.high(state, row) ? truthOf(low === 1) : UNKNOWN;
    },
    open: (state, row, sink) => value.open(state, row, asAtom(sink)),
  };
}

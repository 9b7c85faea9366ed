import { openValue, type Value } from "../node.js";

/** The product of two integers; its bounds are among the products of theirs. */
export function product(first: Value, second: Value): Value {
  return {
    isLumpy: true,
    at: (state, row) => first.at(state, row) * second.at(state, row),
    low: (state, row) => Math.min(...corners(state, row)),
    high: (state, row) => Math.max(...corners(state, row)),
    open(state, row, sink) {
      openValue(first, state, row, sink);
      openValue(second, state, row, sink);
    },
  };

  function corners(...[state, row]: Parameters<Value["at"]>): number[] {
    const [a, b] = [first.low(state, row), first.high(state, row)];
    const [c, d] = [second.low(state, row), second.high(state, row)];
    return [a * c, a * d, b * c, b * d];
  }
}

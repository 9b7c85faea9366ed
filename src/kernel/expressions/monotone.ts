import { openValue, type Value } from "../node.js";

/** A function of one value that never falls when the value rises. */
export function rising(compute: (value: number) => number, value: Value): Value {
  return {
    isLumpy: true,
    at(state, row) {
      const a = value.at(state, row);
      return a === a ? compute(a) : Number.NaN;
    },
    low: (state, row) => compute(value.low(state, row)),
    high: (state, row) => compute(value.high(state, row)),
    open: (state, row, sink) => openValue(value, state, row, sink),
  };
}

/** A function of two values that never falls when either rises, so that its bounds are its values at theirs. */
export function risingInBoth(compute: (a: number, b: number) => number, first: Value, second: Value): Value {
  return {
    isLumpy: first.isLumpy === true || second.isLumpy === true,
    at: both(compute, first, second),
    low: (state, row) => compute(first.low(state, row), second.low(state, row)),
    high: (state, row) => compute(first.high(state, row), second.high(state, row)),
    open: openBoth(first, second),
  };
}

/** A function that never falls when the first value rises and never rises when the second does. */
export function risingAndFalling(compute: (a: number, b: number) => number, first: Value, second: Value): Value {
  return {
    isLumpy: first.isLumpy === true || second.isLumpy === true,
    at: both(compute, first, second),
    low: (state, row) => compute(first.low(state, row), second.high(state, row)),
    high: (state, row) => compute(first.high(state, row), second.low(state, row)),
    open: openBoth(first, second),
  };
}

function both(compute: (a: number, b: number) => number, first: Value, second: Value): Value["at"] {
  return (state, row) => {
    const a = first.at(state, row);
    const b = second.at(state, row);
    return a === a && b === b ? compute(a, b) : Number.NaN;
  };
}

function openBoth(first: Value, second: Value): Value["open"] {
  return (state, row, sink) => {
    openValue(first, state, row, sink);
    openValue(second, state, row, sink);
  };
}

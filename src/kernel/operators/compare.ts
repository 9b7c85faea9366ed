import type { Test, Value } from "../node.js";
import type { Source } from "../state.js";
import { FALSE, TRUE, truthOf, UNKNOWN } from "../truth.js";
import type { Operator } from "./operator.js";

/** A comparison of two values: settled by the values where both are known, else by the bounds they must lie between. */
export function compare(operator: Operator, left: Value, right: Value): Test {
  const { holds, always, never } = operator;
  const isEquality = operator.name === "equal" || operator.name === "notEqual";
  const { slot } = left;
  const { constant } = right;
  return {
    truth(state, row) {
      const a = slot === undefined ? left.at(state, row) : (state.scalars[slot] as number);
      const b = constant === undefined ? right.at(state, row) : constant;
      if (a === a && b === b) return truthOf(holds(a, b));
      const leftLow = left.low(state, row);
      const leftHigh = left.high(state, row);
      const rightLow = right.low(state, row);
      const rightHigh = right.high(state, row);
      if (always(leftLow, leftHigh, rightLow, rightHigh)) return TRUE;
      return never(leftLow, leftHigh, rightLow, rightHigh) ? FALSE : UNKNOWN;
    },
    open(state, row, sink) {
      const atom = {};
      const sources: Source[] = [];
      let isLumpy = false;
      for (const value of [left, right]) {
        if (value.low(state, row) === value.high(state, row)) continue;
        value.open(state, row, (source) => sources.push(source));
        // What is settled is one number, however it was come by.
        isLumpy ||= value.isLumpy === true;
      }
      const tryEach = isLumpy && (isEquality || sources.length > 1);
      for (const source of tryEach ? [...sources, ...sources] : sources) sink(source, atom);
    },
  };
}

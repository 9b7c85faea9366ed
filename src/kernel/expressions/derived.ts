import { openValue, type Value } from "../node.js";

/** A derived fact: its value is computed once into its slot, its bounds from its expression. */
export function derived(slot: number, expression: Value): Value {
  return {
    slot,
    at: (state) => state.scalars[slot] as number,
    low(state) {
      const value = state.scalars[slot] as number;
      return value === value ? value : expression.low(state, null);
    },
    high(state) {
      const value = state.scalars[slot] as number;
      return value === value ? value : expression.high(state, null);
    },
    open: (state, _row, sink) => openValue(expression, state, null, sink),
  };
}

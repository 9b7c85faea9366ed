import { openValue, type Value } from "../node.js";

/** A derived fact: its value is computed once into its slot, and its bounds where it is unknown. */
export function derived(slot: number, expression: Value): Value {
  return {
    slot,
    isLumpy: expression.isLumpy === true,
    at: (state) => state.scalars[slot] as number,
    low(state) {
      const value = state.scalars[slot] as number;
      return value === value ? value : (state.bounds?.[2 * slot] as number);
    },
    high(state) {
      const value = state.scalars[slot] as number;
      return value === value ? value : (state.bounds?.[2 * slot + 1] as number);
    },
    open: (state, _row, sink) => openValue(expression, state, null, sink),
  };
}

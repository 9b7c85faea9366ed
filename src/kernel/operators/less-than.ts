import type { Operator } from "./operator.js";

export const lessThan: Operator = {
  name: "lessThan",
  types: ["integer"],
  holds: (left, right) => left < right,
  always: (_ll, lh, rl) => lh < rl,
  never: (ll, _lh, _rl, rh) => ll >= rh,
};

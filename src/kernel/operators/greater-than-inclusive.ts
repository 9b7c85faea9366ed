import type { Operator } from "./operator.js";

export const greaterThanInclusive: Operator = {
  name: "greaterThanInclusive",
  types: ["integer"],
  holds: (left, right) => left >= right,
  always: (ll, _lh, _rl, rh) => ll >= rh,
  never: (_ll, lh, rl) => lh < rl,
};

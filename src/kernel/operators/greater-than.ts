import type { Operator } from "./operator.js";

export const greaterThan: Operator = {
  name: "greaterThan",
  types: ["integer"],
  holds: (left, right) => left > right,
  always: (ll, _lh, _rl, rh) => ll > rh,
  never: (_ll, lh, rl) => lh <= rl,
};

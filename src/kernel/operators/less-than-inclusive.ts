import type { Operator } from "./operator.js";

export const lessThanInclusive: Operator = {
  name: "lessThanInclusive",
  types: ["integer"],
  holds: (left, right) => left <= right,
  always: (_ll, lh, rl) => lh <= rl,
  never: (ll, _lh, _rl, rh) => ll > rh,
};

import type { Operator } from "./operator.js";

export const equal: Operator = {
  name: "equal",
  types: ["boolean", "integer", "date", "enum"],
  holds: (left, right) => left === right,
  always: (ll, lh, rl, rh) => ll === lh && rl === rh && ll === rl,
  never: (ll, lh, rl, rh) => lh < rl || rh < ll,
};

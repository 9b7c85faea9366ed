import type { Operator } from "./operator.js";

export const notEqual: Operator = {
  name: "notEqual",
  types: ["boolean", "integer", "date", "enum"],
  holds: (left, right) => left !== right,
  always: (ll, lh, rl, rh) => lh < rl || rh < ll,
  never: (ll, lh, rl, rh) => ll === lh && rl === rh && ll === rl,
};

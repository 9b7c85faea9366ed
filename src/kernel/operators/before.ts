import { lessThan } from "./less-than.js";
import type { Operator } from "./operator.js";

/** Dates are days, so `before` is `lessThan` of days. */
export const before: Operator = { ...lessThan, name: "before", types: ["date"] };

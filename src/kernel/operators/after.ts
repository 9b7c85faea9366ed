import { greaterThan } from "./greater-than.js";
import type { Operator } from "./operator.js";

/** Dates are days, so `after` is `greaterThan` of days. */
export const after: Operator = { ...greaterThan, name: "after", types: ["date"] };

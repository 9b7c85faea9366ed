import { greaterThanInclusive } from "./greater-than-inclusive.js";
import type { Operator } from "./operator.js";

/** Dates are days, so `onOrAfter` is `greaterThanInclusive` of days. */
export const onOrAfter: Operator = { ...greaterThanInclusive, name: "onOrAfter", types: ["date"] };

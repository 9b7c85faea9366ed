import { lessThanInclusive } from "./less-than-inclusive.js";
import type { Operator } from "./operator.js";

/** Dates are days, so `onOrBefore` is `lessThanInclusive` of days. */
export const onOrBefore: Operator = { ...lessThanInclusive, name: "onOrBefore", types: ["date"] };

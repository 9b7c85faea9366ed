import { after } from "./after.js";
import { before } from "./before.js";
import { equal } from "./equal.js";
import { greaterThan } from "./greater-than.js";
import { greaterThanInclusive } from "./greater-than-inclusive.js";
import { lessThan } from "./less-than.js";
import { lessThanInclusive } from "./less-than-inclusive.js";
import { notEqual } from "./not-equal.js";
import { onOrAfter } from "./on-or-after.js";
import { onOrBefore } from "./on-or-before.js";
import type { Operator } from "./operator.js";

/** Operators that compare two values; `in` and `notIn` take a list and stand in `membership.ts`. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [equal, notEqual, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive, before, onOrBefore, after, onOrAfter].map(
    (operator) => [operator.name, operator],
  ),
);

/** Shape of expressions and conditions, which hold each other. */
import * as z from "zod/mini";
import {
  byMember,
  camel,
  chosen,
  flag,
  has,
  integer,
  later,
  list,
  namesOnce,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from "./plain.js";

export const reference: Shape = object({ fact: camel });

const field = object({ field: camel });

const literal = (value: unknown): Shape | null => {
  if (typeof value === "number") return integer;
  if (typeof value === "string") return text;
  return typeof value === "boolean" ? flag : null;
};

const operandOf = (value: unknown): Shape | null => {
  if (has(value, "fact")) return reference;
  return has(value, "field") ? field : literal(value);
};

const operators = oneOf(
  "equal",
  "notEqual",
  "in",
  "notIn",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "before",
  "onOrBefore",
  "after",
  "onOrAfter",
);

/** @param other what may stand on the right besides, an object with the member `expression` */
const comparedWith = (other: Shape | null): Shape =>
  chosen((value) => {
    if (other !== null && has(value, "expression")) return other;
    return (
      (Array.isArray(value) ? namesOnce(text, 1) : operandOf(value)) ?? {
        code: "wrong-form",
        found: value,
        expected: '{ "fact": … } | { "field": … } | "…" | […] | true | false',
      }
    );
  });

const compared = comparedWith(null);

/** A comparison of what `left` says with what may stand in a rule, or with `other`. */
export function comparisonWith(left: Readonly<Record<string, Shape>>, other: Shape): Shape {
  return object({ ...left, operator: operators, value: comparedWith(other) });
}

const comparison = {
  fact: object({ fact: camel, operator: operators, value: compared }),
  field: object({ field: camel, operator: operators, value: compared }),
};

const all = object({
  all: list(
    later(() => condition),
    1,
  ),
});
const any = object({
  any: list(
    later(() => condition),
    1,
  ),
});
const not = object({ not: later(() => condition) });

const connectiveOf = (value: unknown): Shape | null => {
  if (has(value, "all")) return all;
  if (has(value, "any")) return any;
  return has(value, "not") ? not : null;
};

const comparisonOf = (value: unknown): Shape | null => {
  if (has(value, "fact")) return comparison.fact;
  return has(value, "field") ? comparison.field : null;
};

/** `all`, `any` or `not`, as json-rules-engine wants at the top of a rule. */
export const conditions: Shape = chosen(
  (value) => connectiveOf(value) ?? { code: "wrong-form", found: value, expected: '{ "all": … } | { "any": … } | { "not": … }' },
);

const condition: Shape = chosen(
  (value) =>
    connectiveOf(value) ??
    comparisonOf(value) ?? {
      code: "wrong-form",
      found: value,
      expected: '{ "all": … } | { "any": … } | { "not": … } | { "fact": …, "operator": …, "value": … }',
    },
);

const inner = later(() => expression);
const op = (name: string, members: Readonly<Record<string, Shape>>) => object({ op: z.literal(name), ...members });

const parts = list(
  later(() => part),
  1,
);

const operations = {
  wholeYears: op("wholeYears", { from: inner, to: inner }),
  addYears: op("addYears", { date: inner, years: inner }),
  subtractYears: op("subtractYears", { date: inner, years: inner }),
  addDays: op("addDays", { date: inner, days: inner }),
  startOfYear: op("startOfYear", { date: inner }),
  yearOf: op("yearOf", { date: inner }),
  latest: op("latest", { of: parts }),
  earliest: op("earliest", { of: parts }),
  sum: op("sum", { of: parts }),
  difference: op("difference", { of: inner, less: inner }),
  product: op("product", { of: list(inner, 1) }),
  select: op("select", { by: reference, cases: record(inner) }),
  count: op("count", { list: camel, where: optional(conditions) }),
  some: op("some", { list: camel, where: optional(conditions) }),
  every: op("every", { list: camel, where: conditions }),
};

const each = op("each", { list: camel, field: camel, where: optional(conditions) });

const operation = byMember("op", operations);
const operationOrEach = byMember("op", { ...operations, each });

/** An operation first: `each` has a `field` too. */
const expressionIn = (operationsHere: Shape): Shape =>
  chosen(
    (value) =>
      (has(value, "op") ? operationsHere : operandOf(value)) ?? {
        code: "wrong-form",
        found: value,
        expected: '{ "op": … } | { "fact": … } | "YYYY-MM-DD" | true | false | 0 | 1 | -1',
      },
  );

export const expression: Shape = expressionIn(operation);

/** A part of `latest`, `earliest` or `sum`. */
const part: Shape = expressionIn(operationOrEach);

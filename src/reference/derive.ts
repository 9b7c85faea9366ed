/**
 * Derived facts by a plain interpreter of the expressions in facts.json, over JSON values.
 * Two-valued and slow on purpose: it is the reading of the expressions that the compiled nodes are held to.
 */
import type { JsonValue } from "../kernel/answer.js";
import type { Comparison, Condition, Conditions, Each, Expression } from "../kernel/model.js";
import * as civil from "./civil.js";
import { dateOperators } from "./operators.js";
import type { Cells, Values } from "./values.js";

/** INVARIANT: all that the expression needs is known; `unknownBeneath` says what is not. */
export function evaluate(expression: Expression, values: Values, row: Cells | null = null): JsonValue {
  if (typeof expression !== "object") return expression;
  if ("fact" in expression) return values.value(expression.fact);
  if ("field" in expression) return row?.[expression.field] ?? null;
  const date = (part: Expression) => evaluate(part, values, row) as string;
  const number = (part: Expression) => evaluate(part, values, row) as number;
  switch (expression.op) {
    case "wholeYears":
      return civil.wholeYears(date(expression.from), date(expression.to));
    case "addYears":
      return civil.addYears(date(expression.date), number(expression.years));
    case "subtractYears":
      return civil.subtractYears(date(expression.date), number(expression.years));
    case "addDays":
      return civil.addDays(date(expression.date), number(expression.days));
    case "startOfYear":
      return civil.startOfYear(date(expression.date));
    case "yearOf":
      return civil.yearOf(date(expression.date));
    case "latest":
      return (parts(expression.of, values, row) as string[]).reduce((a, b) => (civil.compareDates(a, b) < 0 ? b : a));
    case "earliest":
      return (parts(expression.of, values, row) as string[]).reduce((a, b) => (civil.compareDates(a, b) > 0 ? b : a));
    case "sum":
      return (parts(expression.of, values, row) as number[]).reduce((a, b) => a + b, 0);
    case "difference":
      return number(expression.of) - number(expression.less);
    case "product":
      return expression.of.map(number).reduce((a, b) => a * b);
    case "select":
      return evaluate(expression.cases[values.value(expression.by.fact) as string] as Expression, values, row);
    case "count":
      return rows(expression.list, expression.where, values).length;
    case "some":
      return rows(expression.list, expression.where, values).length > 0;
    case "every":
      return rows(expression.list, expression.where, values).length === rows(expression.list, undefined, values).length;
  }
}

/** Whether a condition inside a `where` holds of a row. */
export function holds(condition: Condition, values: Values, row: Cells): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, values, row));
  if ("any" in condition) return condition.any.some((part) => holds(part, values, row));
  if ("not" in condition) return !holds(condition.not, values, row);
  return compare(condition, values, row);
}

function compare(comparison: Comparison, values: Values, row: Cells): boolean {
  const { operator, value } = comparison;
  const left = evaluate("fact" in comparison ? { fact: comparison.fact } : { field: comparison.field }, values, row);
  const right = Array.isArray(value) ? (value as readonly string[]) : evaluate(value as Expression, values, row);
  switch (operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return (right as readonly JsonValue[]).includes(left);
    case "notIn":
      return !(right as readonly JsonValue[]).includes(left);
    case "lessThan":
      return (left as number) < (right as number);
    case "lessThanInclusive":
      return (left as number) <= (right as number);
    case "greaterThan":
      return (left as number) > (right as number);
    case "greaterThanInclusive":
      return (left as number) >= (right as number);
    default:
      return dateOperators[operator](left, right);
  }
}

function rows(list: string, where: Conditions | undefined, values: Values): readonly Cells[] {
  return (values.rows(list) ?? []).filter((row) => where === undefined || holds(where, values, row));
}

function parts(of: readonly (Expression | Each)[], values: Values, row: Cells | null): readonly JsonValue[] {
  return of.flatMap((part) =>
    typeof part === "object" && "op" in part && part.op === "each"
      ? rows(part.list, part.where, values).map((member) => member[part.field] as JsonValue)
      : [evaluate(part, values, row)],
  );
}

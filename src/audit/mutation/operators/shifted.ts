/** An integer expression one more or one less. A literal of an expression is -1, 0 or 1; another is written as a sum. */
import type { Expression } from "../../../kernel/model.js";

export function shifted(expression: Expression, by: 1 | -1): Expression {
  if (typeof expression === "number" && Math.abs(expression + by) <= 1) return expression + by;
  return { op: "sum", of: [expression, by] };
}

/** A date expression a day later or earlier. */
export function shiftedByDay(expression: Expression, by: 1 | -1): Expression {
  return { op: "addDays", date: expression, days: by };
}

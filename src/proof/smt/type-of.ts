/** The plain type of an expression of a checked pack. */
import type { Each, Expression } from "../../kernel/model.js";
import type { Names, ValueType } from "../../kernel/names.js";

export type PlainType = ValueType["type"];

/** @returns `integer` for a number, `date` for a text that is written out */
export function typeOf(expression: Expression | Each, names: Names): PlainType {
  if (typeof expression === "boolean") return "boolean";
  if (typeof expression === "number") return "integer";
  if (typeof expression === "string") return "date";
  if ("fact" in expression) return names.byName.get(expression.fact)?.type.type ?? "members";
  if (!("op" in expression)) return "members";
  switch (expression.op) {
    case "some":
    case "every":
      return "boolean";
    case "addYears":
    case "subtractYears":
    case "addDays":
    case "startOfYear":
    case "latest":
    case "earliest":
      return "date";
    case "select":
      return typeOf(Object.values(expression.cases)[0] as Expression, names);
    default:
      return "integer";
  }
}

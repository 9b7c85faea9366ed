/** Types of conditions: both sides of each comparison, and the operator between them. */
import { parseDate } from "../../kernel/date.js";
import type { Comparison, Condition, Expression, ListFact, Operand } from "../../kernel/model.js";
import { nearest } from "../../kernel/nearest.js";
import { operators } from "../../kernel/operators/all.js";
import { inside, type Place } from "../place.js";
import { checkLiteral, FEW_NUMBERS, NO_NUMBERS } from "./literals.js";
import type { Choice, Typed, Typer } from "./typed.js";
import { agree } from "./units.js";

/** @param list whose rows are at hand, inside a `where`; `null` in a rule */
export function checkCondition(condition: Condition, place: Place, list: ListFact | null, typer: Typer): void {
  if ("all" in condition) {
    for (const [index, part] of condition.all.entries()) checkCondition(part, inside(place, "all", index), list, typer);
  } else if ("any" in condition) {
    for (const [index, part] of condition.any.entries()) checkCondition(part, inside(place, "any", index), list, typer);
  } else if ("not" in condition) {
    checkCondition(condition.not, inside(place, "not"), list, typer);
  } else {
    checkComparison(condition, place, list, typer);
  }
}

function checkComparison(comparison: Comparison, place: Place, list: ListFact | null, typer: Typer): void {
  checkCompared(comparison, typeOfOperand(comparison, place, list, typer), place, list, typer);
}

/** An operand, or what an expression comes to. */
type Side = Exclude<Operand, string | number | boolean> | { readonly expression: Expression };

/**
 * Checks the operator and the right side.
 * @param left type of the left side; `null` where it has none, which is reported
 */
export function checkCompared(
  { operator, value }: Pick<Comparison, "operator"> & { readonly value: Comparison["value"] | Side },
  left: Typed | null,
  place: Place,
  list: ListFact | null,
  typer: Typer,
): void {
  const at = inside(place, "value");
  if (operator === "in" || operator === "notIn") {
    checkFit(operator, left, place, typer);
    checkMembers(operator, left, value, at, typer);
  } else if (isListed(value)) {
    typer.report(at, { code: "membership", operator, takesList: false });
  } else {
    checkFit(operator, left, place, typer);
    if (typeof value === "object") checkSides(left, typeOfOperand(value, at, list, typer), at, typer);
    else checkAgainst(left, value, at, list, typer);
  }
}

function isListed(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function typeOfOperand(operand: Side, place: Place, list: ListFact | null, typer: Typer) {
  if ("expression" in operand) return typer.type(operand.expression, inside(place, "expression"));
  if ("fact" in operand) return typer.typeOfNamed(operand.fact, inside(place, "fact"));
  if (list !== null) return typer.field(list, operand.field, inside(place, "field"));
  typer.report(inside(place, "field"), { code: "field-outside-where", found: operand.field });
  return null;
}

function checkFit(operator: string, left: Typed | null, place: Place, typer: Typer): void {
  if (left === null || typesOf(operator).includes(left.type)) return;
  const fit = [...operators.keys(), "in", "notIn"].filter((known) => typesOf(known).includes(left.type));
  typer.report(inside(place, "operator"), { code: "operator-unfit", operator, found: left.type, fit });
}

function typesOf(operator: string): readonly string[] {
  return operators.get(operator)?.types ?? ["enum"];
}

/** The right side of `in` and `notIn`: a list of values, or a parameter that is one. */
function checkMembers(operator: string, left: Typed | null, value: Comparison["value"] | Side, place: Place, typer: Typer): void {
  const choice = left?.type === "enum" ? left : null;
  if (isListed(value)) {
    for (const [index, member] of value.entries()) checkValue(choice, member, inside(place, index), typer);
    return;
  }
  if (typeof value !== "object" || !("fact" in value)) {
    typer.report(place, { code: "membership", operator, takesList: true });
    return;
  }
  const name = typer.named(value.fact, inside(place, "fact"));
  if (name === null) return;
  if (name.type.type === "members") {
    for (const member of name.type.values) checkValue(choice, member, inside(place, "fact"), typer);
  } else typer.report(place, { code: "membership", operator, takesList: true });
}

function checkValue(choice: Choice | null, found: string, place: Place, typer: Typer): void {
  if (choice === null || choice.values.includes(found)) return;
  const { values } = choice;
  typer.report(place, { code: "unknown-value", found, values, near: nearest(found, values) });
}

/** A literal on the right. */
function checkAgainst(
  left: Typed | null,
  value: string | number | boolean,
  place: Place,
  list: ListFact | null,
  typer: Typer,
): void {
  if (left === null) return;
  const fits = { boolean: "boolean", integer: "number", date: "string", enum: "string" }[left.type];
  if (typeof value !== fits) {
    typer.report(place, { code: "wrong-type", found: typeof value === "number" ? "integer" : typeof value, expected: left.type });
  } else if (left.type === "integer") {
    checkLiteral(value as number, list === null ? NO_NUMBERS : FEW_NUMBERS, place, typer);
  } else if (left.type === "enum") {
    checkValue(left, value as string, place, typer);
  } else if (left.type === "date" && parseDate(value as string) === null) {
    typer.report(place, { code: "not-a-date", found: value as string, expected: "YYYY-MM-DD" });
  }
}

/** A value on the right that has a name. */
function checkSides(left: Typed | null, right: Typed | null, place: Place, typer: Typer): void {
  if (left === null || right === null) return;
  if (left.type !== right.type) {
    typer.report(place, { code: "compares-types", found: right.type, expected: left.type });
  } else if (left.type === "integer" && right.type === "integer" && !agree(left.unit, right.unit)) {
    const problem = {
      code: "units-differ",
      does: "compares",
      found: right.unit as string,
      expected: left.unit as string,
    } as const;
    typer.report(place, problem);
  } else if (left.type === "enum" && right.type === "enum" && left.values.join(" ") !== right.values.join(" ")) {
    // Enums are compared by the index of their values.
    typer.report(place, { code: "enums-differ", found: right.values, expected: left.values.join(", ") });
  }
}

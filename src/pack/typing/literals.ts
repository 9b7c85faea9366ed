/** Values written out in an expression. */
import { parseDate } from "../../kernel/date.js";
import type { Place } from "../place.js";
import { FLAG, type Typed, type Typer } from "./typed.js";

/** In a rule every number is a parameter, so that it has a provision. */
export const NO_NUMBERS: readonly number[] = [];
/** A derivation may count with these: the next day, the day before, none. */
export const FEW_NUMBERS: readonly number[] = [-1, 0, 1];

export function checkLiteral(found: number, allowed: readonly number[], place: Place, typer: Typer): void {
  if (!allowed.some((number) => number === found)) typer.report(place, { code: "literal-number", found });
}

export function typeOfLiteral(value: string | number | boolean, place: Place, typer: Typer): Typed | null {
  if (typeof value === "boolean") return FLAG;
  if (typeof value === "number") {
    checkLiteral(value, FEW_NUMBERS, place, typer);
    return { type: "integer", unit: null, low: value, high: value };
  }
  const day = parseDate(value);
  if (day !== null) return { type: "date", low: day, high: day };
  typer.report(place, { code: "not-a-date", found: value, expected: "YYYY-MM-DD" });
  return null;
}

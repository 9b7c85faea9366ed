/** Types of the expressions that count with dates. */
import { addYears, dayOf, startOfYear, subtractYears, yearOf } from "../../kernel/date.js";
import type { Expression } from "../../kernel/model.js";
import { inside, type Place } from "../place.js";
import { ANY_DAY, type Day, expectType, expectUnit, type Typed, type Typer, type Whole } from "./typed.js";

type Operation<Op> = Extract<Expression, { readonly op: Op }>;
export type DateOperation = Operation<"wholeYears" | "addYears" | "subtractYears" | "addDays" | "startOfYear" | "yearOf">;

/** A date is written with a year of four digits. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

export function typeOfDates(expression: DateOperation, place: Place, typer: Typer): Typed | null {
  const day = (part: Expression, member: string) =>
    expectType(typer, typer.type(part, inside(place, member)), "date", inside(place, member));
  const span = (part: Expression, member: string, unit: string) => {
    const whole = expectType(typer, typer.type(part, inside(place, member)), "integer", inside(place, member));
    if (whole !== null) expectUnit(typer, whole, unit, inside(place, member));
    return whole;
  };
  switch (expression.op) {
    case "wholeYears": {
      const from = day(expression.from, "from");
      const to = day(expression.to, "to");
      if (from === null || to === null) return null;
      return { type: "integer", unit: "year", low: 0, high: Math.max(0, yearOf(to.high) - yearOf(from.low)) };
    }
    case "yearOf": {
      const date = day(expression.date, "date");
      return date === null ? null : { type: "integer", unit: "year", low: yearOf(date.low), high: yearOf(date.high) };
    }
    case "startOfYear": {
      const date = day(expression.date, "date");
      return date === null ? null : { type: "date", low: startOfYear(date.low), high: startOfYear(date.high) };
    }
    case "addDays": {
      const [date, days] = [day(expression.date, "date"), span(expression.days, "days", "day")];
      if (date === null || days === null) return null;
      const shifted: Day = { type: "date", low: date.low + days.low, high: date.high + days.high };
      const fits = shifted.low >= dayOf(FIRST_YEAR, 1, 1) && shifted.high <= dayOf(LAST_YEAR, 12, 31);
      return fits ? shifted : overflow(place, typer);
    }
    case "addYears":
    case "subtractYears": {
      const [date, years] = [day(expression.date, "date"), span(expression.years, "years", "year")];
      return date === null || years === null ? null : shiftedByYears(expression.op, date, years, place, typer);
    }
  }
}

function shiftedByYears(op: "addYears" | "subtractYears", date: Day, years: Whole, place: Place, typer: Typer): Day {
  const [least, most] = op === "addYears" ? [years.low, years.high] : [-years.high, -years.low];
  if (yearOf(date.low) + least < FIRST_YEAR || yearOf(date.high) + most > LAST_YEAR) return overflow(place, typer);
  const [low, high] =
    op === "addYears"
      ? [addYears(date.low, years.low), addYears(date.high, years.high)]
      : [subtractYears(date.low, years.high), subtractYears(date.high, years.low)];
  return { type: "date", low, high };
}

function overflow(place: Place, typer: Typer): Day {
  typer.report(place, { code: "overflow", reach: "date" });
  return ANY_DAY;
}

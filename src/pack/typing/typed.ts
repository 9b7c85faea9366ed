/** The type of an expression, and what the parts of the type inference ask of each other. */
import { FIRST_DAY, LAST_DAY } from "../../kernel/date.js";
import type { Conditions, Expression, ListFact } from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import type { Place } from "../place.js";
import type { PackProblem } from "../problem.js";
import { agree, type Unit } from "./units.js";

export type Typed = Flag | Whole | Day | Choice;

export interface Flag {
  readonly type: "boolean";
}

export interface Whole {
  readonly type: "integer";
  readonly unit: Unit;
  /** Least and greatest value that declared bounds allow. */
  readonly low: number;
  readonly high: number;
}

/** A date as days since 1970-01-01. */
export interface Day {
  readonly type: "date";
  readonly low: number;
  readonly high: number;
}

export interface Choice {
  readonly type: "enum";
  readonly values: readonly string[];
}

export const FLAG: Flag = { type: "boolean" };
export const ANY_DAY: Day = { type: "date", low: FIRST_DAY, high: LAST_DAY };

export interface Typer {
  /** Type of an expression, `null` where it has none; what is wrong is reported. */
  type(expression: Expression, place: Place): Typed | null;
  /** Checks the conditions on the rows of a list. */
  where(conditions: Conditions, place: Place, list: ListFact): void;
  /** What a name stands for, `null` and reported where it is not declared. */
  named(name: string, place: Place): Name | null;
  /** Type of the value a name stands for, `null` and reported where it is no single value. */
  typeOfNamed(name: string, place: Place): Typed | null;
  list(name: string, place: Place): ListFact | null;
  field(list: ListFact, name: string, place: Place): Typed | null;
  report(place: Place, problem: PackProblem): void;
}

/** The type, where it is the one that belongs here. */
export function expectType<T extends Typed["type"]>(
  typer: Typer,
  typed: Typed | null,
  expected: T,
  place: Place,
): Extract<Typed, { type: T }> | null {
  if (typed === null) return null;
  if (typed.type === expected) return typed as Extract<Typed, { type: T }>;
  typer.report(place, { code: "wrong-type", found: typed.type, expected });
  return null;
}

export function expectUnit(typer: Typer, whole: Whole, expected: string, place: Place): void {
  if (agree(whole.unit, expected)) return;
  typer.report(place, { code: "units-differ", does: "takes", found: whole.unit as string, expected });
}

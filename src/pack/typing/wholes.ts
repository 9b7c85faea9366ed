/** Types of `difference`, `product` and `count`. */
import type { Expression } from "../../kernel/model.js";
import { inside, type Place } from "../place.js";
import { expectType, type Typed, type Typer, type Whole } from "./typed.js";
import { agree, COUNT, isMeasure, type Unit } from "./units.js";

type Operation<Op> = Extract<Expression, { readonly op: Op }>;

export function typeOfDifference(expression: Operation<"difference">, place: Place, typer: Typer): Typed | null {
  const of = wholeOf(expression.of, inside(place, "of"), typer);
  const less = wholeOf(expression.less, inside(place, "less"), typer);
  if (of === null || less === null) return null;
  if (!agree(of.unit, less.unit)) {
    const problem = { code: "units-differ", does: "adds", found: less.unit as string, expected: of.unit as string } as const;
    typer.report(inside(place, "less"), problem);
  }
  const whole: Whole = { type: "integer", unit: of.unit ?? less.unit, low: of.low - less.high, high: of.high - less.low };
  return bounded(whole, reachOf(of) + reachOf(less), place, typer);
}

/** At most one part is measured: years times fen are nothing. Counts go with it: awards times fen are fen. */
export function typeOfProduct(expression: Operation<"product">, place: Place, typer: Typer): Typed | null {
  const wholes = expression.of.map((part, index) => wholeOf(part, inside(place, "of", index), typer));
  if (wholes.includes(null)) return null;
  let unit: Unit = null;
  let [low, high, reach] = [1, 1, 1];
  (wholes as readonly Whole[]).forEach((whole, index) => {
    if (isMeasure(unit) && isMeasure(whole.unit)) {
      typer.report(inside(place, "of", index), { code: "two-units", found: whole.unit, other: unit });
    }
    if (unit === null || !isMeasure(unit)) unit = whole.unit ?? unit;
    const corners = [low * whole.low, low * whole.high, high * whole.low, high * whole.high];
    [low, high] = [Math.min(...corners), Math.max(...corners)];
    reach *= Math.max(1, reachOf(whole));
  });
  return bounded({ type: "integer", unit, low, high }, reach, place, typer);
}

export function typeOfCount(expression: Operation<"count">, place: Place, typer: Typer): Typed | null {
  const list = typer.list(expression.list, inside(place, "list"));
  if (list === null) return null;
  if (expression.where !== undefined) typer.where(expression.where, inside(place, "where"), list);
  return { type: "integer", unit: COUNT, low: 0, high: list.maxItems };
}

/** The type, where nothing met on the way to it exceeds the integers a number holds exactly. */
export function bounded(whole: Whole, reach: number, place: Place, typer: Typer): Whole {
  if (reach <= Number.MAX_SAFE_INTEGER) return whole;
  typer.report(place, { code: "overflow", reach: "integer" });
  return { ...whole, low: 0, high: 0 };
}

function wholeOf(expression: Expression, place: Place, typer: Typer): Whole | null {
  return expectType(typer, typer.type(expression, place), "integer", place);
}

function reachOf(whole: Whole): number {
  return Math.max(Math.abs(whole.low), Math.abs(whole.high));
}

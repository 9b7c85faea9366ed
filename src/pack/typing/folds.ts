/** Types of `latest`, `earliest` and `sum`, which take values and the fields of rows. */
import type { Each, Expression } from "../../kernel/model.js";
import { inside, type Place } from "../place.js";
import { type Day, expectType, type Typed, type Typer, type Whole } from "./typed.js";
import { agree, type Unit } from "./units.js";
import { bounded } from "./wholes.js";

export type Fold = Extract<Expression, { readonly op: "latest" | "earliest" | "sum" }>;

export function typeOfFold(expression: Fold, place: Place, typer: Typer): Typed | null {
  const parts = expression.of.map((part, index) => {
    const at = inside(place, "of", index);
    return { at, typed: isEach(part) ? typeOfEach(part, expression.op, at, typer) : typer.type(part, at) };
  });
  if (expression.op === "sum") {
    const wholes = parts.map(({ typed, at }) => expectType(typer, typed, "integer", at));
    return wholes.includes(null) ? null : total(wholes as readonly Whole[], place, typer);
  }
  if (expression.of.every(isEach)) typer.report(inside(place, "of"), { code: "no-plain-part", op: expression.op });
  const days = parts.map(({ typed, at }) => expectType(typer, typed, "date", at));
  return days.includes(null) ? null : spanOf(days as readonly Day[]);
}

function isEach(part: Expression | Each): part is Each {
  return typeof part === "object" && "op" in part && part.op === "each";
}

/** Of `sum`: what the field of none to all of the rows comes to. */
function typeOfEach(part: Each, op: Fold["op"], place: Place, typer: Typer): Typed | null {
  const list = typer.list(part.list, inside(place, "list"));
  if (list === null) return null;
  if (part.where !== undefined) typer.where(part.where, inside(place, "where"), list);
  const typed = typer.field(list, part.field, inside(place, "field"));
  if (op !== "sum" || typed?.type !== "integer") return typed;
  return { ...typed, low: Math.min(0, typed.low) * list.maxItems, high: Math.max(0, typed.high) * list.maxItems };
}

function spanOf(days: readonly Day[]): Day {
  return days.reduce((span, day) => ({ type: "date", low: Math.min(span.low, day.low), high: Math.max(span.high, day.high) }));
}

function total(wholes: readonly Whole[], place: Place, typer: Typer): Whole {
  let unit: Unit = null;
  wholes.forEach((whole, index) => {
    if (!agree(unit, whole.unit)) {
      const problem = { code: "units-differ", does: "adds", found: whole.unit as string, expected: unit as string } as const;
      typer.report(inside(place, "of", index), problem);
    }
    unit ??= whole.unit;
  });
  const low = wholes.reduce((sum, whole) => sum + whole.low, 0);
  const high = wholes.reduce((sum, whole) => sum + whole.high, 0);
  // However the parts are added up, no sum of some of them is larger than all of their sizes together.
  const reach = wholes.reduce((sum, whole) => sum + Math.max(Math.abs(whole.low), Math.abs(whole.high)), 0);
  return bounded({ type: "integer", unit, low, high }, reach, place, typer);
}

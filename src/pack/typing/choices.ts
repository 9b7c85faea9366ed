/** Types of `select`, `some` and `every`. */
import type { Expression } from "../../kernel/model.js";
import { nearest } from "../../kernel/nearest.js";
import { inside, type Place } from "../place.js";
import { FLAG, type Typed, type Typer } from "./typed.js";
import { agree } from "./units.js";

type Operation<Op> = Extract<Expression, { readonly op: Op }>;

export function typeOfQuantifier(expression: Operation<"some" | "every">, place: Place, typer: Typer): Typed {
  const list = typer.list(expression.list, inside(place, "list"));
  if (list !== null && expression.where !== undefined) typer.where(expression.where, inside(place, "where"), list);
  return FLAG;
}

/** By an enum or an interpretation; one case for each of its values, all of one type. */
export function typeOfSelect({ by, cases }: Operation<"select">, place: Place, typer: Typer): Typed | null {
  const chooser = typer.typeOfNamed(by.fact, inside(place, "by", "fact"));
  if (chooser !== null && chooser.type !== "enum") {
    typer.report(inside(place, "by"), { code: "wrong-type", found: chooser.type, expected: "enum" });
  }
  if (chooser?.type === "enum") checkCases(Object.keys(cases), chooser.values, inside(place, "cases"), typer);
  const known = Object.entries(cases).flatMap(([value, expression]) => {
    const at = inside(place, "cases", value);
    const typed = typer.type(expression, at);
    return typed === null ? [] : [{ typed, at }];
  });
  const [first, ...others] = known;
  if (first === undefined) return null;
  return others.reduce((sofar, { typed, at }) => merged(sofar, typed, at, typer), first.typed);
}

function checkCases(given: readonly string[], values: readonly string[], place: Place, typer: Typer): void {
  for (const name of values) if (!given.includes(name)) typer.report(place, { code: "missing-case", name });
  for (const found of given) {
    if (values.includes(found)) continue;
    const open = values.filter((value) => !given.includes(value));
    typer.report(inside(place, found), { code: "extra-case", found, near: nearest(found, open) });
  }
}

function merged(sofar: Typed, next: Typed, place: Place, typer: Typer): Typed {
  if (next.type !== sofar.type) {
    typer.report(place, { code: "wrong-type", found: next.type, expected: sofar.type });
    return sofar;
  }
  if (sofar.type === "boolean" || sofar.type === "enum") return sofar;
  const { low, high } = next as typeof sofar;
  const span = { low: Math.min(sofar.low, low), high: Math.max(sofar.high, high) };
  if (sofar.type === "date" || next.type !== "integer") return { ...sofar, ...span };
  if (!agree(sofar.unit, next.unit)) {
    const problem = { code: "units-differ", does: "mixes", found: next.unit as string, expected: sofar.unit as string } as const;
    typer.report(place, problem);
  }
  return { ...sofar, ...span, unit: sofar.unit ?? next.unit };
}

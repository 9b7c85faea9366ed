/** The type of every expression of a pack, and everything that keeps one from having a type. */
import type { DerivedFact, Expression, ListFact, ScalarType } from "../../kernel/model.js";
import type { Name, Names } from "../../kernel/names.js";
import { nearest } from "../../kernel/nearest.js";
import { inside, type Place, placeIn } from "../place.js";
import type { PackProblem } from "../problem.js";
import { typeOfQuantifier, typeOfSelect } from "./choices.js";
import { checkCondition } from "./conditions.js";
import { typeOfDates } from "./dates.js";
import { typeOfFold } from "./folds.js";
import { typeOfLiteral } from "./literals.js";
import { ANY_DAY, FLAG, type Typed, type Typer } from "./typed.js";
import { agree } from "./units.js";
import { typeOfCount, typeOfDifference, typeOfProduct } from "./wholes.js";

/** A typer, and a way to have each derived fact typed against its declaration. */
export function typerOf(names: Names, derived: readonly DerivedFact[], report: Typer["report"]) {
  const known = new Map<DerivedFact, Typed>();
  const typer: Typer = {
    type,
    where: (conditions, place, list) => checkCondition(conditions, place, list, typer),
    named,
    typeOfNamed,
    list,
    field,
    report,
  };
  return { typer, typeOfDerived };

  function type(expression: Expression, place: Place): Typed | null {
    if (typeof expression !== "object") return typeOfLiteral(expression, place, typer);
    if ("fact" in expression) return typeOfNamed(expression.fact, inside(place, "fact"));
    if ("field" in expression) return wrong(inside(place, "field"), { code: "field-outside-where", found: expression.field });
    switch (expression.op) {
      case "latest":
      case "earliest":
      case "sum":
        return typeOfFold(expression, place, typer);
      case "difference":
        return typeOfDifference(expression, place, typer);
      case "product":
        return typeOfProduct(expression, place, typer);
      case "count":
        return typeOfCount(expression, place, typer);
      case "select":
        return typeOfSelect(expression, place, typer);
      case "some":
      case "every":
        return typeOfQuantifier(expression, place, typer);
      default:
        return typeOfDates(expression, place, typer);
    }
  }

  function named(name: string, place: Place): Name | null {
    const found = names.byName.get(name);
    return found ?? wrong(place, { code: "unknown-name", found: name, near: nearest(name, names.byName.keys()) });
  }

  function typeOfNamed(referred: string, place: Place): Typed | null {
    const name = named(referred, place);
    switch (name?.source) {
      case undefined:
        return null;
      case "as-of":
        return ANY_DAY;
      case "given":
        return typeOfScalar(name.fact);
      case "interpretation":
        return { type: "enum", values: name.interpretation.readings.map((reading) => reading.name) };
      case "derived":
        return typeOfDerived(name.derived);
      case "given-list":
        return wrong(place, { code: "wrong-kind", name: referred, found: "list", expected: "single value" });
      case "parameter": {
        const { value, unit } = name.parameter;
        if (typeof value === "number") return { type: "integer", unit: unit ?? null, low: value, high: value };
        return wrong(place, { code: "wrong-kind", name: referred, found: "list of values", expected: "single value" });
      }
    }
  }

  /** As declared; the bounds come from the expression, which is checked the first time anybody asks. */
  function typeOfDerived(fact: DerivedFact): Typed {
    const done = known.get(fact);
    if (done !== undefined) return done;
    const declared = declaredType(fact);
    // Asked again while it is typed, it rests on itself: `cycles.ts` reports that.
    known.set(fact, declared);
    const place = placeIn("facts.json", "derived", derived.indexOf(fact));
    const found = type(fact.expression, inside(place, "expression"));
    if (found === null) return declared;
    if (found.type !== declared.type) {
      report(inside(place, "type"), { code: "declared-type", found: declared.type, expected: found.type });
      return declared;
    }
    if (found.type === "integer" && declared.type === "integer" && !agree(declared.unit, found.unit)) {
      const problem = {
        code: "units-differ",
        does: "declares",
        found: fact.unit as string,
        expected: found.unit as string,
      } as const;
      report(inside(place, "unit"), problem);
    }
    const typed: Typed = found.type === "integer" ? { ...found, unit: fact.unit ?? null } : found;
    known.set(fact, typed);
    return typed;
  }

  function list(name: string, place: Place): ListFact | null {
    const found = named(name, place);
    if (found === null) return null;
    if (found.source === "given-list") return found.fact;
    return wrong(place, { code: "wrong-kind", name, found: "single value", expected: "list" });
  }

  function field(of: ListFact, name: string, place: Place): Typed | null {
    const found = of.fields.find((candidate) => candidate.name === name);
    if (found !== undefined) return typeOfScalar(found);
    const near = nearest(
      name,
      of.fields.map((candidate) => candidate.name),
    );
    return wrong(place, { code: "unknown-field", found: name, list: of.name, near });
  }

  function wrong(place: Place, problem: PackProblem): null {
    report(place, problem);
    return null;
  }
}

function typeOfScalar(declared: ScalarType): Typed {
  switch (declared.type) {
    case "boolean":
      return FLAG;
    case "integer":
      return { type: "integer", unit: declared.unit, low: declared.min, high: declared.max };
    case "date":
      return ANY_DAY;
    case "enum":
      return { type: "enum", values: declared.values.map((value) => value.name) };
  }
}

function declaredType(fact: DerivedFact): Typed {
  if (fact.type === "boolean") return FLAG;
  return fact.type === "date" ? ANY_DAY : { type: "integer", unit: fact.unit ?? null, low: 0, high: 0 };
}

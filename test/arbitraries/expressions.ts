/** Random expressions and conditions over the names of a random pack, well typed by construction. */
import type { Condition, Conditions, Each, Expression, OperatorName } from "../../src/kernel/model.js";
import { type Choice, type Kind, kindOfType, type Scope } from "./scope.js";

/** Draws what a random pack is built from; the first choice is the simplest and what a counterexample shrinks to. */
export interface Draw {
  whole(min: number, max: number): number;
  flag(): boolean;
  one<T>(choices: readonly T[]): T;
  /** Some of the choices, in order. */
  some<T>(choices: readonly T[], min?: number, max?: number): T[];
}

/** @param tape numbers that decide each draw in turn; zeros where it ends, so that a shorter tape makes a simpler pack */
export function drawFrom(tape: readonly number[]): Draw {
  let place = 0;
  const whole = (min: number, max: number) => {
    const number = tape[place] ?? 0;
    place += 1;
    return min + (number % (max - min + 1));
  };
  return {
    whole,
    flag: () => whole(0, 1) === 1,
    one: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    some(choices, min = 1, max = choices.length) {
      const left = [...choices.keys()];
      const size = whole(min, Math.min(max, choices.length));
      const places = Array.from({ length: size }, () => left.splice(whole(0, left.length - 1), 1)[0]);
      return choices.filter((_, at) => places.includes(at));
    },
  };
}

/** An expression worth a value of `kind`, at most `depth` operations deep. */
export function expressionOf(kind: Kind, depth: number, draw: Draw, scope: Scope): Expression {
  if (depth === 0) return leafOf(kind, draw, scope);
  const of = (part: Kind) => expressionOf(part, depth - 1, draw, scope);
  const make = draw.one<() => Expression>([
    () => leafOf(kind, draw, scope),
    () => selectOf(kind, depth, draw, scope),
    ...(kind === "boolean" ? quantifiersOf(draw, scope) : []),
    ...(kind === "date" ? datesOf(of, draw, scope) : []),
    ...(kind === "year" ? yearsOf(of) : []),
    ...(kind === "year" || kind === "day" || kind === "piece" ? sumsOf(kind, of, draw, scope) : []),
    ...(kind === "piece" ? countsOf(draw, scope) : []),
  ]);
  return make();
}

function quantifiersOf(draw: Draw, scope: Scope): (() => Expression)[] {
  const list = draw.one(scope.lists).name;
  return [
    () => ({ op: "some", list, where: conditionsOf(list, 2, draw, scope) }),
    () => ({ op: "every", list, where: conditionsOf(list, 2, draw, scope) }),
    () => ({ op: "some", list }),
  ];
}

function datesOf(of: (part: Kind) => Expression, draw: Draw, scope: Scope): (() => Expression)[] {
  return [
    () => ({ op: "addYears", date: of("date"), years: plainOf("year", draw, scope) }),
    () => ({ op: "subtractYears", date: of("date"), years: plainOf("year", draw, scope) }),
    () => ({ op: "addDays", date: of("date"), days: plainOf("day", draw, scope) }),
    () => ({ op: "startOfYear", date: of("date") }),
    () => ({ op: "latest", of: foldedOf("date", of, draw, scope) }),
    () => ({ op: "earliest", of: foldedOf("date", of, draw, scope) }),
  ];
}

function yearsOf(of: (part: Kind) => Expression): (() => Expression)[] {
  return [() => ({ op: "wholeYears", from: of("date"), to: of("date") }), () => ({ op: "yearOf", date: of("date") })];
}

function sumsOf(kind: Kind, of: (part: Kind) => Expression, draw: Draw, scope: Scope): (() => Expression)[] {
  return [() => ({ op: "sum", of: foldedOf(kind, of, draw, scope) }), () => ({ op: "difference", of: of(kind), less: of(kind) })];
}

function countsOf(draw: Draw, scope: Scope): (() => Expression)[] {
  const list = draw.one(scope.lists).name;
  const count = (): Expression => ({ op: "count", list, ...(draw.flag() ? { where: conditionsOf(list, 1, draw, scope) } : {}) });
  const factor = () => (draw.flag() ? plainOf("piece", draw, scope) : count());
  return [count, () => ({ op: "product", of: Array.from({ length: draw.whole(1, 3) }, factor) })];
}

/** One plain part at least, and the fields of rows. */
function foldedOf(kind: Kind, of: (part: Kind) => Expression, draw: Draw, scope: Scope): (Expression | Each)[] {
  const fields = scope.lists.flatMap((list) =>
    list.fields.flatMap((field) => (kindOfType(field) === kind ? [{ list: list.name, field: field.name }] : [])),
  );
  const each = draw.some(fields, 0, 2).map(
    ({ list, field }): Each => ({
      op: "each",
      list,
      field,
      ...(draw.flag() ? { where: conditionsOf(list, 1, draw, scope) } : {}),
    }),
  );
  const plain = Array.from({ length: draw.whole(1, 2) }, () => of(kind));
  return draw.flag() ? [...plain, ...each] : [...each, ...plain];
}

function selectOf(kind: Kind, depth: number, draw: Draw, scope: Scope): Expression {
  const { name, values } = draw.one(scope.choices);
  const cases = values.map((value) => [value, expressionOf(kind, depth - 1, draw, scope)]);
  return { op: "select", by: { fact: name }, cases: Object.fromEntries(cases) as Record<string, Expression> };
}

function leafOf(kind: Kind, draw: Draw, scope: Scope): Expression {
  const names = scope.names[kind].map(({ name }): Expression => ({ fact: name }));
  return draw.one([...names, ...literalsOf(kind)]);
}

/** A value within narrow bounds: a fact, a parameter or a literal. */
function plainOf(kind: Kind, draw: Draw, scope: Scope): Expression {
  const names = scope.names[kind].filter(({ plain }) => plain).map(({ name }): Expression => ({ fact: name }));
  return draw.one([...names, ...literalsOf(kind)]);
}

/** A derivation may count with no other numbers than these. */
function literalsOf(kind: Kind): (number | boolean | string)[] {
  if (kind === "boolean") return [true, false];
  return kind === "date" ? ["2020-02-29", "2022-12-31"] : [1, 0, -1];
}

/** @param list whose rows are at hand, `null` in a rule */
export function conditionsOf(list: string | null, depth: number, draw: Draw, scope: Scope): Conditions {
  const part = (): Condition =>
    depth > 0 && draw.whole(0, 2) === 2 ? conditionsOf(list, depth - 1, draw, scope) : comparisonOf(list, draw, scope);
  const parts = () => Array.from({ length: draw.whole(1, 3) }, part);
  const form = draw.one(["all", "any", "not"] as const);
  if (form === "not") return { not: part() };
  return form === "all" ? { all: parts() } : { any: parts() };
}

type Left = { readonly fact: string } | { readonly field: string };
interface Side {
  readonly at: Left;
  readonly kind: Kind | readonly string[];
}

function comparisonOf(list: string | null, draw: Draw, scope: Scope): Condition {
  const sides = sidesOf(list, scope);
  const left = draw.one(sides);
  if (typeof left.kind !== "string") return choiceOf(left.at, left.kind, sides, draw, scope);
  const alike = sides.filter(({ kind }) => kind === left.kind).map(({ at }) => at);
  // In a rule every number has a name.
  const literals = list === null && left.kind !== "boolean" && left.kind !== "date" ? [] : literalsOf(left.kind);
  const value = draw.one([...literals, ...alike]);
  return { ...left.at, operator: draw.one(operatorsFor(left.kind)), value };
}

function choiceOf(at: Left, values: readonly string[], sides: readonly Side[], draw: Draw, { members }: Scope): Condition {
  const same = (choice: Choice) => choice.values.join() === values.join();
  const alike = sides.filter(({ kind }) => typeof kind !== "string" && kind.join() === values.join()).map((side) => side.at);
  if (draw.flag()) return { ...at, operator: draw.one(["equal", "notEqual"] as const), value: draw.one([...values, ...alike]) };
  const named = members.filter(same).map(({ name }) => ({ fact: name }));
  return { ...at, operator: draw.one(["in", "notIn"] as const), value: draw.one([draw.some(values), ...named]) };
}

/** What a comparison may stand on: in a `where` the fields of the row come first. */
function sidesOf(list: string | null, scope: Scope): readonly Side[] {
  const fields = scope.lists.find(({ name }) => name === list)?.fields ?? [];
  const kinds = Object.keys(scope.names) as Kind[];
  const ofFields = fields.map((field): Side => ({ at: { field: field.name }, kind: kindOfType(field) }));
  return [
    ...ofFields,
    ...ofFields,
    ...ofFields,
    ...kinds.flatMap((kind) => scope.names[kind].map(({ name }): Side => ({ at: { fact: name }, kind }))),
    ...scope.choices.map(({ name, values }): Side => ({ at: { fact: name }, kind: values })),
  ];
}

function operatorsFor(kind: Kind): readonly OperatorName[] {
  if (kind === "boolean") return ["equal", "notEqual"];
  if (kind === "date") return ["equal", "notEqual", "before", "onOrBefore", "after", "onOrAfter"];
  return ["equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
}

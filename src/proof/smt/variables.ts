/** A world of which nothing is known: a variable for all that may be asked about, within what its type allows. */
import { FIRST_DAY, LAST_DAY, parseDate } from "../../kernel/date.js";
import type { CivilDate, ListFact, ScalarType } from "../../kernel/model.js";
import { AS_OF, type Name } from "../../kernel/names.js";
import { constantDay, DAY, isDate, isOnOrBefore } from "./day.js";
import { isPlace, type Numbers, PLACE } from "./numbers.js";
import type { Script } from "./script.js";
import { and, choose, implies, type Term } from "./term.js";
import { constantPlace, dated, flag, placed, type Value, whole } from "./value.js";
import type { Further, List, Row, World } from "./world.js";

export interface Variables {
  /** Stands before the name of every variable; two worlds of one script have two. */
  readonly prefix: string;
  /** Facts and interpretations that are asked about. */
  readonly reads: Iterable<Name>;
  /** The first day as of which may be decided. */
  readonly from: CivilDate;
  /** Readings that are fixed; the others may be any. */
  readonly readings: Readonly<Record<string, string>>;
  /** How many rows of a list are written out, by its name. */
  readonly rows: (list: string) => number;
  /** Whether a list may have more rows than are written out, as far as its length allows. */
  readonly more: boolean;
  /** Values taken from elsewhere, as from another world, in place of variables of their own. */
  readonly shared?: Pick<World, "asOf" | "scalar" | "list"> & { readonly has: (name: string) => boolean };
}

/** Declares the variables, and asserts what their types allow. */
export function declareWorld(script: Script, { prefix, reads, from, readings, rows, more, shared }: Variables): World {
  const { numbers } = script;
  const asOf = shared?.asOf ?? day(`${prefix}${AS_OF}`, null);
  if (shared === undefined) script.assert(isOnOrBefore(constantDay(parseDate(from) ?? FIRST_DAY), asOf));
  const values = new Map<string, Value>();
  const lists = new Map<string, List>();
  for (const name of reads) {
    const isShared = shared?.has(name.name) === true;
    if (name.source === "given") values.set(name.name, isShared ? shared.scalar(name.name) : scalar(name.name, name.fact));
    else if (name.source === "given-list") lists.set(name.name, isShared ? shared.list(name.name) : list(name.fact));
    else if (name.source === "interpretation") {
      const all = name.interpretation.readings.map((reading) => reading.name);
      const fixed = readings[name.name];
      values.set(name.name, fixed === undefined ? place(`${prefix}${name.name}`, all.length) : constantPlace(all.indexOf(fixed)));
    }
  }
  return {
    prefix: `${prefix}=`,
    asOf,
    scalar: (name) => valueIn(values, name),
    reading: (name) => valueIn(values, name),
    list: (name) => valueIn(lists, name),
  };

  function scalar(name: string, type: ScalarType): Value {
    return typed(`${prefix}${name}`, type);
  }

  function typed(name: string, type: ScalarType): Value {
    switch (type.type) {
      case "boolean":
        return flag(script.declare(name, "Bool"));
      case "integer":
        return number(name, type.min, type.max);
      case "enum":
        return place(name, type.values.length);
      case "date":
        return dated(day(name, type.past ? asOf : null));
    }
  }

  function number(name: string, low: number, high: number): Value {
    const term = script.declare(name, numbers.sort);
    script.assert(and(numbers.isAtMost(numbers.numeral(low), term), numbers.isAtMost(term, numbers.numeral(high))));
    return whole(term);
  }

  function place(name: string, count: number): Value {
    const term = script.declare(name, PLACE);
    script.assert(isPlace(term, count));
    return placed(term);
  }

  function day(name: string, latest: Term | null): Term {
    const term = script.declare(name, DAY);
    script.assert(and(isDate(term), isOnOrBefore(constantDay(FIRST_DAY), term), isOnOrBefore(term, constantDay(LAST_DAY))));
    if (latest !== null) script.assert(isOnOrBefore(term, latest));
    return term;
  }

  /** The rows that are there come first. */
  function list(fact: ListFact): List {
    const all = Array.from({ length: Math.min(rows(fact.name), fact.maxItems) }, (_, place) => row(fact, place));
    for (const [place, { present }] of all.entries()) {
      if (place > 0) script.assert(implies(present, (all[place - 1] as Row).present));
    }
    if (all.length === fact.maxItems) return { rows: all, further: { kind: "none" } };
    if (!more) return { rows: all, further: { kind: "left-out" } };
    const room = script.define(
      `${prefix}${fact.name} room`,
      numbers.sort,
      numbers.subtract(numbers.numeral(fact.maxItems), countOf(numbers, all)),
    );
    script.assert(numbers.isAtMost(numbers.numeral(0), room));
    return { rows: all, further: { kind: "open", room, of: `${prefix}${fact.name}` } };
  }

  function row(fact: ListFact, place: number): Row {
    const at = `${prefix}${fact.name}.${place}`;
    const present = script.declare(`${at} present`, "Bool");
    return { present, fields: new Map(fact.fields.map((field) => [field.name, typed(`${at}.${field.name}`, field)])) };
  }
}

/** A list with one more row, of whatever it may hold: its length still allows it. */
export function withRow(script: Script, world: World, fact: ListFact, prefix: string): World {
  const { numbers } = script;
  const before = world.list(fact.name);
  const alone = declareWorld(script, {
    prefix,
    reads: [nameOf(fact)],
    from: "",
    readings: {},
    rows: () => 1,
    more: false,
    shared: { ...world, has: () => false },
  });
  const added = alone.list(fact.name).rows;
  for (const { present } of added) script.assert(present);
  script.assert(numbers.isLess(countOf(numbers, before.rows), numbers.numeral(fact.maxItems)));
  const after: List = { rows: [...before.rows, ...added], further: withoutOne(script, before.further) };
  return { ...world, prefix: alone.prefix, list: (name) => (name === fact.name ? after : world.list(name)) };
}

/** A world in which one fact is another. */
export function withScalar(world: World, name: string, value: Value, prefix: string): World {
  return { ...world, prefix: `${prefix}=`, scalar: (of) => (of === name ? value : world.scalar(of)) };
}

/** What may be there besides once one more row is written out. */
function withoutOne(script: Script, further: Further): Further {
  if (further.kind !== "open") return further;
  const { numbers } = script;
  const room = numbers.subtract(further.room, numbers.numeral(1));
  script.assert(numbers.isAtMost(numbers.numeral(0), room));
  return { ...further, room };
}

export function countOf(numbers: Numbers, rows: readonly Row[]): Term {
  const [one, zero] = [numbers.numeral(1), numbers.numeral(0)];
  return rows.reduce((sum, { present }) => numbers.add(sum, choose(present, one, zero)), zero);
}

function valueIn<T>(values: ReadonlyMap<string, T>, name: string): T {
  const value = values.get(name);
  if (value === undefined) throw new Error(`\`${name}\` is not among what is asked about`);
  return value;
}

function nameOf(fact: ListFact): Extract<Name, { source: "given-list" }> {
  return { name: fact.name, label: fact.label, type: { type: "list" }, source: "given-list", list: 0, fact, fields: [] };
}

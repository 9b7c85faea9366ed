/** A world of which nothing is known: a variable for all that may be asked about, within what its type allows. */
import { FIRST_DAY, LAST_DAY, parseDate } from "../../kernel/date.js";
import type { CivilDate, ListFact, ScalarType } from "../../kernel/model.js";
import { AS_OF, type Name } from "../../kernel/names.js";
import { constantDay, DAY, isDate, isOnOrBefore } from "./day.js";
import { add, isAtMost, NUMBER, numeral, ONE, subtract, ZERO } from "./number.js";
import type { Script } from "./script.js";
import { and, choose, implies, type Term } from "./term.js";
import { constantWhole, dated, flag, type Value, whole } from "./value.js";
import type { List, Row, World } from "./world.js";

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
      values.set(
        name.name,
        fixed === undefined ? number(`${prefix}${name.name}`, 0, all.length - 1) : constantWhole(all.indexOf(fixed)),
      );
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
        return number(name, 0, type.values.length - 1);
      case "date":
        return dated(day(name, type.past ? asOf : null));
    }
  }

  function number(name: string, low: number, high: number): Value {
    const term = script.declare(name, NUMBER);
    script.assert(and(isAtMost(numeral(low), term), isAtMost(term, numeral(high))));
    return whole(term);
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
    if (!more || all.length === fact.maxItems) return { rows: all, room: null };
    const room = script.define(`${prefix}${fact.name} room`, NUMBER, subtract(numeral(fact.maxItems), countOf(all)));
    script.assert(isAtMost(ZERO, room));
    return { rows: all, room };
  }

  function row(fact: ListFact, place: number): Row {
    const at = `${prefix}${fact.name}.${place}`;
    const present = script.declare(`${at} present`, "Bool");
    return { present, fields: new Map(fact.fields.map((field) => [field.name, typed(`${at}.${field.name}`, field)])) };
  }
}

/** A list with one more row, of whatever it may hold: its length still allows it. */
export function withRow(script: Script, world: World, fact: ListFact, prefix: string): World {
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
  script.assert(isAtMost(add(countOf(before.rows), ONE), numeral(fact.maxItems)));
  const room = before.room === null ? null : subtract(before.room, ONE);
  if (room !== null) script.assert(isAtMost(ZERO, room));
  const after: List = { rows: [...before.rows, ...added], room };
  return { ...world, prefix: alone.prefix, list: (name) => (name === fact.name ? after : world.list(name)) };
}

/** A world in which one fact is another. */
export function withScalar(world: World, name: string, value: Value, prefix: string): World {
  return { ...world, prefix: `${prefix}=`, scalar: (of) => (of === name ? value : world.scalar(of)) };
}

function countOf(rows: readonly Row[]): Term {
  return add(...rows.map(({ present }) => choose(present, ONE, ZERO)));
}

function valueIn<T>(values: ReadonlyMap<string, T>, name: string): T {
  const value = values.get(name);
  if (value === undefined) throw new Error(`\`${name}\` is not among what is asked about`);
  return value;
}

function nameOf(fact: ListFact): Extract<Name, { source: "given-list" }> {
  return { name: fact.name, label: fact.label, type: { type: "list" }, source: "given-list", list: 0, fact, fields: [] };
}

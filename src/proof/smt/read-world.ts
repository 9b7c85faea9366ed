/** The world of a found case, as the facts and readings of a question. */
import type { JsonValue, Question } from "../../kernel/answer.js";
import { formatDate } from "../../kernel/date.js";
import type { ScalarType } from "../../kernel/model.js";
import type { Name } from "../../kernel/names.js";
import { dayOfBits } from "./day.js";
import { type Numbers, placeOf } from "./numbers.js";
import { isSymbol, type Term, TRUE } from "./term.js";
import type { Value } from "./value.js";
import type { World } from "./world.js";

/** Values of terms in a case, and how its numbers are written. */
export interface Values {
  readonly numbers: Numbers;
  readonly of: ReadonlyMap<Term, bigint | boolean>;
}

/** Terms whose values say all of a world. */
export function termsOfWorld(world: World, reads: readonly Name[]): readonly Term[] {
  const values = reads.flatMap((name) => {
    if (name.source === "given") return [world.scalar(name.name).term];
    if (name.source === "interpretation") return [world.reading(name.name).term];
    if (name.source !== "given-list") return [];
    return world
      .list(name.name)
      .rows.flatMap(({ present, fields }) => [present, ...[...fields.values()].map(({ term }) => term)]);
  });
  return [world.asOf, ...values];
}

/** @param reads what the decision reads: nothing else is given */
export function questionOf(world: World, reads: readonly Name[], decision: string, values: Values): Question {
  const facts: Record<string, JsonValue> = {};
  const interpretations: Record<string, string> = {};
  for (const name of reads) {
    if (name.source === "given") facts[name.name] = jsonOf(world.scalar(name.name), namesIn(name.fact), values);
    else if (name.source === "given-list") {
      const there = world.list(name.name).rows.filter(({ present }) => isTrue(present, values));
      facts[name.name] = there.map(({ fields }) =>
        Object.fromEntries(
          name.fact.fields.map((field) => [field.name, jsonOf(fields.get(field.name) as Value, namesIn(field), values)]),
        ),
      );
    } else if (name.source === "interpretation") {
      const place = placeOf(bitsOf(world.reading(name.name).term, values));
      interpretations[name.name] = name.interpretation.readings[place]?.name ?? "";
    }
  }
  return { decision, asOf: formatDate(dayOfBits(bitsOf(world.asOf, values))), facts, interpretations };
}

/** @param names of the places, where it is one */
export function jsonOf({ sort, term }: Value, names: readonly string[], values: Values): JsonValue {
  if (sort === "flag") return isTrue(term, values);
  if (sort === "date") return formatDate(dayOfBits(bitsOf(term, values)));
  const found = bitsOf(term, values);
  return sort === "place" ? (names[placeOf(found)] ?? null) : values.numbers.read(found);
}

function namesIn(type: ScalarType): readonly string[] {
  return type.type === "enum" ? type.values.map(({ name }) => name) : [];
}

export function isTrue(term: Term, values: Values): boolean {
  return isSymbol(term) ? foundOf(term, values) === true : term === TRUE;
}

/** @throws Error where the term is neither written out nor among the values */
export function bitsOf(term: Term, values: Values): bigint {
  if (isSymbol(term)) return BigInt(foundOf(term, values));
  const [, bits, negative, positive] = /^\(_ bv(\d+) \d+\)$|^\(- (\d+)\)$|^(\d+)$/.exec(term) ?? [];
  const written = bits ?? positive ?? negative;
  if (written === undefined) throw new Error(`${term} has no value of its own`);
  return negative === undefined ? BigInt(written) : -BigInt(written);
}

function foundOf(term: Term, values: Values): bigint | boolean {
  const value = values.of.get(term);
  if (value === undefined) throw new Error(`no value of ${term}`);
  return value;
}

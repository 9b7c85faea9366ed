/** A question to any award, drawn at random from its vocabulary. */
import fc from "fast-check";
import type { Award, Question } from "../../src/index.js";
import { formatDate, parseDate } from "../../src/kernel/date.js";
import type { Fact, ScalarType } from "../../src/kernel/model.js";
import { isList } from "../../src/kernel/names.js";

export function questionTo(award: Award, seed: number): Question {
  const draw = drawerOf(seed);
  const { pack, facts, interpretations } = award.files;
  const asOf = formatDate(draw.between(parseDate(pack.inForce.from) as number, parseDate("2199-12-31") as number));
  const given = facts.facts.filter(() => draw.chance(0.8)).map((fact) => [fact.name, givenValue(fact, asOf, draw)]);
  const chosen = interpretations.interpretations.map(({ name, readings }) => [name, draw.one(readings).name]);
  return {
    decision: draw.one(pack.decisions).name,
    asOf,
    facts: Object.fromEntries(given),
    ...(draw.chance(0.5) ? { interpretations: Object.fromEntries(chosen) } : {}),
  };
}

interface Drawer {
  between(low: number, high: number): number;
  chance(of: number): boolean;
  one<T>(of: readonly T[]): T;
}

function drawerOf(seed: number): Drawer {
  let state = seed | 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => Math.min(high, low + Math.floor(next() * (high - low + 1)));
  return { between, chance: (of) => next() < of, one: (of) => of[between(0, of.length - 1)] as (typeof of)[number] };
}

function givenValue(fact: Fact, asOf: string, draw: Drawer): unknown {
  if (!isList(fact)) return draw.chance(0.1) ? null : scalarOf(fact, asOf, draw);
  return Array.from({ length: draw.between(0, Math.min(3, fact.maxItems)) }, () =>
    Object.fromEntries(fact.fields.filter(() => draw.chance(0.9)).map((field) => [field.name, scalarOf(field, asOf, draw)])),
  );
}

function scalarOf(type: ScalarType, asOf: string, draw: Drawer): unknown {
  switch (type.type) {
    case "boolean":
      return draw.chance(0.5);
    case "integer":
      return draw.one([type.min, type.max, draw.between(type.min, type.max)]);
    case "date":
      return formatDate(
        draw.between(
          draw.one([parseDate("1900-01-01") as number, (parseDate(asOf) as number) - 4000]),
          parseDate(asOf) as number,
        ),
      );
    case "enum":
      return draw.one(type.values).name;
  }
}

export const seeds = fc.integer();

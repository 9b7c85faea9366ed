/** Open points that two packs have in common: each reads them alike, or leaves them to a default of its own. */
import type { Interpretation } from "../kernel/model.js";
import type { Plan } from "../kernel/plan.js";
import { placeTerm } from "../proof/smt/numbers.js";
import type { Script } from "../proof/smt/script.js";
import { choose, equal, implies, not, type Term, TRUE } from "../proof/smt/term.js";
import { named, placed, type Value } from "../proof/smt/value.js";
import type { World } from "../proof/smt/world.js";
import { commonNames } from "./shared-facts.js";
import { placeAs } from "./shared-world.js";

export interface SharedReading {
  readonly first: Interpretation;
  readonly second: Interpretation;
}

/** @param given readings of either side, which fix a point */
export function sharedReadings(first: Plan, second: Plan, given: Readonly<Record<string, string>>): readonly SharedReading[] {
  const known = new Map(first.interpretations.map(({ name }) => [name.name, name.interpretation]));
  return second.interpretations.flatMap(({ name }) => {
    const before = known.get(name.name);
    if (before === undefined || Object.hasOwn(given, name.name)) return [];
    const common = commonNames({ values: before.readings }, { values: name.interpretation.readings });
    return common.length === 0 ? [] : [{ first: before, second: name.interpretation }];
  });
}

/** A point as the second reads it. */
export interface ReadAlike {
  readonly name: string;
  readonly reading: Value;
  /** True where the input leaves it to the defaults; `null` where these are the same, so that it makes no difference. */
  readonly isLeft: Term | null;
}

/** @param prefix stands before what is declared */
export function readAlike(script: Script, world: World, { first, second }: SharedReading, prefix: string): ReadAlike {
  const { name } = first;
  const chosen = world.reading(name);
  const [from, to] = [{ values: first.readings }, { values: second.readings }];
  if (first.default === second.default) {
    return { name, reading: placeAs(script, `${prefix}${name}`, chosen, from, to, TRUE), isLeft: null };
  }
  const isLeft = script.declare(`${prefix}${name} is left`, "Bool");
  script.assert(implies(isLeft, equal(chosen.term, defaultPlace(first))));
  const reading = placeAs(script, `${prefix}${name} chosen`, chosen, from, to, not(isLeft));
  const alike = placed(choose(isLeft, defaultPlace(second), reading.term));
  return { name, reading: named(script, `${prefix}${name}`, alike), isLeft };
}

function defaultPlace({ readings, default: reading }: Interpretation): Term {
  return placeTerm(readings.findIndex(({ name }) => name === reading));
}

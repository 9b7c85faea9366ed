/** What two packs share of a world: the values of the first, in the words of the second and within its bounds. */
import type { ListFact, ScalarType } from "../kernel/model.js";
import { isOnOrBefore } from "../proof/smt/day.js";
import { placeTerm } from "../proof/smt/numbers.js";
import type { Script } from "../proof/smt/script.js";
import { choose, equal, implies, or, type Term, TRUE } from "../proof/smt/term.js";
import { named, placed, type Value } from "../proof/smt/value.js";
import { countOf, type Variables } from "../proof/smt/variables.js";
import type { Further, List, World } from "../proof/smt/world.js";
import { type Choice, commonNames, namesOf, type SharedFact } from "./shared-facts.js";

/** @param prefix stands before what is defined */
export function sharedWorld(
  script: Script,
  world: World,
  facts: ReadonlyMap<string, SharedFact>,
  prefix: string,
): NonNullable<Variables["shared"]> {
  const { numbers } = script;
  return { asOf: world.asOf, has: (name) => facts.has(name), scalar, list };

  function scalar(name: string): Value {
    const { first, second } = factsNamed(name);
    if (first.type === "list" || second.type === "list") throw new Error(`\`${name}\` is a list`);
    return valueAs(`${prefix}${name}`, world.scalar(name), first, second, TRUE);
  }

  function list(name: string): List {
    const { first, second } = factsNamed(name);
    if (first.type !== "list" || second.type !== "list") throw new Error(`\`${name}\` is no list`);
    const { rows, further } = world.list(name);
    const types = new Map(first.fields.map((field) => [field.name, field]));
    const seen = rows.map(({ present, fields }, place) => ({
      present,
      fields: new Map(
        second.fields.map((field) => {
          const own = `${prefix}${name}.${place}.${field.name}`;
          return [field.name, valueAs(own, fields.get(field.name) as Value, types.get(field.name) as ScalarType, field, present)];
        }),
      ),
    }));
    return { rows: seen, further: furtherAs(first, second, { rows: seen, further }) };
  }

  /** No more rows than the second allows. */
  function furtherAs(first: ListFact, second: ListFact, { rows, further }: List): Further {
    if (second.maxItems >= first.maxItems) return further;
    const room = script.define(
      `${prefix}${second.name} room`,
      numbers.sort,
      numbers.subtract(numbers.numeral(second.maxItems), countOf(numbers, rows)),
    );
    script.assert(numbers.isAtMost(numbers.numeral(0), room));
    return further.kind === "open" ? { ...further, room } : further;
  }

  /** @param when the value is there */
  function valueAs(name: string, value: Value, from: ScalarType, to: ScalarType, when: Term): Value {
    if (from.type === "integer" && to.type === "integer") {
      if (to.min > from.min) script.assert(implies(when, numbers.isAtMost(numbers.numeral(to.min), value.term)));
      if (to.max < from.max) script.assert(implies(when, numbers.isAtMost(value.term, numbers.numeral(to.max))));
    } else if (from.type === "date" && to.type === "date") {
      if (to.past && !from.past) script.assert(implies(when, isOnOrBefore(value.term, world.asOf)));
    } else if (from.type === "enum" && to.type === "enum") return placeAs(script, name, value, from, to, when);
    return value;
  }

  function factsNamed(name: string): SharedFact {
    const found = facts.get(name);
    if (found === undefined) throw new Error(`\`${name}\` is not shared`);
    return found;
  }
}

/** The place among the second's values of what stands at a place among the first's; only what both have is there. */
export function placeAs(script: Script, name: string, value: Value, from: Choice, to: Choice, when: Term): Value {
  const [before, after] = [namesOf(from), namesOf(to)];
  if (before.join() === after.join()) return value;
  const common = commonNames(from, to);
  const isAt = (of: string) => equal(value.term, placeTerm(before.indexOf(of)));
  script.assert(implies(when, or(...common.map(isAt))));
  const place = common.reduce((rest, of) => choose(isAt(of), placeTerm(after.indexOf(of)), rest), placeTerm(0));
  return named(script, name, placed(place));
}

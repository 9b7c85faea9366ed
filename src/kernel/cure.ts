/** Changes of facts that make a rule stop hitting. */
import { type Dependents, unite } from "./dependents.js";
import type { Comparison, Condition } from "./model.js";
import type { Name } from "./names.js";
import { operators } from "./operators/all.js";
import type { Plan, RulePlan } from "./plan.js";
import type { State } from "./state.js";
import { FALSE } from "./truth.js";
import { copyOf, settle, type World } from "./world.js";

/** A scalar that may be changed: given, and no date. */
export type Changeable = Extract<Name, { source: "given" }>;

/** New values by fact. */
export type Assignment = ReadonlyMap<Changeable, number>;

/** Sets of changes kept at each step; a condition that offers more has more ways than anybody would read. */
const ALTERNATIVE_LIMIT = 64;

/** Ways to change the facts that an `act` rule compares so that it hits no longer. */
export function alternatives(rule: RulePlan, world: World): readonly Assignment[] {
  const wanted = rule.hitOn === "violated";
  return waysTo(rule.rule.conditions, wanted, world.plan, world.state).filter(
    (changes) => worldWith(world, changes).hits[rule.place] === FALSE,
  );
}

/** A copy of the world in which the facts have these values. */
export function worldWith(world: World, changes: Assignment): World {
  const changed = copyOf(world);
  for (const [name, value] of changes) changed.state.scalars[name.slot] = value;
  settle(changed, unite([...changes.keys()].map((name) => world.plan.onScalar[name.slot] as Dependents)));
  return changed;
}

/** Ways to bring a condition to the wanted truth, the empty one where it has it. */
function waysTo(condition: Condition, wanted: boolean, plan: Plan, state: State): readonly Assignment[] {
  if ("not" in condition) return waysTo(condition.not, !wanted, plan, state);
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    const together = "all" in condition === wanted;
    const ways = parts.map((part) => waysTo(part, wanted, plan, state));
    return together ? combine(ways) : unlessDone(ways.flat());
  }
  return waysToCompare(condition, wanted, plan, state);
}

/** One way for each part, all at once. */
function combine(ways: readonly (readonly Assignment[])[]): readonly Assignment[] {
  let combined: Assignment[] = [new Map()];
  for (const part of ways) {
    combined = combined
      .flatMap((sofar) => part.map((way) => union(sofar, way)))
      .filter((way) => way !== null)
      .slice(0, ALTERNATIVE_LIMIT);
  }
  return combined;
}

function unlessDone(ways: readonly Assignment[]): readonly Assignment[] {
  return ways.some((way) => way.size === 0) ? [new Map()] : ways.slice(0, ALTERNATIVE_LIMIT);
}

function union(a: Assignment, b: Assignment): Assignment | null {
  const merged = new Map(a);
  for (const [name, value] of b) {
    if (merged.has(name) && merged.get(name) !== value) return null;
    merged.set(name, value);
  }
  return merged;
}

/** A comparison is changed on its left side only: `proposed awards <= qualified applicants` is cured by proposing fewer. */
function waysToCompare(comparison: Comparison, wanted: boolean, plan: Plan, state: State): readonly Assignment[] {
  const name = "fact" in comparison ? plan.names.byName.get(comparison.fact) : undefined;
  const holds = (value: number) => compareAt(comparison, name, value, plan, state) === wanted;
  const here = name === undefined || !("slot" in name) ? Number.NaN : (state.scalars[name.slot] as number);
  if (here === here && holds(here)) return [new Map()];
  if (name?.source !== "given" || name.fact.type === "date") return [];
  return candidates(comparison, name, plan, state)
    .filter((value) => value !== here && value >= name.bounds.low && value <= name.bounds.high && holds(value))
    .map((value) => new Map([[name, value]]));
}

/** Every value of an enum or boolean; of a number the nearest that could do. */
function candidates(comparison: Comparison, name: Changeable, plan: Plan, state: State): readonly number[] {
  if (name.type.type !== "integer") {
    return Array.from({ length: name.bounds.high - name.bounds.low + 1 }, (_, index) => name.bounds.low + index);
  }
  const bound = rightOf(comparison, name, plan, state);
  switch (comparison.operator) {
    case "lessThan":
    case "greaterThanInclusive":
      return [bound, bound - 1];
    case "notEqual":
      return [bound, bound - 1, bound + 1];
    default:
      return [bound, bound + 1];
  }
}

function compareAt(comparison: Comparison, name: Name | undefined, value: number, plan: Plan, state: State): boolean {
  const operator = operators.get(comparison.operator);
  if (operator !== undefined) return operator.holds(value, rightOf(comparison, name, plan, state));
  const member = name?.type.type === "enum" ? name.type.values[value] : undefined;
  const { value: given } = comparison;
  const referred = typeof given === "object" && "fact" in given ? plan.names.byName.get(given.fact)?.type : undefined;
  const members = referred?.type === "members" ? referred.values : (given as readonly string[]);
  return members.includes(member ?? "") === (comparison.operator === "in");
}

/** The right side as a number. */
function rightOf(comparison: Comparison, name: Name | undefined, plan: Plan, state: State): number {
  const { value } = comparison;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return name?.type.type === "enum" ? name.type.values.indexOf(value) : Number.NaN;
  if (!("fact" in value)) return Number.NaN;
  const right = plan.names.byName.get(value.fact);
  if (right === undefined) return Number.NaN;
  if (right.source === "parameter") return typeof right.parameter.value === "number" ? right.parameter.value : Number.NaN;
  return "slot" in right ? (state.scalars[right.slot] as number) : Number.NaN;
}

/** A state with all that follows from it, and how it is varied: only what rests on a change is computed anew. */
import { type Dependents, unite } from "./dependents.js";
import { computeDerived, computeOne, hitOf, type Plan, type RulePlan } from "./plan.js";
import type { Effort, Source, State } from "./state.js";
import type { Truth } from "./truth.js";

export interface World {
  readonly plan: Plan;
  /** Its derived facts are computed. */
  readonly state: State;
  /** Whether each rule hits, in order. */
  readonly hits: Truth[];
}

/** Computes the derived facts, each into its slot of the state, and the rules. */
export function worldOf(plan: Plan, state: State): World {
  computeDerived(plan, state);
  const hits = new Array<Truth>(plan.rules.length);
  for (let place = 0; place < hits.length; place += 1) hits[place] = hitOf(plan.rules[place] as RulePlan, state);
  return { plan, state, hits };
}

/** @param effort what may be spent on the copy and its copies; that of the world where it is not given */
export function copyOf(world: World, effort: Effort = world.state.effort): World {
  const { scalars, bounds, lists } = world.state;
  return {
    plan: world.plan,
    state: { scalars: scalars.slice(), bounds: bounds?.slice() ?? null, lists: lists.slice(), effort },
    hits: world.hits.slice(),
  };
}

/** Computes what rests on facts that were changed in the state. */
export function settle({ plan, state, hits }: World, changed: Dependents): void {
  const { derived, rules } = changed;
  state.effort.left -= 1 + derived.length + rules.length;
  for (let i = 0; i < derived.length; i += 1) computeOne(plan, derived[i] as number, state);
  for (let i = 0; i < rules.length; i += 1) {
    const place = rules[i] as number;
    hits[place] = hitOf(plan.rules[place] as RulePlan, state);
  }
}

/** Takes back what `settle` computed: a copy is again as the world it is a copy of. */
export function restore(copy: World, world: World, changed: Dependents): void {
  const { derived, rules } = changed;
  for (let i = 0; i < derived.length; i += 1) {
    const { slot } = world.plan.derived[derived[i] as number] as Plan["derived"][number];
    copy.state.scalars[slot] = world.state.scalars[slot] as number;
    if (copy.state.bounds === null || world.state.bounds === null) continue;
    copy.state.bounds[2 * slot] = world.state.bounds[2 * slot] as number;
    copy.state.bounds[2 * slot + 1] = world.state.bounds[2 * slot + 1] as number;
  }
  for (let i = 0; i < rules.length; i += 1) copy.hits[rules[i] as number] = world.hits[rules[i] as number] as Truth;
}

/** What rests on any of the sources. */
export function dependentsOf(plan: Plan, sources: readonly Source[]): Dependents {
  return unite(sources.map(({ kind, at }) => (kind === "scalar" ? plan.onScalar : plan.onList)[at] as Dependents));
}

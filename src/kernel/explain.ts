/** The reasons of a decision: each rule with its status, its words of the law and the values it used. */
import type { ConsequenceResult, OutputResult, RuleResult, Status, UsedFact } from "./answer.js";
import { openRule } from "./explore-outcome.js";
import { valueOfName } from "./json-value.js";
import type { Name } from "./names.js";
import { type Plan, type RulePlan, readsOfRule } from "./plan.js";
import type { Provenance } from "./read-facts.js";
import type { State } from "./state.js";
import { FALSE, TRUE, UNKNOWN } from "./truth.js";
import type { World } from "./world.js";
import { explore, type Probe } from "./worlds.js";

/** A decision in the course of being explained. */
export interface Case {
  readonly world: World;
  readonly readings: ReadonlyMap<string, string>;
  readonly provenance: ReadonlyMap<string, Provenance>;
}

const STATUSES: readonly Status[] = ["violated", "satisfied", "not-applicable"];

export function explainRules(of: Case): readonly RuleResult[] {
  const { plan, state, hits } = of.world;
  const used: (UsedFact | undefined)[] = new Array(plan.reads.length);
  const reads = readsUnder(plan, of.readings);
  return plan.rules.map((rule, index) => {
    const facts: UsedFact[] = [];
    for (const place of reads[index] as readonly number[]) {
      const known = used[place];
      const fact = known ?? usedFact(place, of);
      if (known === undefined) used[place] = fact;
      facts.push(fact);
    }
    return {
      name: rule.rule.name,
      status: statusOf(index, of.world),
      gives: hits[index] === TRUE ? rule.outcomeName : null,
      provision: rule.rule.event.params.provision,
      quote: rule.rule.event.params.quote,
      facts,
      says: rule.says(state),
    };
  });
}

/**
 * The status every completion agrees on, or `undetermined`.
 * @param place of the rule
 */
function statusOf(place: number, world: World): Status {
  const rule = world.plan.rules[place] as RulePlan;
  const applies = rule.applies === null ? TRUE : rule.applies.truth(world.state, null);
  if (applies === FALSE) return "not-applicable";
  const holds = rule.holds.truth(world.state, null);
  if (applies === TRUE && holds !== UNKNOWN) return STATUSES[holds / 2] as Status;
  const { results } = explore(world, [place], statusProbe(rule), true);
  return STATUSES[STATUSES.findIndex((_, index) => results === 1 << index)] ?? "undetermined";
}

function statusProbe(rule: RulePlan): Probe {
  return (world, sink) => {
    const applies = rule.applies === null ? TRUE : rule.applies.truth(world.state, null);
    if (applies === FALSE) return 4;
    const holds = rule.holds.truth(world.state, null);
    openRule(rule, world, sink);
    const possible = holds === UNKNOWN ? 3 : 1 << (holds / 2);
    return applies === UNKNOWN ? possible | 4 : possible;
  };
}

function usedFact(place: number, of: Case): UsedFact {
  const { plan, state } = of.world;
  const name = plan.reads[place] as Name;
  const finding = of.provenance.size === 0 ? undefined : of.provenance.get(name.name);
  if (finding !== undefined) return { ...makeUsedFact(name, state), finding };
  const at = keptPlace(name, state);
  if (at < 0) return makeUsedFact(name, state);
  const kept = plan.kept[place] as UsedFact[];
  const fact = kept[at] ?? Object.freeze(makeUsedFact(name, state));
  kept[at] = fact;
  return fact;
}

/** Where such a fact is kept; -1 for one with many values. */
function keptPlace(name: Name, state: State): number {
  if (name.source === "parameter") return 0;
  if (name.type.type !== "boolean" && name.type.type !== "enum") return -1;
  if (!("slot" in name)) return -1;
  const value = state.scalars[name.slot] as number;
  return value === value ? value + 1 : 0;
}

function makeUsedFact(name: Name, state: State): UsedFact {
  const source = name.source === "given-list" ? "given" : name.source;
  const value = valueOfName(name, state);
  return name.type.type === "integer"
    ? { name: name.name, label: name.label, source, value, unit: name.type.unit }
    : { name: name.name, label: name.label, source, value };
}

/** Consequences of the rules that hit or may, each named once: due if any rule makes it due. */
export function explainConsequences({ world: { plan, state, hits } }: Case): readonly ConsequenceResult[] {
  const results = new Map<string, ConsequenceResult>();
  plan.rules.forEach((rule, index) => {
    const hit = hits[index];
    if (hit === FALSE) return;
    for (const { name, provision, quote, wording, value } of rule.consequences) {
      const key = `${name} ${provision}`;
      if (results.get(key)?.status === "due") continue;
      const status = hit === TRUE ? "due" : "undetermined";
      const worth = value === undefined ? {} : worthOf(plan.names.byName.get(value.fact) as Name, state);
      if (status === "due" || !results.has(key)) {
        results.set(key, { name, status, rule: rule.rule.name, provision, quote, says: wording(state), ...worth });
      }
    }
  });
  return [...results.values()];
}

export function explainOutputs({ plan, state }: World, outcome: string): readonly OutputResult[] {
  return (plan.declaration.outputs ?? [])
    .filter((output) => output.outcomes.includes(outcome))
    .map(({ name, label, value, provision }) => ({
      name,
      label,
      ...worthOf(plan.names.byName.get(value.fact) as Name, state),
      provision,
    }));
}

function worthOf(name: Name, state: State): Pick<OutputResult, "value" | "unit"> {
  const value = valueOfName(name, state);
  return name.type.type === "integer" ? { value, unit: name.type.unit } : { value };
}

/** For each rule, the places in the plan's `reads` of what it reads. */
type Reads = readonly (readonly number[])[];

const READS_KEPT = 64;
const readsByPlan = new WeakMap<Plan, { readonly byReadings: WeakMap<object, Reads>; readonly byKey: Map<string, Reads> }>();

/** What each rule reads under the readings; kept, since most decisions use the same ones. */
function readsUnder(plan: Plan, readings: ReadonlyMap<string, string>): Reads {
  const kept = readsByPlan.get(plan) ?? { byReadings: new WeakMap(), byKey: new Map() };
  readsByPlan.set(plan, kept);
  const same = kept.byReadings.get(readings);
  if (same !== undefined) return same;
  const key = [...readings.values()].join(" ");
  const places = new Map(plan.reads.map((name, place) => [name, place]));
  const reads =
    kept.byKey.get(key) ??
    plan.rules.map(({ rule }) => [...readsOfRule(rule, plan.names, readings)].map((name) => places.get(name) as number));
  if (kept.byKey.size >= READS_KEPT) kept.byKey.clear();
  kept.byKey.set(key, reads);
  kept.byReadings.set(readings, reads);
  return reads;
}

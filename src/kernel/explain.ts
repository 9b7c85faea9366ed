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
  const { plan } = of.world;
  const used = new Array<UsedFact | undefined>(plan.reads.length);
  const accounts = accountsUnder(plan, of.readings);
  const results = new Array<RuleResult>(accounts.length);
  for (let place = 0; place < accounts.length; place += 1) {
    results[place] = explainRule(accounts[place] as Account, place, of, used);
  }
  return results;
}

/** @param used the facts already shown of this case, by their places in the plan's `reads` */
function explainRule(account: Account, place: number, of: Case, used: (UsedFact | undefined)[]): RuleResult {
  const at = of.provenance.size === 0 ? keptPlaceOf(account, of.world.state) : -1;
  const kept = at < 0 ? undefined : account.kept[at];
  if (kept !== undefined) return kept;
  const { plan, state, hits } = of.world;
  const rule = plan.rules[place] as RulePlan;
  const { provision, quote } = rule.rule.event.params;
  const result: RuleResult = {
    name: rule.rule.name,
    status: statusOf(place, of.world),
    gives: hits[place] === TRUE ? rule.outcomeName : null,
    provision,
    quote,
    facts: account.reads.map((read) => {
      const fact = used[read] ?? usedFact(read, of);
      used[read] = fact;
      return fact;
    }),
    says: rule.says.in(state),
  };
  if (at >= 0) {
    Object.freeze(result.facts);
    account.kept[at] = Object.freeze(result);
  }
  return result;
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
        results.set(key, { name, status, rule: rule.rule.name, provision, quote, says: wording.in(state), ...worth });
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

/** How a rule is accounted for under some readings. */
interface Account {
  /** Places in the plan's `reads` of what it reads. */
  readonly reads: readonly number[];
  /** Where all it reads has few values: the slots of what varies, and how many values each has. */
  readonly few: { readonly slots: readonly number[]; readonly counts: readonly number[] } | null;
  /** Then, results already made, by those values: they recur. */
  readonly kept: (RuleResult | undefined)[];
}

const ACCOUNTS_KEPT = 64;
const RESULTS_KEPT = 256;
const accountsByPlan = new WeakMap<
  Plan,
  { readonly byReadings: WeakMap<object, readonly Account[]>; readonly byKey: Map<string, readonly Account[]> }
>();

/** The accounts of all rules; kept, since most decisions use the same readings. */
function accountsUnder(plan: Plan, readings: ReadonlyMap<string, string>): readonly Account[] {
  const kept = accountsByPlan.get(plan) ?? { byReadings: new WeakMap(), byKey: new Map() };
  accountsByPlan.set(plan, kept);
  const same = kept.byReadings.get(readings);
  if (same !== undefined) return same;
  const key = [...readings.values()].join(" ");
  const accounts = kept.byKey.get(key) ?? plan.rules.map((rule) => accountOf(rule, plan, readings));
  if (kept.byKey.size >= ACCOUNTS_KEPT) kept.byKey.clear();
  kept.byKey.set(key, accounts);
  kept.byReadings.set(readings, accounts);
  return accounts;
}

function accountOf({ rule, says }: RulePlan, plan: Plan, readings: ReadonlyMap<string, string>): Account {
  const names = [...readsOfRule(rule, plan.names, readings)];
  const varying = names.filter((name) => name.source !== "parameter");
  const slots = varying.flatMap((name) => ("slot" in name ? [name.slot] : []));
  const counts = varying.map(countOfValues);
  const isFew = !says.varies && counts.reduce((product, count) => product * count, 1) <= RESULTS_KEPT;
  return { reads: names.map((name) => plan.reads.indexOf(name)), few: isFew ? { slots, counts } : null, kept: [] };
}

function countOfValues({ type }: Name): number {
  if (type.type === "boolean") return 2;
  return type.type === "enum" ? type.values.length : Number.POSITIVE_INFINITY;
}

/** Where the result for these values is kept; -1 where it is not, or a value is unknown, so that the status must be searched for. */
function keptPlaceOf({ few }: Account, { scalars }: State): number {
  if (few === null) return -1;
  const { slots, counts } = few;
  let place = 0;
  for (let i = 0; i < slots.length; i += 1) {
    const value = scalars[slots[i] as number] as number;
    if (value !== value) return -1;
    place = place * (counts[i] as number) + value;
  }
  return place;
}

/** The reasons of a decision: each rule with its status, its words of the law and the values it used. */
import type { ConsequenceResult, OutputResult, RuleResult, Status, UsedFact } from "./answer.js";
import { valueOfName } from "./json-value.js";
import type { Name, Names } from "./names.js";
import { type Plan, type RulePlan, readsOfRule } from "./plan.js";
import type { Provenance } from "./read-facts.js";
import type { Readings } from "./reads.js";
import type { State } from "./state.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./truth.js";
import { explore } from "./worlds.js";

/** A decision in the course of being explained. */
export interface Case {
  readonly plan: Plan;
  readonly state: State;
  readonly hits: readonly Truth[];
  readonly readings: Readings;
  readonly provenance: ReadonlyMap<string, Provenance>;
}

const STATUSES: readonly Status[] = ["violated", "satisfied", "not-applicable"];

export function explainRules(of: Case): readonly RuleResult[] {
  const used = new Map<Name, UsedFact>();
  const reads = readsUnder(of.plan, of.readings);
  return of.plan.rules.map((rule, index) => ({
    name: rule.rule.name,
    status: statusOf(rule, of),
    gives: of.hits[index] === TRUE ? rule.outcomeName : null,
    provision: rule.rule.event.params.provision,
    quote: rule.rule.event.params.quote,
    facts: (reads[index] as readonly Name[]).map((name) => {
      const known = used.get(name);
      if (known !== undefined) return known;
      const fact = usedFact(name, of);
      used.set(name, fact);
      return fact;
    }),
    says: rule.says(of.state),
  }));
}

/** The status every completion agrees on, or `undetermined`. */
export function statusOf(rule: RulePlan, of: Pick<Case, "plan" | "state">): Status {
  const applies = rule.applies === null ? TRUE : rule.applies.truth(of.state, null);
  if (applies === FALSE) return "not-applicable";
  const holds = rule.holds.truth(of.state, null);
  if (applies === TRUE && holds !== UNKNOWN) return STATUSES[holds / 2] as Status;
  const { results } = explore(of.plan, of.state, (state, sink) => {
    const appliesHere = rule.applies === null ? TRUE : rule.applies.truth(state, null);
    if (appliesHere === FALSE) return 4;
    const holdsHere = rule.holds.truth(state, null);
    if (appliesHere === UNKNOWN) rule.applies?.open(state, null, sink);
    if (holdsHere === UNKNOWN) rule.holds.open(state, null, sink);
    const possible = holdsHere === UNKNOWN ? 3 : 1 << (holdsHere / 2);
    return appliesHere === UNKNOWN ? possible | 4 : possible;
  });
  const only = STATUSES.findIndex((_, index) => results === 1 << index);
  return STATUSES[only] ?? "undetermined";
}

function usedFact(name: Name, of: Case): UsedFact {
  const finding = of.provenance.get(name.name);
  return {
    name: name.name,
    label: name.label,
    source: name.source === "given-list" ? "given" : name.source,
    value: valueOfName(name, of.state),
    ...(name.type.type === "integer" ? { unit: name.type.unit } : {}),
    ...(finding === undefined ? {} : { finding }),
  };
}

/** Consequences of the rules that hit or may, each named once: due if any rule makes it due. */
export function explainConsequences(of: Case): readonly ConsequenceResult[] {
  const results = new Map<string, ConsequenceResult>();
  of.plan.rules.forEach((rule, index) => {
    const hit = of.hits[index];
    if (hit === FALSE) return;
    for (const { name, provision, quote, wording, value } of rule.consequences) {
      const key = `${name} ${provision}`;
      if (results.get(key)?.status === "due") continue;
      const status = hit === TRUE ? "due" : "undetermined";
      const worth = value === undefined ? {} : worthOf(of.plan.names.byName.get(value.fact) as Name, of.state);
      if (status === "due" || !results.has(key)) {
        results.set(key, { name, status, rule: rule.rule.name, provision, quote, says: wording(of.state), ...worth });
      }
    }
  });
  return [...results.values()];
}

export function explainOutputs(plan: Plan, names: Names, state: State, outcome: string): readonly OutputResult[] {
  return (plan.declaration.outputs ?? [])
    .filter((output) => output.outcomes.includes(outcome))
    .map(({ name, label, value, provision }) => ({
      name,
      label,
      ...worthOf(names.byName.get(value.fact) as Name, state),
      provision,
    }));
}

function worthOf(name: Name, state: State): Pick<OutputResult, "value" | "unit"> {
  const value = valueOfName(name, state);
  return name.type.type === "integer" ? { value, unit: name.type.unit } : { value };
}

const READS_KEPT = 64;
const readsByPlan = new WeakMap<Plan, Map<string, readonly (readonly Name[])[]>>();

/** What each rule reads under the readings; kept, since most decisions use the same ones. */
function readsUnder(plan: Plan, readings: Readings): readonly (readonly Name[])[] {
  const kept = readsByPlan.get(plan) ?? new Map<string, readonly (readonly Name[])[]>();
  readsByPlan.set(plan, kept);
  const key = [...(readings ?? [])].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= READS_KEPT) kept.clear();
  const reads = plan.rules.map(({ rule }) => [...readsOfRule(rule, plan.names, readings)]);
  kept.set(key, reads);
  return reads;
}

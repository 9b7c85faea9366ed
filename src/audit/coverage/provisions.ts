/** Provisions that a decision rests on: each is to bear on some case. */
import type { Decision } from "../../kernel/answer.js";
import type { Name, Names } from "../../kernel/names.js";
import type { Plan } from "../../kernel/plan.js";
import { collectReads } from "../../kernel/reads.js";
import type { Probes } from "./probe.js";

/**
 * Of the rules, consequences and outputs, and of the facts, derived facts, parameters and interpretations that they read.
 * A case reaches that of a rule that applies and of what such a rule reads, of a consequence that is due, and of an output
 * that is known and of what it reads.
 */
export const provisionProbes: Probes = ({ names }, plan) =>
  provisionsOf(plan).map((provision) => ({
    head: { kind: "provision", decision: plan.declaration.name, name: provision, provision, needs: ["reached"] },
    seenIn: ({ decision }) => (reached(decision, plan, names).has(provision) ? ["reached"] : []),
  }));

function provisionsOf({ rules, reads, declaration }: Plan): readonly string[] {
  const params = rules.map(({ rule }) => rule.event.params);
  return [
    ...new Set([
      ...params.flatMap(({ provision, consequences }) => [provision, ...(consequences ?? []).map((due) => due.provision)]),
      ...reads.flatMap(provisionOf),
      ...(declaration.outputs ?? []).map(({ provision }) => provision),
    ]),
  ];
}

function provisionOf(name: Name): readonly string[] {
  switch (name.source) {
    case "as-of":
      return [];
    case "given":
    case "given-list":
      return [name.fact.provision];
    case "derived":
      return [name.derived.provision];
    case "parameter":
      return [name.parameter.provision];
    case "interpretation":
      return [name.interpretation.provision];
  }
}

/** Kept, since each provision asks anew. */
const kept = new WeakMap<Decision, ReadonlySet<string>>();

function reached(decision: Decision, plan: Plan, names: Names): ReadonlySet<string> {
  const known = kept.get(decision);
  if (known !== undefined) return known;
  const bearing = (decision.rules ?? []).filter(({ status }) => status === "satisfied" || status === "violated");
  const given = (decision.outputs ?? []).filter(({ value }) => value !== null).map(({ name }) => name);
  const outputs = (plan.declaration.outputs ?? []).filter(({ name }) => given.includes(name));
  const read = new Set<Name>();
  for (const { value } of outputs) collectReads(value, names, null, read);
  const provisions = new Set([
    ...bearing.map(({ provision }) => provision),
    ...bearing.flatMap(({ facts }) => facts.flatMap(({ name }) => provisionOf(names.byName.get(name) as Name))),
    ...(decision.consequences ?? []).filter(({ status }) => status === "due").map(({ provision }) => provision),
    ...outputs.map(({ provision }) => provision),
    ...[...read].flatMap(provisionOf),
  ]);
  kept.set(decision, provisions);
  return provisions;
}

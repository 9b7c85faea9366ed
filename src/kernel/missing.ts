/** Facts that are unknown and can still change the outcome, or what follows from it. */
import type { MissingFact } from "./answer.js";
import { openRule } from "./explore-outcome.js";
import { pointerStep } from "./failure.js";
import type { Fact, Field, Named, PackHeader } from "./model.js";
import { openValue } from "./node.js";
import type { Plan } from "./plan.js";
import { type Sink, type Source, sourceKey } from "./state.js";
import { FALSE, TRUE, UNKNOWN } from "./truth.js";
import type { World } from "./world.js";

/** Sources that decide whether a consequence is due which no rule makes due already, or how much it comes to. */
export function openConsequences(world: World): readonly Source[] {
  const { plan, state, hits } = world;
  const due = new Set<string>();
  const keyed = plan.rules.map((rule) => rule.consequences.map(({ name, provision }) => `${name} ${provision}`));
  keyed.forEach((keys, index) => {
    if (hits[index] === TRUE) for (const key of keys) due.add(key);
  });
  return distinctSources((sink) => {
    plan.rules.forEach((rule, index) => {
      if (hits[index] === FALSE) return;
      for (const { amount } of rule.consequences) if (amount !== null) openValue(amount, state, null, sink);
      if (hits[index] === UNKNOWN && !(keyed[index] as string[]).every((key) => due.has(key))) openRule(rule, world, sink);
    });
  });
}

/** Sources on which the values that go with an outcome still depend. */
export function openOutputs({ plan, state }: World, outcome: string): readonly Source[] {
  if (plan.outputs.length === 0) return [];
  return distinctSources((sink) => {
    for (const { declaration, value } of plan.outputs) {
      if (declaration.outcomes.includes(outcome)) openValue(value, state, null, sink);
    }
  });
}

function distinctSources(report: (sink: Sink) => void): readonly Source[] {
  const sources = new Map<string, Source>();
  report((source) => sources.set(sourceKey(source), source));
  return [...sources.values()];
}

/** Sources by what knowing them may still change; each is listed under the first. */
export type OpenSources = readonly (readonly [changes: MissingFact["changes"], sources: readonly Source[]])[];

/** In the order given, and within that of the vocabulary. */
export function missingFacts(plan: Plan, header: PackHeader, open: OpenSources): readonly MissingFact[] {
  if (open.every(([, sources]) => sources.length === 0)) return [];
  const listed = new Set<string>();
  return open.flatMap(([changes, sources]) => {
    const fresh = sources.filter((source) => !listed.has(sourceKey(source)));
    for (const source of fresh) listed.add(sourceKey(source));
    return inOrder(plan, fresh).map((source) => missingFact(plan, header, source, changes));
  });
}

function inOrder(plan: Plan, sources: readonly Source[]): readonly Source[] {
  const place = (source: Source) => plan.reads.findIndex((name) => isOf(name, source));
  return [...sources].sort((a, b) => place(a) - place(b) || a.row - b.row || a.field - b.field);
}

function isOf(name: Plan["reads"][number], source: Source): boolean {
  if (source.kind === "scalar") return name.source === "given" && name.slot === source.at;
  return name.source === "given-list" && name.list === source.at;
}

function missingFact(plan: Plan, header: PackHeader, source: Source, changes: MissingFact["changes"]): MissingFact {
  const name = plan.reads.find((candidate) => isOf(candidate, source));
  if (name?.source !== "given" && name?.source !== "given-list") throw new Error("a source that no fact gives");
  const fact: Fact = name.fact;
  const field: Field | undefined =
    source.kind === "cell" && name.source === "given-list" ? name.fact.fields[source.field] : undefined;
  const cell = field === undefined ? "" : pointerStep(source.row) + pointerStep(field.name);
  return {
    name: field === undefined ? fact.name : `${fact.name}.${field.name}`,
    pointer: `/facts${pointerStep(fact.name)}${cell}`,
    label:
      field === undefined ? fact.label : { zh: `${fact.label.zh}：${field.label.zh}`, en: `${fact.label.en}: ${field.label.en}` },
    question: fact.question,
    type: (field ?? fact).type,
    kind: fact.kind,
    suppliedBy: bodyOf(header, fact.suppliedBy),
    provision: fact.provision,
    changes,
  };
}

export function bodyOf(header: PackHeader, name: string): Named {
  return header.bodies.find((body) => body.name === name) ?? { name, label: { zh: name, en: name } };
}

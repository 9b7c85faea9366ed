/** A decision made ready: its rules as nodes, the derived facts they need in order, and all they depend on. */
import type { InterpretationResult, UsedFact } from "./answer.js";
import type { Compiler } from "./compile-expression.js";
import { type Dependents, unite } from "./dependents.js";
import type { FieldUse } from "./expressions/field-use.js";
import type { Consequence, DecisionDeclaration, Expression, OutputDeclaration, Rule } from "./model.js";
import { AS_OF_SLOT, type Name, type Names } from "./names.js";
import type { Test, Value } from "./node.js";
import { collectReads, constantsIn, type Readings } from "./reads.js";
import { type State, setBounds } from "./state.js";
import { FALSE, negate, type Truth } from "./truth.js";
import { type Wording, wordingOf } from "./wording.js";

export interface Plan {
  readonly declaration: DecisionDeclaration;
  readonly names: Names;
  readonly rules: readonly RulePlan[];
  /** INVARIANT: a derived fact stands after those it reads; a pack in which they form a cycle is refused. */
  readonly derived: readonly { readonly slot: number; readonly value: Value }[];
  /** Everything the rules read, directly or through derived facts, in the order of the namespace. */
  readonly reads: readonly Name[];
  /** For each of `reads`, how it looks with each of its values, where those are few: made once. */
  readonly kept: readonly UsedFact[][];
  readonly outputs: readonly { readonly declaration: OutputDeclaration; readonly value: Value }[];
  readonly interpretations: readonly InterpretationPlan[];
  /** How the rules use the fields of each list, by the list's number. */
  readonly uses: readonly (readonly FieldUse[])[];
  /** Index in the declared outcomes. */
  readonly otherwise: number;
  /** Whole numbers the rules and their derived facts count with: thresholds, spans of years. */
  readonly constants: readonly number[];
  /** What rests on each scalar, by its slot, and on each list, by its number. */
  readonly onScalar: readonly Dependents[];
  readonly onList: readonly Dependents[];
  /** Years by which days may lie apart that the rules compare: one declared span, and two together. */
  readonly yearOffsets: { readonly one: readonly number[]; readonly two: readonly number[] };
  /** Facts that waiting puts off. */
  readonly waiting: readonly Extract<Name, { source: "given" }>[];
  /** What rests on `asOf` and on those. */
  readonly onWaiting: Dependents;
  /** Facts that are, or have a field that is, no later than `asOf`. */
  readonly past: readonly Given[];
}

export type Given = Extract<Name, { source: "given" | "given-list" }>;

/** An open point the rules read. */
export interface InterpretationPlan {
  readonly name: Extract<Name, { source: "interpretation" }>;
  /** Results already made, by reading and outcomes: they are few and recur. */
  readonly kept: Map<number, InterpretationResult>;
}

export interface RulePlan {
  /** Its place in the plan. */
  readonly place: number;
  readonly rule: Rule;
  /** What it reads, under whatever readings. */
  readonly reads: ReadonlySet<Name>;
  /** Places in `derived` of what it reads. */
  readonly derived: readonly number[];
  readonly applies: Test | null;
  readonly holds: Test;
  readonly hitOn: "satisfied" | "violated";
  /** Index of the outcome it gives on a hit, and its name. */
  readonly outcome: number;
  readonly outcomeName: string;
  readonly says: Wording;
  readonly consequences: readonly (Consequence & { readonly wording: Wording; readonly amount: Value | null })[];
}

const NOTHING: Dependents = { derived: [], rules: [] };

export function planOf(declaration: DecisionDeclaration, rules: readonly Rule[], names: Names, compiler: Compiler): Plan {
  const outcomes = declaration.outcomes.map((outcome) => outcome.name);
  const readBy = rules.map((rule) => readsOfRule(rule, names, null));
  const read = new Set<Name>(readBy.flatMap((own) => [...own]));
  for (const { value } of declaration.outputs ?? []) collectReads(value, names, null, read);
  const reads = [...names.byName.values()].filter((name) => read.has(name));
  const ordered = inOrder(reads, names);
  const constants = [...new Set(constantsIn(rules, reads))].sort((a, b) => a - b);
  const dependentsOf = (name: Name): Dependents => ({
    derived: placesWhere(ordered, ({ derived }) => readsOfExpression(derived.expression, names).has(name)),
    rules: placesWhere(readBy, (own) => own.has(name)),
  });
  const onScalar: Dependents[] = new Array(names.scalarCount).fill(NOTHING);
  const onList: Dependents[] = names.lists.map(() => NOTHING);
  for (const name of reads) {
    if ("slot" in name) onScalar[name.slot] = dependentsOf(name);
    else if ("list" in name) onList[name.list] = dependentsOf(name);
  }
  const given = reads.filter((name) => name.source === "given" || name.source === "given-list");
  const waiting = reads
    .filter((name) => name.source === "given")
    .filter(({ fact }) => fact.type === "date" && fact.waits === true);
  return {
    declaration,
    names,
    rules: rules.map((rule, place) => ({
      place,
      ...rulePlanOf(rule, outcomes, names, compiler),
      reads: readBy[place] as ReadonlySet<Name>,
      derived: placesWhere(ordered, (name) => (readBy[place] as ReadonlySet<Name>).has(name)),
    })),
    derived: ordered.map(({ slot, derived }) => ({ slot, value: compiler.expression(derived.expression) })),
    reads,
    kept: reads.map(() => []),
    outputs: (declaration.outputs ?? []).map((output) => ({ declaration: output, value: compiler.expression(output.value) })),
    interpretations: reads.filter((name) => name.source === "interpretation").map((name) => ({ name, kept: new Map() })),
    uses: compiler.uses,
    otherwise: outcomes.indexOf(declaration.otherwise),
    constants,
    onScalar,
    onList,
    yearOffsets: yearOffsets(constants),
    waiting,
    onWaiting: unite([AS_OF_SLOT, ...waiting.map((name) => name.slot)].map((slot) => onScalar[slot] as Dependents)),
    past: given.filter(isPast),
  };
}

function rulePlanOf(
  rule: Rule,
  outcomes: readonly string[],
  names: Names,
  compiler: Compiler,
): Omit<RulePlan, "place" | "reads" | "derived"> {
  const { appliesWhen, effect, consequences, says } = rule.event.params;
  const hitOn = "violated" in effect ? "violated" : "satisfied";
  const outcomeName = "violated" in effect ? effect.violated : effect.satisfied;
  return {
    rule,
    applies: appliesWhen === undefined ? null : compiler.test(appliesWhen),
    holds: compiler.test(rule.conditions),
    hitOn,
    outcome: outcomes.indexOf(outcomeName),
    outcomeName,
    says: wordingOf(says, names),
    consequences: (consequences ?? []).map((consequence) => ({
      ...consequence,
      wording: wordingOf(consequence.says, names),
      amount: consequence.value === undefined ? null : compiler.expression(consequence.value),
    })),
  };
}

/** Longer spans than a lifetime are numbers of something else. */
const LONGEST_SPAN = 200;

function yearOffsets(constants: readonly number[]): Plan["yearOffsets"] {
  const years = constants.filter((constant) => constant > 0 && constant <= LONGEST_SPAN);
  const one = [...new Set([0, ...years, ...years.map((year) => -year)])];
  return { one, two: [...new Set(one.flatMap((first) => one.map((second) => first + second)))] };
}

/** What rests on a fact. */
export function dependentsOn(plan: Pick<Plan, "onScalar" | "onList">, name: Given): Dependents {
  return (name.source === "given" ? plan.onScalar[name.slot] : plan.onList[name.list]) ?? NOTHING;
}

function isPast(name: Given): boolean {
  const types = name.source === "given" ? [name.fact] : name.fact.fields;
  return types.some((type) => type.type === "date" && type.past === true);
}

function placesWhere<T>(all: readonly T[], suits: (one: T) => boolean): readonly number[] {
  return all.flatMap((one, place) => (suits(one) ? [place] : []));
}

function readsOfExpression(expression: Expression, names: Names): ReadonlySet<Name> {
  const read = new Set<Name>();
  collectReads(expression, names, null, read);
  return read;
}

/** What a rule reads under some readings, derived facts before those they rest on. */
export function readsOfRule(rule: Rule, names: Names, readings: Readings): ReadonlySet<Name> {
  const read = new Set<Name>();
  const { appliesWhen, consequences } = rule.event.params;
  if (appliesWhen !== undefined) collectReads(appliesWhen, names, readings, read);
  collectReads(rule.conditions, names, readings, read);
  for (const { value } of consequences ?? []) if (value !== undefined) collectReads(value, names, readings, read);
  return read;
}

/** Whether the rule contributes to the outcome. */
export function hitOf(plan: RulePlan, state: State): Truth {
  const applies = plan.applies === null ? null : plan.applies.truth(state, null);
  if (applies === FALSE) return FALSE;
  const holds = plan.holds.truth(state, null);
  const hit = plan.hitOn === "satisfied" ? holds : negate(holds);
  return applies === null || hit < applies ? hit : applies;
}

/** Computes the derived facts the plan needs, each into its slot. */
export function computeDerived(plan: Plan, state: State): void {
  for (let i = 0; i < plan.derived.length; i += 1) computeOne(plan, i, state);
}

/** Computes one derived fact, those it reads being computed. */
export function computeOne(plan: Plan, place: number, state: State): void {
  const { slot, value } = plan.derived[place] as Plan["derived"][number];
  const at = value.at(state, null);
  state.scalars[slot] = at;
  if (at !== at) setBounds(state, slot, value.low(state, null), value.high(state, null));
}

type Derived = Extract<Name, { source: "derived" }>;

/** Those of `reads` that are derived, each after those it reads. */
function inOrder(reads: readonly Name[], names: Names): readonly Derived[] {
  const ordered = new Set<Derived>();
  const visit = (name: Name) => {
    if (name.source !== "derived" || ordered.has(name)) return;
    readsOfExpression(name.derived.expression, names).forEach(visit);
    ordered.add(name);
  };
  reads.forEach(visit);
  return [...ordered];
}

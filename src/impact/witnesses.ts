/** Looks, over all complete inputs, for one that two packs decide otherwise: a witness for each pair of outcomes, or a proof that there is none. */
import type { JsonValue } from "../kernel/answer.js";
import type { Interpretation } from "../kernel/model.js";
import type { Plan } from "../kernel/plan.js";
import { type Search, search } from "../proof/search.js";
import { type Shown, simpler } from "../proof/simpler.js";
import { type DecisionTerms, isOutcome, translateDecision } from "../proof/smt/decision.js";
import { questionOf, termsOfWorld } from "../proof/smt/read-world.js";
import type { Script } from "../proof/smt/script.js";
import { and, equal, FALSE, not, or, type Term, TRUE } from "../proof/smt/term.js";
import { translatorOf } from "../proof/smt/translator.js";
import { declareWorld } from "../proof/smt/variables.js";
import { witnessesOf } from "../proof/smt/witnesses.js";
import type { World } from "../proof/smt/world.js";
import { openSolver, type Solver } from "../proof/solver.js";
import type { DecisionDifference, Witness, WitnessedPair } from "./decision-difference.js";
import { unitImpact } from "./population.js";
import { isSame } from "./result.js";
import { isGiven, sharedFacts } from "./shared-facts.js";
import type { Side } from "./side.js";

/**
 * Facts and interpretations that both have are the same on both sides, but for readings that a side is given; where the second is given
 * one that the first has too, the first keeps its default.
 * @param decisions names that both have
 * @param onProgress told the share that is done, 0 to 1
 * @throws Error where the solver cannot be loaded
 */
export async function differencesBetween(
  first: Side,
  second: Side,
  decisions: readonly string[],
  onProgress?: (done: number) => void,
): Promise<readonly DecisionDifference[]> {
  const solver = await openSolver();
  try {
    const differences: DecisionDifference[] = [];
    const by = { first: withDefaults(first, second), second };
    for (const [at, decision] of decisions.entries()) {
      const told = (done: number) => onProgress?.((at + done) / decisions.length);
      differences.push(await differenceOf(solver, comparisonOf(by.first, by.second, decision), told));
    }
    return differences;
  } finally {
    solver.close();
  }
}

function withDefaults({ award, readings }: Side, other: Side): Side {
  const defaults = Object.keys(other.readings).flatMap((name) => {
    const reading = award.defaults.get(name);
    return reading === undefined ? [] : [[name, reading] as const];
  });
  return { award, readings: { ...Object.fromEntries(defaults), ...readings } };
}

interface Comparison {
  readonly first: Side;
  readonly second: Side;
  readonly decision: string;
  /** Of each side. */
  readonly plans: readonly [Plan, Plan];
  readonly shared: ReadonlySet<string>;
}

function comparisonOf(first: Side, second: Side, decision: string): Comparison {
  // INVARIANT: the caller names decisions that both have.
  const plans = [first.award.plans.get(decision), second.award.plans.get(decision)] as unknown as readonly [Plan, Plan];
  return { first, second, decision, plans, shared: sharedFacts(plans[0].reads, plans[1].reads) };
}

async function differenceOf(solver: Solver, compared: Comparison, told: (done: number) => void): Promise<DecisionDifference> {
  const [a, b] = compared.plans;
  const outcomes = (plan: Plan) => plan.declaration.outcomes.map(({ name }) => name);
  const all = outcomes(a).flatMap((first) => outcomes(b).map((second) => ({ first, second })));
  const found: (WitnessedPair & { readonly isSettled: boolean })[] = [];
  for (const [at, { first, second }] of all.entries()) {
    const pair = await pairOf(solver, compared, first, second);
    if (pair !== null) found.push({ first, second, witness: pair.witness, isSettled: pair.witness !== null });
    told((at + 1) / all.length);
  }
  const status = found.some(({ isSettled }) => isSettled) ? "different" : found.length > 0 ? "undecided" : "same";
  const only = (plan: Plan) =>
    plan.reads.filter((name) => isGiven(name) && !compared.shared.has(name.name)).map(({ name }) => name);
  return {
    decision: compared.decision,
    status,
    unshared: { first: only(a), second: only(b) },
    pairs: found.map(({ isSettled: _, ...pair }) => pair),
  };
}

/** @returns `null` where it is proved that no input comes to this pair and parts the two */
async function pairOf(
  solver: Solver,
  compared: Comparison,
  first: string,
  second: string,
): Promise<Pick<WitnessedPair, "witness"> | null> {
  let looked: Worlds | null = null;
  const found: Search = await search(solver, (script, size) => {
    const worlds = declareBoth(script, compared, size);
    looked = worlds;
    return { found: partedTerm(compared, worlds, first, second), asks: worlds.terms };
  });
  if (found.status === "none") return null;
  if (found.status !== "found" || looked === null) return { witness: null };
  return { witness: confirmed(compared, looked, found.values) };
}

interface Worlds {
  readonly worlds: readonly [World, World];
  readonly decisions: readonly [DecisionTerms, DecisionTerms];
  readonly terms: readonly Term[];
}

function declareBoth(script: Script, compared: Comparison, size: Parameters<Parameters<typeof search>[1]>[1]): Worlds {
  const { first, second, plans, shared } = compared;
  const counts = plans.map((plan) => witnessesOf([plan]));
  const rows = (list: string) =>
    size.rows(
      Math.max(
        1,
        counts.reduce((sum, count) => sum + (count.get(list) ?? 0), 0),
      ),
    );
  const from = laterStart(first, second);
  const [a, b] = plans;
  const one = declareWorld(script, { prefix: "", reads: a.reads, from, readings: first.readings, rows, more: size.more });
  const two = declareWorld(script, {
    prefix: "second ",
    reads: b.reads,
    from,
    readings: second.readings,
    rows,
    more: size.more,
    shared: { ...one, has: (name) => shared.has(name) },
  });
  for (const name of sharedOpenPoints(compared)) script.assert(equal(one.reading(name).term, two.reading(name).term));
  return {
    worlds: [one, two],
    decisions: [
      translateDecision(script, a, translatorOf(script, first.award.names, one), one),
      translateDecision(script, b, translatorOf(script, second.award.names, two), two),
    ],
    terms: [...termsOfWorld(one, a.reads), ...termsOfWorld(two, b.reads)],
  };
}

/** The first day on which both are in force. */
function laterStart(...sides: readonly Side[]): string {
  return sides
    .map(({ award }) => award.files.pack.inForce.from)
    .sort()
    .at(-1) as string;
}

/** Names of interpretations that both read, with the same readings in the same order, and that neither side is given. */
function sharedOpenPoints({ first, second, plans: [a, b] }: Comparison): readonly string[] {
  const readingsOf = ({ readings }: Interpretation) => readings.map(({ name }) => name).join();
  const known = new Map(a.interpretations.map(({ name }) => [name.name, readingsOf(name.interpretation)]));
  return b.interpretations
    .filter(({ name }) => known.get(name.name) === readingsOf(name.interpretation))
    .map(({ name }) => name.name)
    .filter((name) => !Object.hasOwn(first.readings, name) && !Object.hasOwn(second.readings, name));
}

/** The two come to these outcomes; where both are called the same, something else of what they come to is not. */
function partedTerm({ plans: [a, b] }: Comparison, { decisions: [one, two] }: Worlds, first: string, second: string): Term {
  const reached = and(isOutcome(a, one.outcome, first), isOutcome(b, two.outcome, second));
  return first === second ? and(reached, or(dueDiffers(one, two), outputsDiffer(one, two))) : reached;
}

function dueDiffers(one: DecisionTerms, two: DecisionTerms): Term {
  const names = new Set([...one.consequences, ...two.consequences].map(({ consequence }) => consequence.name));
  const isDue = ({ consequences }: DecisionTerms, name: string) =>
    or(...consequences.filter(({ consequence }) => consequence.name === name).map(({ due }) => due));
  return or(...[...names].map((name) => isOther(isDue(one, name), isDue(two, name))));
}

function outputsDiffer(one: DecisionTerms, two: DecisionTerms): Term {
  const names = new Set([...one.outputs, ...two.outputs].map(({ name }) => name));
  return or(
    ...[...names].map((name) => {
      const [a, b] = [one, two].map(({ outputs }) => outputs.find((output) => output.name === name));
      if (a === undefined || b === undefined) return a?.carried ?? b?.carried ?? FALSE;
      const other = a.value.sort === b.value.sort ? not(equal(a.value.term, b.value.term)) : TRUE;
      return or(isOther(a.carried, b.carried), and(a.carried, b.carried, other));
    }),
  );
}

function isOther(a: Term, b: Term): Term {
  return or(and(a, not(b)), and(not(a), b));
}

/** @returns the input as both kernels decide it; `null` where they do not confirm that it parts them */
function confirmed(
  compared: Comparison,
  { worlds: [one, two] }: Worlds,
  values: Extract<Search, { status: "found" }>["values"],
): Witness | null {
  const { first, second, decision, plans } = compared;
  const [a, b] = [questionOf(one, plans[0].reads, decision, values), questionOf(two, plans[1].reads, decision, values)];
  const shown: Shown = { asOf: a.asOf, facts: { ...(b.facts as Facts), ...(a.facts as Facts) } };
  const interpretations = { ...(b.interpretations as Chosen), ...(a.interpretations as Chosen) };
  const impactOf = (of: Shown) => unitImpact(first, second, decision, { ...of, interpretations });
  const found = impactOf(shown);
  if (found.kind !== "changed") return null;
  const rules = new Set(found.by.map(({ rule }) => rule));
  const isWitness = (of: Shown) => {
    const impact = impactOf(of);
    if (impact.kind !== "changed" || !isSame(impact.first, found.first) || !isSame(impact.second, found.second)) return false;
    return impact.by.every(({ rule }) => rules.has(rule));
  };
  const simple = simpler(shown, laterStart(first, second), isWitness);
  const impact = impactOf(simple);
  if (impact.kind !== "changed") return null;
  return { ...simple, interpretations, first: impact.first, second: impact.second, by: impact.by };
}

type Facts = Readonly<Record<string, JsonValue>>;
type Chosen = Readonly<Record<string, string>>;

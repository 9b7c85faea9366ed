/** Looks, over all complete inputs, for one that two packs decide otherwise: a witness for each pair of outcomes, or a proof that there is none. */
import type { JsonValue } from "../kernel/answer.js";
import type { Name } from "../kernel/names.js";
import type { Plan } from "../kernel/plan.js";
import { type Search, search } from "../proof/search.js";
import { type Shown, simpler } from "../proof/simpler.js";
import { type DecisionTerms, translateDecision } from "../proof/smt/decision.js";
import { isTrue, questionOf, termsOfWorld } from "../proof/smt/read-world.js";
import type { Script } from "../proof/smt/script.js";
import type { Term } from "../proof/smt/term.js";
import { translatorOf } from "../proof/smt/translator.js";
import { declareWorld } from "../proof/smt/variables.js";
import { witnessesOf } from "../proof/smt/witnesses.js";
import type { World } from "../proof/smt/world.js";
import { openSolver, type Solver } from "../proof/solver.js";
import type { DecisionDifference, Witness, WitnessedPair, WitnessQuestion } from "./decision-difference.js";
import { partedTerm } from "./parted.js";
import { unitImpact } from "./population.js";
import { respectsOf } from "./result.js";
import { isGiven, isNarrowed, type SharedFact, sharedFacts } from "./shared-facts.js";
import { type ReadAlike, readAlike, type SharedReading, sharedReadings } from "./shared-readings.js";
import { sharedWorld } from "./shared-world.js";
import { questionBy, type Side } from "./side.js";

/**
 * Facts and interpretations that both have are the same on both sides, but for readings that a side is given; where the second is given
 * one that the first has too, the first keeps its default. A reading that is not chosen is each side's own default.
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
  readonly facts: ReadonlyMap<string, SharedFact>;
  readonly readings: readonly SharedReading[];
}

function comparisonOf(first: Side, second: Side, decision: string): Comparison {
  // INVARIANT: the caller names decisions that both have.
  const plans = [first.award.plans.get(decision), second.award.plans.get(decision)] as unknown as readonly [Plan, Plan];
  const [a, b] = plans;
  const readings = sharedReadings(a, b, { ...first.readings, ...second.readings });
  return { first, second, decision, plans, facts: sharedFacts(a.reads, b.reads), readings };
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
    plan.reads.filter((name) => isGiven(name) && !compared.facts.has(name.name)).map(({ name }) => name);
  return {
    decision: compared.decision,
    status,
    unshared: { first: only(a), second: only(b) },
    narrowed: [...compared.facts].filter(([, fact]) => isNarrowed(fact)).map(([name]) => name),
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
    return { found: partedTerm(compared, worlds.decisions, { first, second }), asks: worlds.terms };
  });
  if (found.status === "none") return null;
  if (found.status !== "found" || looked === null) return { witness: null };
  return { witness: confirmed(compared, looked, found.values, { first, second }) };
}

interface Worlds {
  readonly worlds: readonly [World, World];
  readonly decisions: readonly [DecisionTerms, DecisionTerms];
  readonly alike: readonly ReadAlike[];
  readonly terms: readonly Term[];
}

function declareBoth(script: Script, compared: Comparison, size: Parameters<Parameters<typeof search>[1]>[1]): Worlds {
  const { first, second, plans, facts } = compared;
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
  const alike = compared.readings.map((reading) => readAlike(script, one, reading, "as second "));
  const own = declareWorld(script, {
    prefix: "second ",
    reads: b.reads,
    from,
    readings: second.readings,
    rows,
    more: size.more,
    shared: sharedWorld(script, one, facts, "as second "),
  });
  const two = { ...own, reading: (name: string) => alike.find((reading) => reading.name === name)?.reading ?? own.reading(name) };
  return {
    worlds: [one, two],
    alike,
    decisions: [
      translateDecision(script, a, translatorOf(script, first.award.names, one), one),
      translateDecision(script, b, translatorOf(script, second.award.names, two), two),
    ],
    terms: [
      ...termsOfWorld(one, a.reads),
      ...termsOfWorld(two, onlySecond(compared)),
      ...alike.flatMap(({ isLeft }) => (isLeft === null ? [] : [isLeft])),
    ],
  };
}

/** What only the second is asked, or each side on its own. */
function onlySecond({ plans: [, plan], facts, readings }: Comparison): readonly Name[] {
  const isAlike = (name: string) => facts.has(name) || readings.some(({ first }) => first.name === name);
  return plan.reads.filter(({ name }) => !isAlike(name));
}

/** The first day on which both are in force. */
function laterStart(...sides: readonly Side[]): string {
  return sides
    .map(({ award }) => award.files.pack.inForce.from)
    .sort()
    .at(-1) as string;
}

/** @returns the input as both kernels decide it; `null` where they do not confirm that it parts them so */
function confirmed(
  compared: Comparison,
  { worlds: [one, two], alike }: Worlds,
  values: Extract<Search, { status: "found" }>["values"],
  outcomes: { readonly first: string; readonly second: string },
): Witness | null {
  const { first, second, decision, plans } = compared;
  const [a, b] = [questionOf(one, plans[0].reads, decision, values), questionOf(two, onlySecond(compared), decision, values)];
  const shown: Shown = { asOf: a.asOf, facts: { ...(b.facts as Facts), ...(a.facts as Facts) } };
  const left = new Set(alike.flatMap(({ name, isLeft }) => (isLeft !== null && isTrue(isLeft, values) ? [name] : [])));
  const chosen = Object.entries({ ...(b.interpretations as Chosen), ...(a.interpretations as Chosen) });
  const interpretations = Object.fromEntries(chosen.filter(([name]) => !left.has(name)));
  const impactOf = (of: Shown) => unitImpact(first, second, decision, { ...of, interpretations });
  const found = impactOf(shown);
  if (found.kind !== "changed") return null;
  if (found.first.outcome !== outcomes.first || found.second.outcome !== outcomes.second) return null;
  const rules = new Set(found.by.map(({ rule }) => rule));
  const respects = respectsOf(found.first, found.second);
  const isWitness = (of: Shown) => {
    const impact = impactOf(of);
    if (impact.kind !== "changed" || impact.first.outcome !== outcomes.first || impact.second.outcome !== outcomes.second)
      return false;
    const own = respectsOf(impact.first, impact.second);
    return own.join() === respects.join() && impact.by.every(({ rule }) => rules.has(rule));
  };
  const simple = simpler(shown, laterStart(first, second), isWitness);
  const impact = impactOf(simple);
  if (impact.kind !== "changed") return null;
  const question = { ...simple, interpretations };
  const asked = (side: Side, other: Side) => questionBy(side, other, question) as unknown as WitnessQuestion;
  return {
    ...question,
    first: impact.first,
    second: impact.second,
    by: impact.by,
    questions: { first: asked(first, second), second: asked(second, first) },
  };
}

type Facts = Readonly<Record<string, JsonValue>>;
type Chosen = Readonly<Record<string, string>>;

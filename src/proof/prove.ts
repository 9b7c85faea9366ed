/** Proves what is claimed of a pack, for all complete cases that it may be asked about. */
import type { Award } from "../kernel/award.js";
import type { Property } from "../kernel/model.js";
import { proveComplete } from "./properties/complete.js";
import { proveConsistent } from "./properties/consistent.js";
import { proveImplies } from "./properties/implies.js";
import { proveMonotone } from "./properties/monotone.js";
import { proveNoDeadRule } from "./properties/no-dead-rule.js";
import { proveScoreCard } from "./properties/score-card.js";
import type { ProofResult } from "./result.js";
import { openSolver, type Solver } from "./solver.js";

export interface ProofOptions {
  /** Names of the properties to prove, `complete`, `consistent` and `no-dead-rule` among them; all where absent. */
  readonly properties?: readonly string[];
  /** Told after each step. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Used and left open; one of its own is opened and closed where absent. */
  readonly solver?: Solver;
}

/**
 * Proves that each decision is complete, consistent and has no dead rule, and every property that the pack lists.
 *
 * The same award gives the same results on every machine: the solver is held to a number of steps, not to a time.
 * @returns decision by decision in the pack's order, then the listed properties in theirs
 * @throws Error where the solver cannot be loaded
 */
export async function proveAll(award: Award, options: ProofOptions = {}): Promise<readonly ProofResult[]> {
  const solver = options.solver ?? (await openSolver());
  try {
    const steps = stepsOf(award, options.properties);
    const results: ProofResult[] = [];
    for (const [done, step] of steps.entries()) {
      options.onProgress?.(done, steps.length);
      results.push(...(await step(solver)));
    }
    options.onProgress?.(steps.length, steps.length);
    return results;
  } finally {
    if (options.solver === undefined) solver.close();
  }
}

type Step = (solver: Solver) => Promise<readonly ProofResult[]>;

function stepsOf(award: Award, only: readonly string[] | undefined): readonly Step[] {
  const isAsked = (name: string) => only === undefined || only.includes(name);
  const generic = [...award.plans.values()].flatMap((plan): readonly Step[] => [
    ...(isAsked("complete") ? [async (solver: Solver) => [await proveComplete(solver, award, plan)]] : []),
    ...(isAsked("consistent") ? [async (solver: Solver) => [await proveConsistent(solver, award, plan)]] : []),
    ...(isAsked("no-dead-rule") ? [(solver: Solver) => proveNoDeadRule(solver, award, plan)] : []),
  ]);
  const listed = (award.files.properties?.properties ?? []).filter(({ name }) => isAsked(name));
  return [
    ...generic,
    ...listed.map(
      (property): Step =>
        async (solver) => [await proveListed(solver, award, property)],
    ),
  ];
}

function proveListed(solver: Solver, award: Award, property: Property): Promise<ProofResult> {
  switch (property.kind) {
    case "implies":
      return proveImplies(solver, award, property);
    case "monotone":
      return proveMonotone(solver, award, property);
    case "score-card":
      if (award.files.criteria === undefined) throw new Error("a score card of a pack without criteria");
      return proveScoreCard(solver, award.files.criteria, property);
  }
}

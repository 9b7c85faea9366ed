/** How well the cases of a pack tell it from its mutants. */
import type { Award } from "../../kernel/award.js";
import type { Case } from "../case.js";
import type { Equivalent } from "./equivalent.js";
import { isMet, judge } from "./judge.js";
import { keyOf } from "./mutant.js";
import { mutantsOf } from "./mutants-of.js";
import { type MutantResult, type MutationScore, type StaleEquivalent, scoreOf } from "./mutation-score.js";

export interface MutationOptions {
  /** Every n-th mutant only, the first among them; 1 where it is not given. */
  readonly every?: number | undefined;
  /** Mutants of which it is said that nothing tells them from the pack. */
  readonly equivalents?: readonly Equivalent[] | undefined;
  /** Called after each mutant. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Puts every mutant of an award's pack to its cases, on the compiled kernel alone.
 * @returns the same for the same award, cases, sample and equivalents
 * @throws never, for an award made by `loadAward`
 */
export function mutationScoreOf(award: Award, cases: readonly Case[], options: MutationOptions = {}): MutationScore {
  const judging = judgingOf(award, cases, options);
  let step = judging.next();
  while (!step.done) step = judging.next();
  return step.value;
}

/** The same, letting others run after each mutant: a progress bar can be drawn, a page answered. */
export async function mutationScoreInTurns(
  award: Award,
  cases: readonly Case[],
  options: MutationOptions = {},
): Promise<MutationScore> {
  const judging = judgingOf(award, cases, options);
  let step = judging.next();
  while (!step.done) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    step = judging.next();
  }
  return step.value;
}

/** Stops after each mutant. */
function* judgingOf(award: Award, cases: readonly Case[], options: MutationOptions): Generator<void, MutationScore> {
  const { every = 1, equivalents = [], onProgress } = options;
  const reasons = new Map(equivalents.map(({ mutant, reason }) => [mutant, reason]));
  const met = cases.filter((one) => isMet(award, one));
  const failing = cases.filter((one) => !met.includes(one)).map((one) => one.case);
  const all = [...mutantsOf(award.files)];
  const taken = all.filter((_, index) => index % every === 0);
  const results: MutantResult[] = [];
  for (const mutant of taken) {
    const result = judge(mutant, award, met);
    const reason = reasons.get(keyOf(mutant));
    results.push(result.status === "survived" && reason !== undefined ? { ...result, status: "equivalent", reason } : result);
    onProgress?.(results.length, taken.length);
    yield;
  }
  const stale = staleOf(equivalents, results, new Set(all.map(keyOf)));
  return scoreOf({ award: award.id, of: all.length, every, mutants: results, stale, failing });
}

/** Lines about mutants that there are not, or that were looked at and did not survive. */
function staleOf(
  equivalents: readonly Equivalent[],
  results: readonly MutantResult[],
  known: ReadonlySet<string>,
): readonly StaleEquivalent[] {
  const statuses = new Map(results.map((result) => [keyOf(result), result.status]));
  return equivalents.flatMap(({ mutant }): readonly StaleEquivalent[] => {
    if (!known.has(mutant)) return [{ mutant, found: "unknown" }];
    const found = statuses.get(mutant);
    return found === undefined || found === "equivalent" ? [] : [{ mutant, found }];
  });
}

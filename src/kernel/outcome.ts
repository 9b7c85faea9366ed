/** From what hits to the outcomes that are still possible: the first declared outcome that is hit, or `otherwise`. */
import type { Plan, RulePlan } from "./plan.js";
import { TRUE, type Truth } from "./truth.js";

/** A set of outcomes, bit `i` for the one declared `i`-th. */
export type Outcomes = number;

/** As `Outcomes`, with one more bit, after all outcomes: none is hit. */
export type Hits = number;

export const UNDETERMINED = "undetermined";

/** Outcomes that some values of the unknown hits give. */
export function possibleOutcomes(plan: Plan, hits: readonly Truth[]): Outcomes {
  return outcomesOf(plan, possibleHits(plan, hits, null));
}

/**
 * What may be the first hit among some of the rules.
 * @param rules their places; `null` for all
 */
export function possibleHits(plan: Plan, hits: readonly Truth[], rules: readonly number[] | null): Hits {
  const none = plan.declaration.outcomes.length;
  let possible = 0;
  let certain = none;
  const count = rules === null ? hits.length : rules.length;
  for (let i = 0; i < count; i += 1) {
    const place = rules === null ? i : (rules[i] as number);
    const hit = hits[place] as Truth;
    if (hit === 0) continue;
    const { outcome } = plan.rules[place] as RulePlan;
    possible |= 1 << outcome;
    if (hit === TRUE && outcome < certain) certain = outcome;
  }
  return (possible | (1 << certain)) & ((2 << certain) - 1);
}

/** The outcomes of first hits. */
export function outcomesOf(plan: Plan, hits: Hits): Outcomes {
  const none = 1 << plan.declaration.outcomes.length;
  return (hits & none) === 0 ? hits : (hits & ~none) | (1 << plan.otherwise);
}

/** What may be the first hit of two sets of rules, each with its own. */
export function firstHits(a: Hits, b: Hits): Hits {
  return (a & upTo(b)) | (b & upTo(a));
}

/** All that stand no later than the last of a set. */
function upTo(hits: Hits): Hits {
  return (2 << (31 - Math.clz32(hits))) - 1;
}

/** The outcome's index, where only one is possible; -1 where several are. */
export function onlyOutcome(outcomes: Outcomes): number {
  return (outcomes & (outcomes - 1)) === 0 ? 31 - Math.clz32(outcomes) : -1;
}

/** @param outcome as `onlyOutcome` gives it */
export function outcomeName(plan: Plan, outcome: number): string {
  return plan.declaration.outcomes[outcome]?.name ?? UNDETERMINED;
}

/** Whether one of the outcomes is not among those that nobody hopes for. */
export function isHoped({ declaration }: Plan, outcomes: Outcomes): boolean {
  return declaration.outcomes.some(({ favourable }, index) => favourable !== false && ((outcomes >> index) & 1) === 1);
}

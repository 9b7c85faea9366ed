/** From what hits to the outcomes that are still possible, under the decision's hit policy. */
import { hitOf, type Plan } from "./plan.js";
import type { Sink, State } from "./state.js";
import { TRUE, type Truth, UNKNOWN } from "./truth.js";

/** A set of outcomes, bit `i` for the one declared `i`-th. */
export type Outcomes = number;

export const UNDETERMINED = "undetermined";

/** Whether each rule hits, in order. */
export function hitsOf(plan: Plan, state: State): Truth[] {
  const hits: Truth[] = [];
  for (let i = 0; i < plan.rules.length; i += 1) hits.push(hitOf(plan.rules[i] as Plan["rules"][number], state));
  return hits;
}

/** Outcomes that some values of the unknown hits give: the first declared outcome that is hit, or `otherwise`. */
export function possibleOutcomes(plan: Plan, hits: readonly Truth[]): Outcomes {
  let possible = 0;
  for (let outcome = 0; outcome < plan.declaration.outcomes.length; outcome += 1) {
    const hit = hitFor(plan, hits, outcome);
    if (hit !== 0) possible |= 1 << outcome;
    if (hit === TRUE) return possible;
  }
  return possible | (1 << plan.otherwise);
}

/** The outcome's index, where only one is possible; -1 where several are. */
export function onlyOutcome(outcomes: Outcomes): number {
  return (outcomes & (outcomes - 1)) === 0 ? 31 - Math.clz32(outcomes) : -1;
}

/** @param outcome as `onlyOutcome` gives it */
export function outcomeName(plan: Plan, outcome: number): string {
  return plan.declaration.outcomes[outcome]?.name ?? UNDETERMINED;
}

/** Reports the unknown sources on which the outcome still depends. */
export function openOutcome(plan: Plan, state: State, hits: readonly Truth[], sink: Sink): void {
  for (let outcome = 0; outcome < plan.declaration.outcomes.length; outcome += 1) {
    const hit = hitFor(plan, hits, outcome);
    if (hit === TRUE) return;
    if (hit !== UNKNOWN || below(plan, hits, outcome) === 1 << outcome) continue;
    plan.rules.forEach((rule, index) => {
      if (rule.outcome !== outcome || hits[index] !== UNKNOWN) return;
      if (rule.applies !== null && rule.applies.truth(state, null) === UNKNOWN) rule.applies.open(state, null, sink);
      if (rule.holds.truth(state, null) === UNKNOWN) rule.holds.open(state, null, sink);
    });
  }
}

function hitFor(plan: Plan, hits: readonly Truth[], outcome: number): Truth {
  let most: Truth = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const hit = hits[i] as Truth;
    if (hit > most && (plan.rules[i] as Plan["rules"][number]).outcome === outcome) most = hit;
  }
  return most;
}

/** Outcomes possible if no rule for `outcome` or one before it hits. */
function below(plan: Plan, hits: readonly Truth[], outcome: number): Outcomes {
  const later = hits.map((hit, index) => ((plan.rules[index] as Plan["rules"][number]).outcome > outcome ? hit : 0) as Truth);
  return possibleOutcomes(plan, later);
}

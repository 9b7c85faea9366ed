/** Outcomes that are declared: each is to be that of some case. */
import type { Probes } from "./probe.js";

export const outcomeProbes: Probes = (_award, plan) =>
  plan.declaration.outcomes.map(({ name }) => ({
    head: { kind: "outcome", decision: plan.declaration.name, name, provision: provisionOf(name, plan), needs: ["given"] },
    seenIn: ({ decision }) => (decision.outcome === name ? ["given"] : []),
  }));

/** Of the first rule that gives it; of what is given without a hit, that of the first rule. */
function provisionOf(outcome: string, { rules }: Parameters<Probes>[1]): string {
  const giving = rules.find(({ outcomeName }) => outcomeName === outcome) ?? rules[0];
  return giving?.rule.event.params.provision ?? "";
}

/** Consequences: each, by its provision, is to be due in some case. */
import type { Plan } from "../../kernel/plan.js";
import type { Probes } from "./probe.js";

export const consequenceProbes: Probes = (_award, plan) =>
  declared(plan).map(({ name, provision }) => ({
    head: { kind: "consequence", decision: plan.declaration.name, name, provision, needs: ["due"] },
    seenIn: ({ decision }) =>
      (decision.consequences ?? [])
        .filter((result) => result.name === name && result.provision === provision && result.status === "due")
        .map(({ status }) => status),
  }));

/** Each once, however many rules bring it about. */
function declared({ rules }: Plan): readonly { readonly name: string; readonly provision: string }[] {
  const all = rules.flatMap(({ consequences }) => consequences);
  return [...new Map(all.map((consequence) => [`${consequence.name} ${consequence.provision}`, consequence])).values()];
}

/** Comparisons: each is to be true in some case and false in another. */
import { leavesOf, nameOfLeaf } from "./leaves.js";
import type { Probes } from "./probe.js";

/** Of rules that surely apply in the case, of their `appliesWhen`, and of what these read, in one row or another; unknown is neither. */
export const conditionProbes: Probes = (award, plan) =>
  leavesOf(award, plan).map((leaf) => ({
    head: {
      kind: "condition",
      decision: plan.declaration.name,
      name: nameOfLeaf(leaf),
      ...leaf.place,
      provision: leaf.provision,
      needs: ["true", "false"],
    },
    seenIn: (run) => leaf.truthsIn(run).flatMap((truth) => (truth === null ? [] : [String(truth)])),
  }));

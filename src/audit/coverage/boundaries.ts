/** Thresholds: each is to be met exactly by some case, and by another missed by one. */
import type { OperatorName } from "../../kernel/model.js";
import { leavesOf, nameOfLeaf } from "./leaves.js";
import type { Probes } from "./probe.js";

type Side = "below" | "at" | "above";

/** The two neighbours between which the truth of a comparison changes. */
const NEEDS: Partial<Record<OperatorName, readonly Side[]>> = {
  greaterThanInclusive: ["below", "at"],
  onOrAfter: ["below", "at"],
  lessThan: ["below", "at"],
  before: ["below", "at"],
  greaterThan: ["at", "above"],
  after: ["at", "above"],
  lessThanInclusive: ["at", "above"],
  onOrBefore: ["at", "above"],
};

/**
 * Asked of each comparison of whole numbers or dates by order: a case `at` the threshold, and one a unit or a day `below`
 * or `above` it, on the side where the truth is the other. Both together show a threshold moved by one, and an operator
 * that leaves out the threshold or takes it in.
 */
export const boundaryProbes: Probes = (award, plan) =>
  leavesOf(award, plan).flatMap((leaf) => {
    const needs = NEEDS[leaf.node.operator];
    if (needs === undefined) return [];
    const { place, provision } = leaf;
    const head = {
      kind: "boundary",
      decision: plan.declaration.name,
      name: nameOfLeaf(leaf),
      ...place,
      provision,
      needs,
    } as const;
    return [{ head, seenIn: (run) => leaf.sidesIn(run).flatMap(([left, right]) => sideOf(left - right)) }];
  });

function sideOf(distance: number): readonly Side[] {
  if (distance === 0) return ["at"];
  if (distance === 1) return ["above"];
  return distance === -1 ? ["below"] : [];
}

/** One of several conditions left out, or a `not`. */
import { inside } from "../../../pack/place.js";
import { isGroup, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

export const conditions: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const { node } = found;
    if (!isGroup(node)) continue;
    if ("not" in node) {
      yield replaced(files, "negation-dropped", found, isGroup(node.not) ? node.not : { all: [node.not] });
      continue;
    }
    const [connective, parts] = "all" in node ? (["all", node.all] as const) : (["any", node.any] as const);
    if (parts.length < 2) continue;
    for (const index of parts.keys()) {
      yield replaced(files, "condition-dropped", { ...found, place: inside(found.place, connective, index) }, undefined);
    }
  }
};

/** A `where` left out: every row counts. Of `every`, which needs one, it stays. */
import { inside } from "../../../pack/place.js";
import { isOperation, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

export const filters: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const { node } = found;
    if (!isOperation(node) || !("where" in node) || node.where === undefined || node.op === "every") continue;
    yield replaced(files, "where-dropped", { ...found, place: inside(found.place, "where") }, undefined);
  }
};

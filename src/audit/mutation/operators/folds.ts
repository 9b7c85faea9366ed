/** `latest` for `earliest`, `some` for `every`, and the other way round. */
import { isOperation, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

export const folds: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const { node } = found;
    if (!isOperation(node)) continue;
    if (node.op === "latest") yield replaced(files, "fold-swapped", found, { ...node, op: "earliest" });
    if (node.op === "earliest") yield replaced(files, "fold-swapped", found, { ...node, op: "latest" });
    if (node.op === "every") yield replaced(files, "fold-swapped", found, { ...node, op: "some" });
    if (node.op === "some" && node.where !== undefined) yield replaced(files, "fold-swapped", found, { ...node, op: "every" });
  }
};

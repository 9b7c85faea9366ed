/** `all` for `any` and `any` for `all`, where that is not the same: of two conditions or more. */
import { isGroup, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

export const connectives: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const { node } = found;
    if (!isGroup(node)) continue;
    if ("all" in node && node.all.length > 1) yield replaced(files, "connective-swapped", found, { any: node.all });
    if ("any" in node && node.any.length > 1) yield replaced(files, "connective-swapped", found, { all: node.any });
  }
};

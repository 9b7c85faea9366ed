/** Two neighbouring cases of a `select` change places. */
import type { Expression } from "../../../kernel/model.js";
import { inside } from "../../../pack/place.js";
import { isOperation, ruleNodes } from "../../rule-nodes.js";
import { withValue } from "../edit.js";
import { type MutationOperator, mutantOf } from "../mutant.js";

export const selects: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    if (!isOperation(found.node) || found.node.op !== "select") continue;
    const { cases } = found.node;
    const values = Object.keys(cases);
    for (const [index, value] of values.slice(1).entries()) {
      const before = values[index] as string;
      const [one, other] = [cases[before] as Expression, cases[value] as Expression];
      if (JSON.stringify(one) === JSON.stringify(other)) continue;
      const place = inside(found.place, "cases", value);
      const swapped = { ...cases, [before]: other, [value]: one };
      const mutated = withValue(files, inside(found.place, "cases"), swapped);
      yield mutantOf("select-swapped", { ...found, place }, other, one, mutated);
    }
  }
};

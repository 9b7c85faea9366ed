/** A comparison by another operator: strict for not strict, the other direction, or the contrary. */
import type { OperatorName } from "../../../kernel/model.js";
import { inside } from "../../../pack/place.js";
import { isComparison, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";

type Flip = Partial<Record<OperatorName, OperatorName>>;

const STRICTNESS: Flip = {
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
  before: "onOrBefore",
  onOrBefore: "before",
  after: "onOrAfter",
  onOrAfter: "after",
};

const DIRECTION: Flip = {
  lessThan: "greaterThan",
  lessThanInclusive: "greaterThanInclusive",
  greaterThan: "lessThan",
  greaterThanInclusive: "lessThanInclusive",
  before: "after",
  onOrBefore: "onOrAfter",
  after: "before",
  onOrAfter: "onOrBefore",
};

const CONTRARY: Flip = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  before: "onOrAfter",
  onOrBefore: "after",
  after: "onOrBefore",
  onOrAfter: "before",
};

const FLIPS = [
  ["comparison-strictness", STRICTNESS],
  ["comparison-direction", DIRECTION],
  ["comparison-contrary", CONTRARY],
] as const;

export const comparisons: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    if (!isComparison(found.node)) continue;
    for (const [operator, flip] of FLIPS) {
      const to = flip[found.node.operator];
      if (to !== undefined) yield replaced(files, operator, { ...found, place: inside(found.place, "operator") }, to);
    }
  }
};

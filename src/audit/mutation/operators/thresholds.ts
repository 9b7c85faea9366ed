/** A number or day that a rule or derived fact is written with, moved by one. A threshold that is a parameter is moved in `parameters.ts`. */
import { formatDate, parseDate } from "../../../kernel/date.js";
import { inside } from "../../../pack/place.js";
import { isComparison, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";
import { shifted } from "./shifted.js";

const MOVES = [
  ["threshold-raised", 1],
  ["threshold-lowered", -1],
] as const;

export const thresholds: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const { node } = found;
    for (const [operator, by] of MOVES) {
      if (typeof node === "number") yield replaced(files, operator, found, shifted(node, by));
      if (!isComparison(node)) continue;
      const place = { ...found, place: inside(found.place, "value") };
      const { value } = node;
      const day = typeof value === "string" ? parseDate(value) : null;
      if (typeof value === "number") yield replaced(files, operator, place, value + by);
      if (day !== null) yield replaced(files, operator, place, formatDate(day + by));
    }
  }
};

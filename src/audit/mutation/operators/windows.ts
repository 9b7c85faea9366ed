/** A period one year or day longer or shorter, or counted to the day after or before. */
import type { Expression } from "../../../kernel/model.js";
import { inside } from "../../../pack/place.js";
import { isOperation, type Operation, type RuleNode, ruleNodes } from "../../rule-nodes.js";
import { type MutationOperator, replaced } from "../mutant.js";
import { shifted, shiftedByDay } from "./shifted.js";

const MOVES = [
  ["window-later", 1],
  ["window-earlier", -1],
] as const;

/** Days and years that are literals are moved in `thresholds.ts`. */
export const windows: MutationOperator = function* (files) {
  for (const found of ruleNodes(files)) {
    const end = isOperation(found.node) ? endOf(found.node) : null;
    if (end === null) continue;
    const { member, shift, value } = end;
    const at: Pick<RuleNode, "place" | "provision"> = { ...found, place: inside(found.place, member) };
    for (const [operator, by] of MOVES) yield replaced(files, operator, at, shift(value, by));
  }
};

interface End {
  readonly member: string;
  readonly value: Expression;
  readonly shift: (value: Expression, by: 1 | -1) => Expression;
}

/** The member that says how long the period is, or, where none does, to which day it is counted. */
function endOf(node: Operation): End | null {
  switch (node.op) {
    case "addYears":
    case "subtractYears":
      return typeof node.years === "number" ? null : { member: "years", value: node.years, shift: shifted };
    case "addDays":
      return typeof node.days === "number" ? null : { member: "days", value: node.days, shift: shifted };
    case "wholeYears":
      return { member: "to", value: node.to, shift: shiftedByDay };
    default:
      return null;
  }
}

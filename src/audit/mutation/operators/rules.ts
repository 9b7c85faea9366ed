/** A rule left out. */
import { withValue } from "../edit.js";
import { type MutationOperator, mutantOf } from "../mutant.js";
import { placedRules } from "./placed-rules.js";

export const rules: MutationOperator = function* (files) {
  for (const { rule, place, provision } of placedRules(files)) {
    yield mutantOf("rule-dropped", { place, provision }, rule.name, undefined, withValue(files, place, undefined));
  }
};

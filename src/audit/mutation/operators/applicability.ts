/** A rule that applies to all. */
import { inside } from "../../../pack/place.js";
import { type MutationOperator, replaced } from "../mutant.js";
import { placedRules } from "./placed-rules.js";

export const applicability: MutationOperator = function* (files) {
  for (const { rule, params, provision } of placedRules(files)) {
    if (rule.event.params.appliesWhen === undefined) continue;
    yield replaced(files, "applies-when-dropped", { place: inside(params, "appliesWhen"), provision }, undefined);
  }
};

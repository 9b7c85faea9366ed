/** A rule left out. */
import { withValue } from "../edit.js";
import { type MutationOperator, mutantOf } from "../mutant.js";
import { ledgerWithout } from "./ledger.js";
import { placedRules } from "./placed-rules.js";

export const rules: MutationOperator = function* (files) {
  for (const { decision, rule, place, provision } of placedRules(files)) {
    const without = ledgerWithout(withValue(files, place, undefined), `${decision}/${rule.name}`);
    yield mutantOf("rule-dropped", { place, provision }, rule.name, undefined, without);
  }
};

/** A rule that gives another outcome, or gives it on the other status. */
import { inside } from "../../../pack/place.js";
import { type MutationOperator, replaced } from "../mutant.js";
import { placedRules } from "./placed-rules.js";

export const effects: MutationOperator = function* (files) {
  for (const { decision, rule, params, provision } of placedRules(files)) {
    const { effect } = rule.event.params;
    const [status, outcome] =
      "violated" in effect ? (["violated", effect.violated] as const) : (["satisfied", effect.satisfied] as const);
    const declared = files.pack.decisions.find(({ name }) => name === decision)?.outcomes ?? [];
    for (const { name } of declared) {
      if (name === outcome) continue;
      const mutant = replaced(files, "outcome-swapped", { place: inside(params, "effect"), provision }, { [status]: name });
      yield { ...mutant, pointer: `${mutant.pointer}/${name}` };
    }
    const other = status === "violated" ? "satisfied" : "violated";
    yield replaced(files, "effect-contrary", { place: inside(params, "effect"), provision }, { [other]: outcome });
  }
};

/** A consequence left out, or one of another rule of the decision that a rule brings about too. */
import { inside } from "../../../pack/place.js";
import { type MutationOperator, replaced } from "../mutant.js";
import { placedRules } from "./placed-rules.js";

export const consequences: MutationOperator = function* (files) {
  for (const { decision, rule, params } of placedRules(files)) {
    const own = rule.event.params.consequences ?? [];
    const place = inside(params, "consequences");
    for (const [index, { provision }] of own.entries()) {
      const at = own.length === 1 ? place : inside(place, index);
      yield replaced(files, "consequence-removed", { place: at, provision }, undefined);
    }
    const all = (files.rules[decision] ?? []).flatMap(({ event }) => event.params.consequences ?? []);
    const names = new Set(own.map(({ name }) => name));
    for (const consequence of all) {
      if (names.has(consequence.name)) continue;
      names.add(consequence.name);
      const { provision } = rule.event.params;
      const added = [...own, consequence];
      const mutant = replaced(files, "consequence-added", { place, provision }, added);
      yield { ...mutant, pointer: `${place.pointer}/${consequence.name}`, from: null, to: consequence.name };
    }
  }
};

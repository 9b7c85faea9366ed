/** Names that mean something to the kernel already. */
import { AS_OF } from "../../kernel/names.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { isPart } from "../parts.js";
import { inside, type Place, placeIn } from "../place.js";

/** The answer of a decision whose facts do not suffice. */
const UNDETERMINED = "undetermined";

export const reservedNames: Check = {
  needs: [],
  find({ sound: { pack, facts, parameters, interpretations } }) {
    return [
      ...(pack?.decisions ?? []).flatMap((decision, index) => {
        const place = placeIn("pack.json", "decisions", index);
        // A decision's rules stand in a file of its name, and these names are taken.
        const own = isPart(decision.name) ? [reserved(decision.name, place)] : [];
        return [...own, ...refused(decision.outcomes, UNDETERMINED, inside(place, "outcomes"))];
      }),
      ...refused(facts?.facts ?? [], AS_OF, placeIn("facts.json", "facts")),
      ...refused(facts?.derived ?? [], AS_OF, placeIn("facts.json", "derived")),
      ...refused(parameters?.parameters ?? [], AS_OF, placeIn("parameters.json", "parameters")),
      ...refused(interpretations?.interpretations ?? [], AS_OF, placeIn("interpretations.json", "interpretations")),
    ];
  },
};

function refused(names: readonly { readonly name: string }[], found: string, place: Place): readonly PackFailure[] {
  return names.flatMap(({ name }, index) => (name === found ? [reserved(found, inside(place, index))] : []));
}

function reserved(found: string, place: Place): PackFailure {
  return packFailure(inside(place, "name"), { code: "reserved-name", found });
}

/** A whole number lies between bounds that leave room for one. */
import type { ScalarType } from "../../kernel/model.js";
import { isList } from "../../kernel/names.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const rangesHold: Check = {
  needs: ["facts"],
  find: ({ parts }) =>
    parts.facts.facts.flatMap((fact, index) => {
      const place = placeIn("facts.json", "facts", index);
      if (!isList(fact)) return emptyRange(fact, place);
      return fact.fields.flatMap((field, at) => emptyRange(field, inside(place, "fields", at)));
    }),
};

function emptyRange(declared: ScalarType, place: Place): readonly PackFailure[] {
  if (declared.type !== "integer" || declared.min <= declared.max) return [];
  return [packFailure(inside(place, "max"), { code: "empty-range", found: declared.max, min: declared.min })];
}

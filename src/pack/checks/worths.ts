/** The value of an output or a consequence is a single value that has a name. */
import type { Reference } from "../../kernel/model.js";
import { nearest } from "../../kernel/nearest.js";
import { type Check, type PackContext, rulesOf } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const worthsAreValues: Check = {
  needs: ["facts", "parameters", "interpretations"],
  find: (context) => [
    ...(context.sound.pack?.decisions ?? []).flatMap(({ outputs }, index) =>
      worths(outputs ?? [], placeIn("pack.json", "decisions", index, "outputs"), context),
    ),
    ...rulesOf(context).flatMap(({ rule, place }) =>
      worths(rule.event.params.consequences ?? [], inside(place, "event", "params", "consequences"), context),
    ),
  ],
};

function worths(
  all: readonly { readonly value?: Reference }[],
  place: Place,
  { names: { byName } }: PackContext,
): readonly PackFailure[] {
  return all.flatMap(({ value }, index) => {
    if (value === undefined) return [];
    const at = inside(place, index, "value", "fact");
    const name = byName.get(value.fact);
    if (name === undefined) {
      return [packFailure(at, { code: "unknown-name", found: value.fact, near: nearest(value.fact, byName.keys()) })];
    }
    if (name.type.type !== "list" && name.type.type !== "members") return [];
    const found = name.type.type === "list" ? "list" : "list of values";
    return [packFailure(at, { code: "wrong-kind", name: value.fact, found, expected: "single value" })];
  });
}

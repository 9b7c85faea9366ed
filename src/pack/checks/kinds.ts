/** The kind of a category is one whose dimensions are given, where they are given for any. */
import { nearest } from "../../kernel/nearest.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const kindsKnown: Check = {
  needs: ["criteria"],
  find({ parts: { criteria } }) {
    if (criteria.dimensions === undefined) return [];
    const values = Object.keys(criteria.dimensions);
    return criteria.categories.flatMap(({ kind: found }, index) => {
      if (found === undefined || values.includes(found)) return [];
      const place = placeIn("criteria.json", "categories", index, "kind");
      return [packFailure(place, { code: "unknown-value", found, values, near: nearest(found, values) })];
    });
  },
};

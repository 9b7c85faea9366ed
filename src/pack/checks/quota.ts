/** The number of awards is one the law fixes: a parameter that counts, and at least one. */
import { nearest } from "../../kernel/nearest.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";
import { isMeasure } from "../typing/units.js";

export const quotaIsCount: Check = {
  needs: ["selection", "parameters"],
  find({ parts: { selection, parameters } }) {
    const { fact: found } = selection.awards.quota;
    const counts = parameters.parameters.filter(({ value, unit }) => typeof value === "number" && !isMeasure(unit ?? null));
    const quota = counts.find(({ name }) => name === found);
    if (quota === undefined) {
      const near = nearest(
        found,
        counts.map(({ name }) => name),
      );
      return [packFailure(placeIn("selection.json", "awards", "quota", "fact"), { code: "not-a-quota", found, near })];
    }
    const value = quota.value as number;
    if (value >= 1) return [];
    const place = placeIn("parameters.json", "parameters", parameters.parameters.indexOf(quota), "value");
    return [packFailure(place, { code: "out-of-range", found: value, expected: ">= 1" })];
  },
};

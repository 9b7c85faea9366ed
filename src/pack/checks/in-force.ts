/** A pack ends after it begins. */
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const inForceSpan: Check = {
  needs: ["pack"],
  find({ parts }) {
    const { from, until: found } = parts.pack.inForce;
    // Civil dates compare as they are written.
    if (found === null || from < found) return [];
    return [
      packFailure(placeIn("pack.json", "inForce", "until"), { code: "ends-before-it-begins", found, expected: `> ${from}` }),
    ];
  },
};

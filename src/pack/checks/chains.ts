/** Derived facts rest on each other only so deep, so that every walk along them comes to an end before the stack does. */
import type { Check } from "../context.js";
import { MAX_DEPTH } from "../frozen-copy.js";
import { mentionsOf } from "../mentions.js";
import { packFailure } from "../pack-failure.js";
import { placeIn } from "../place.js";

export const chainsEnd: Check = {
  needs: ["facts"],
  find({ parts }) {
    const { derived } = parts.facts;
    const reads = new Map(derived.map(({ name, expression }) => [name, mentionsOf(expression)]));
    const depths = new Map<string, number>();
    return derived.flatMap(({ name }, index) => {
      // At the first that is too deep alone: those that rest on it are deeper still.
      if (depthOf(name) !== MAX_DEPTH + 1) return [];
      return [packFailure(placeIn("facts.json", "derived", index, "expression"), { code: "too-deep", max: MAX_DEPTH })];
    });

    /** Around a ring, as far as it goes until it is back where it began: `cycles.ts` reports the ring. */
    function depthOf(name: string): number {
      const known = depths.get(name);
      if (known !== undefined) return known;
      depths.set(name, 0);
      let depth = 1;
      for (const read of reads.get(name) ?? []) if (reads.has(read)) depth = Math.max(depth, 1 + depthOf(read));
      depths.set(name, depth);
      return depth;
    }
  },
};

/** Outcomes that are named are declared, and one of them is worth hoping for. */
import { nearest } from "../../kernel/nearest.js";
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const outcomesKnown: Check = {
  needs: ["pack"],
  find: ({ parts, rules }) =>
    parts.pack.decisions.flatMap(({ name, outcomes, otherwise, outputs }, index) => {
      const place = placeIn("pack.json", "decisions", index);
      const known = outcomes.map((outcome) => outcome.name);
      const named = [
        { found: otherwise, at: inside(place, "otherwise") },
        ...(outputs ?? []).flatMap((output, at) =>
          output.outcomes.map((found, step) => ({ found, at: inside(place, "outputs", at, "outcomes", step) })),
        ),
        ...(rules.get(name) ?? []).map(({ event }, at) => {
          const [status, found] = Object.entries(event.params.effect)[0] as [string, string];
          return { found, at: inside(placeIn(`${name}.json`), at, "event", "params", "effect", status) };
        }),
      ];
      const unknown = named
        .filter(({ found }) => !known.includes(found))
        .map(({ found, at }) => unknownOutcome(found, known, at));
      if (outcomes.some(({ favourable }) => favourable)) return unknown;
      return [...unknown, packFailure(inside(place, "outcomes"), { code: "no-favourable-outcome" })];
    }),
};

function unknownOutcome(found: string, known: readonly string[], place: Place): PackFailure {
  return packFailure(place, { code: "unknown-outcome", found, near: nearest(found, known) });
}

/** What is quoted stands in its provision, letter by letter. */
import { citationsOf } from "../citations.js";
import type { Check, PackContext } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside } from "../place.js";

export const quotesStand: Check = {
  needs: ["law"],
  find: (context) =>
    citationsOf(context).flatMap(({ provision, quote: found, place }) => {
      const text = context.provisions.get(provision);
      if (found === undefined || text === undefined || text.includes(found)) return [];
      const problem = { code: "not-in-provision", found, provision, holds: longestStart(found, text) } as const;
      return [packFailure(inside(place, "quote"), { ...problem, elsewhere: smallestWith(found, context) }, provision)];
    }),
};

/** The longest beginning of `quote` that `text` holds. */
function longestStart(quote: string, text: string): string {
  const letters = [...quote];
  while (letters.length > 0 && !text.includes(letters.join(""))) letters.pop();
  return letters.join("");
}

function smallestWith(quote: string, { provisions }: PackContext): string | null {
  const holding = [...provisions].filter(([, text]) => text.includes(quote)).sort(([, a], [, b]) => a.length - b.length);
  return holding[0]?.[0] ?? null;
}

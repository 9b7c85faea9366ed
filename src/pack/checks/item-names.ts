/** What an item is called by, its clause or a title, calls no other: the columns of a spreadsheet are told by it. */
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, placeIn } from "../place.js";

export const itemsNamedOnce: Check = {
  needs: ["criteria"],
  find({ parts }) {
    const failures: PackFailure[] = [];
    const owners = new Map<string, Place>();
    parts.criteria.categories.forEach(({ clause, items }, index) => {
      const category = placeIn("criteria.json", "categories", index);
      claim(clause, category, "clause");
      items.forEach((item, at) => {
        const place = inside(category, "items", at);
        claim(item.clause, place, "clause");
        claim(item.title.zh, place, "title", "zh");
        claim(item.title.en, place, "title", "en");
      });
    });
    return failures;

    function claim(found: string, owner: Place, ...steps: readonly string[]): void {
      const taken = owners.get(found);
      if (taken === undefined) owners.set(found, owner);
      else if (taken !== owner) {
        const problem = { code: "duplicate-name", found, first: `${taken.file}#${taken.pointer}` } as const;
        failures.push(packFailure(inside(owner, ...steps), problem));
      }
    }
  },
};

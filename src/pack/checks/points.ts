/** The points of a category are those of its items, the total is that of all, and neither is more than can be added up. */
import { itemsOf, MAX_ITEMS, MAX_TOTAL, totalPoints } from "../../kernel/criteria.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside, placeIn } from "../place.js";

export const pointsAddUp: Check = {
  needs: ["criteria"],
  find({ parts: { criteria } }) {
    const place = placeIn("criteria.json", "categories");
    const differing = criteria.categories.flatMap((category, index) => {
      const sum = totalPoints({ categories: [category] });
      if (category.points === sum) return [];
      return [
        packFailure(inside(place, index, "points"), { code: "points-differ", found: category.points, expected: String(sum) }),
      ];
    });
    const count = itemsOf(criteria).length;
    const sum = totalPoints(criteria);
    // A slip within a category is reported there, and not again where all is added up.
    const totalDiffers = differing.length === 0 && criteria.total !== undefined && criteria.total !== sum;
    return [
      ...differing,
      ...(totalDiffers
        ? [
            packFailure(placeIn("criteria.json", "total"), {
              code: "points-differ",
              found: criteria.total,
              expected: String(sum),
            }),
          ]
        : []),
      ...(count > MAX_ITEMS ? [packFailure(place, { code: "too-many", found: count, expected: `<= ${MAX_ITEMS}` })] : []),
      ...(sum > MAX_TOTAL ? [packFailure(place, { code: "out-of-range", found: sum, expected: `<= ${MAX_TOTAL}` })] : []),
    ];
  },
};

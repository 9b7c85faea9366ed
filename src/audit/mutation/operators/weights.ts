/** A point that goes from one clause of the criteria to the next of its category, so that all sums stay. */
import { inside, placeIn } from "../../../pack/place.js";
import { withValue } from "../edit.js";
import { type MutationOperator, mutantOf } from "../mutant.js";

export const weights: MutationOperator = function* (files) {
  for (const [at, { items }] of (files.criteria?.categories ?? []).entries()) {
    for (const [index, item] of items.slice(1).entries()) {
      const before = items[index] as typeof item;
      const place = placeIn("criteria.json", "categories", at, "items");
      const less = withValue(files, inside(place, index, "points"), before.points - 1);
      const moved = withValue(less, inside(place, index + 1, "points"), item.points + 1);
      const found = { place: inside(place, index + 1, "points"), provision: null };
      yield mutantOf("weight-moved", found, item.points, item.points + 1, moved);
    }
  }
};

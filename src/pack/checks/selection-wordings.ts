/** What a selection says stands alone: it reads no value, so no placeholder can be filled in. */
import type { Check } from "../context.js";
import { inside } from "../place.js";
import { rulingsOf } from "../rulings.js";
import { wrongIn } from "./placeholders.js";

export const rulingsStandAlone: Check = {
  needs: ["selection"],
  find: ({ parts }) =>
    rulingsOf(parts.selection).flatMap(({ ruling, place }) => wrongIn(ruling.says, new Set(), inside(place, "says"))),
};

/** What is cited exists in the law. */
import { nearest } from "../../kernel/nearest.js";
import { citationsOf } from "../citations.js";
import type { Check } from "../context.js";
import { packFailure } from "../pack-failure.js";
import { inside } from "../place.js";

export const provisionsExist: Check = {
  needs: ["law"],
  find: (context) =>
    citationsOf(context)
      .filter(({ provision }) => !context.provisions.has(provision))
      .map(({ provision: found, place }) => {
        // One article is not meant by another, near as their numbers may be.
        const sameArticle = [...context.provisions.keys()].filter((eId) => articleOf(eId) === articleOf(found));
        return packFailure(inside(place, "provision"), { code: "unknown-provision", found, near: nearest(found, sameArticle) });
      }),
};

function articleOf(eId: string): string | undefined {
  return eId.split("__")[0];
}

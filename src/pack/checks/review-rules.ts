/** The pack's own review rules are for its own stages, and within reach of its own points. */
import type { Check } from "../context.js";
import type { PackFailure } from "../pack-error.js";
import { placeIn } from "../place.js";
import { failuresOf } from "../shape/from-zod.js";
import { reviewRulesFor } from "../shape/review-rules.js";

export const reviewRulesFit: Check = {
  needs: ["criteria", "selection", "review-rules"],
  find({ parts: { criteria, selection, "review-rules": rules }, found }) {
    // Where something is wrong with the stages, no rules can fit them.
    if (found.some(isWithStages)) return [];
    const issues = reviewRulesFor(selection, criteria).safeParse(rules).error?.issues ?? [];
    return failuresOf(issues, rules, placeIn("review-rules.json"));
  },
};

function isWithStages({ file, pointer, code }: PackFailure): boolean {
  return file === "selection.json" && (pointer.startsWith("/stages") || code === "missing-member" || code === "stray-shortlist");
}

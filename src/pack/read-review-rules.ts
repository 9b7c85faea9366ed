/** Review rules that a caller gives in place of a pack's own. */
import type { Criteria } from "../kernel/criteria.js";
import type { Failure } from "../kernel/failure.js";
import type { ReviewRules } from "../kernel/review-rules.js";
import type { Selection } from "../kernel/selection.js";
import { frozenCopy } from "./frozen-copy.js";
import { inOrder } from "./in-order.js";
import type { PackFailure } from "./pack-error.js";
import { fileOf } from "./parts.js";
import { placeIn } from "./place.js";
import { failuresOf } from "./shape/from-zod.js";
import { reviewRulesFor } from "./shape/review-rules.js";

export type ReadReviewRules =
  | { readonly ok: true; readonly rules: ReviewRules }
  | { readonly ok: false; readonly errors: readonly Failure[] };

/**
 * @param value unknown JSON; what is given is copied
 * @param selection the pack's: its stages are those that rules are given for
 * @param criteria the pack's: no limit lies above their points
 * @param pointer where `value` stands in what was asked, as a JSON Pointer
 * @returns the rules, frozen, or everything that is wrong with them, from top to bottom
 * @example readReviewRules(body.reviewRules, selection, criteria, "/reviewRules")
 */
export function readReviewRules(value: unknown, selection: Selection, criteria: Criteria, pointer = ""): ReadReviewRules {
  const place = placeIn(fileOf("review-rules"));
  const frozen = frozenCopy(value, place);
  if ("failure" in frozen) return { ok: false, errors: [asFailure(frozen.failure, pointer)] };
  const issues = reviewRulesFor(selection, criteria).safeParse(frozen.copy).error?.issues ?? [];
  if (issues.length === 0) return { ok: true, rules: frozen.copy as ReviewRules };
  const failures = inOrder(failuresOf(issues, frozen.copy, place), new Map([[place.file, frozen.copy]]));
  return { ok: false, errors: failures.map((failure) => asFailure(failure, pointer)) };
}

/** INVARIANT: the codes that the shape of review rules gives are codes of a failure; the tests hold every one to it. */
function asFailure({ file: _, line: __, ...failure }: PackFailure, pointer: string): Failure {
  return { ...failure, code: failure.code as Failure["code"], pointer: pointer + failure.pointer };
}

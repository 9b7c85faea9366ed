/** One edition, one selection. */
import type { Handler } from "hono";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import { failure } from "../kernel/failure.js";
import { select } from "../selection/select.js";
import { MAX_SHEETS_BYTES } from "./body.js";
import { type Awards, findAward } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { requireMostRows } from "./most-rows.js";
import { refusalOf } from "./problem.js";
import { invalidOfKind, readJson } from "./question.js";
import type { Scorers } from "./scorers.js";

const SELECTED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

export const SELECTION_PATH = "/v1/awards/:award/selection";

export function selectionHandler(awards: Awards, scorers: Scorers): Handler<object, typeof SELECTION_PATH> {
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    const criteria = criteriaOfSelection(award);
    const question = await readJson(c.req.raw, MAX_SHEETS_BYTES);
    requireMostRows(question, ["applicants", "sheets", "interests", "held"]);
    const answer = select(award, await scorers(award, criteria), question);
    if (!answer.ok) throw invalidOfKind(answer.errors, question);
    return new Response(JSON.stringify(answer.selection), SELECTED);
  };
}

/** @throws Refusal where the pack does without a selection */
function criteriaOfSelection({ id, files }: Award): Criteria {
  const { criteria, selection, "review-rules": rules } = files;
  if (criteria !== undefined && selection !== undefined && rules !== undefined) return criteria;
  throw refusalOf("absent-part", failure("", { code: "no-selection", award: id }));
}

/** Score sheets, each to what it comes to. */
import type { Handler } from "hono";
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import { failure } from "../kernel/failure.js";
import { scoreSheets } from "../selection/score-sheets.js";
import { MAX_SHEETS_BYTES } from "./body.js";
import { type Awards, findAward } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { requireMostRows } from "./most-rows.js";
import { refusalOf } from "./problem.js";
import { invalidOfKind, readJson } from "./question.js";
import type { Scorers } from "./scorers.js";

const SCORED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

export const SCORES_PATH = "/v1/awards/:award/scores";

export function scoresHandler(awards: Awards, scorers: Scorers): Handler<object, typeof SCORES_PATH> {
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    const criteria = requireCriteria(award);
    const question = await readJson(c.req.raw, MAX_SHEETS_BYTES);
    requireMostRows(question, ["sheets"]);
    const answer = await scoreSheets(award, await scorers(award, criteria), question);
    if (!answer.ok) throw invalidOfKind(answer.errors, question);
    return new Response(JSON.stringify(answer.scores), SCORED);
  };
}

/** @throws Refusal where the pack does without criteria */
export function requireCriteria({ id, files: { criteria } }: Award): Criteria {
  if (criteria !== undefined) return criteria;
  throw refusalOf("absent-part", failure("", { code: "absent-part", part: "criteria", award: id }));
}

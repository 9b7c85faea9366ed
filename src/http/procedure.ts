/** One case, one answer: what is asked of a log of events by the procedure of its award. */
import type { Handler } from "hono";
import { loadOfficialCalendar } from "../files/official-calendar.js";
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import { audit } from "../procedure/audit.js";
import { readCaseQuestion } from "./case-question.js";
import { type Awards, findAward } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { refusalOf } from "./problem.js";

/** By the last step of the path. */
const ANSWERS = {
  audit,
} as const satisfies Readonly<Record<string, Ask>>;

export type CaseQuestionName = keyof typeof ANSWERS;

export const CASE_QUESTIONS = Object.keys(ANSWERS) as CaseQuestionName[];

export function casePath(name: CaseQuestionName) {
  return `/v1/awards/:award/procedure/${name}` as const;
}

export function procedureHandler(awards: Awards, name: CaseQuestionName): Handler<object, ReturnType<typeof casePath>> {
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    requireProcedure(award);
    const { question, isPartial, refused } = await readCaseQuestion(c.req.raw);
    const answer = ANSWERS[name](award, question, await loadOfficialCalendar());
    if (!answer.ok) throw refused(answer.errors);
    if (isPartial) throw refused([]);
    return new Response(JSON.stringify(answer.result), ANSWERED);
  };
}

const ANSWERED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

type Ask = (
  award: Award,
  question: unknown,
  official: OfficialCalendar,
) => { readonly ok: true; readonly result: object } | { readonly ok: false; readonly errors: readonly Failure[] };

/** @throws Refusal where the pack does without a procedure */
function requireProcedure({ id, files: { procedure } }: Award): void {
  if (procedure === undefined) throw refusalOf("absent-part", failure("", { code: "absent-part", part: "procedure", award: id }));
}

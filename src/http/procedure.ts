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
  audit: asking(audit, (answer) => answer.audit),
} as const satisfies Readonly<Record<string, Ask<object>>>;

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
    return new Response(JSON.stringify(answer.body), ANSWERED);
  };
}

const ANSWERED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };

interface Refused {
  readonly ok: false;
  readonly errors: readonly Failure[];
}

type Ask<Body> = (
  award: Award,
  question: unknown,
  official: OfficialCalendar,
) => { readonly ok: true; readonly body: Body } | Refused;

/** @param ask as `src/procedure` answers it @param bodyOf what of the answer is sent */
function asking<Answer extends { readonly ok: true }, Body extends object>(
  ask: (...asked: Parameters<Ask<Body>>) => Answer | Refused,
  bodyOf: (answer: Answer) => Body,
): Ask<Body> {
  return (...asked) => {
    const answer = ask(...asked);
    return answer.ok ? { ok: true, body: bodyOf(answer) } : answer;
  };
}

/** @throws Refusal where the pack does without a procedure */
function requireProcedure({ id, files: { procedure } }: Award): void {
  if (procedure === undefined) throw refusalOf("absent-part", failure("", { code: "absent-part", part: "procedure", award: id }));
}

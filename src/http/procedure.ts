/** One case, one answer: what is asked of a log of events by the procedure of its award. */
import type { Handler } from "hono";
import { loadOfficialCalendar } from "../files/official-calendar.js";
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import { audit } from "../procedure/audit.js";
import { deadlines } from "../procedure/deadlines.js";
import { next } from "../procedure/next.js";
import { obligations } from "../procedure/obligations.js";
import { CALENDAR_TYPE, type Chosen, calendarOf } from "./calendar.js";
import { readCaseQuestion } from "./case-question.js";
import { type Awards, findAward } from "./find.js";
import { JSON_TYPE, NO_STORE } from "./headers.js";
import { jsonBody } from "./json-body.js";
import { preferredLanguage } from "./language.js";
import { negotiated } from "./negotiate.js";
import { refusalOf } from "./problem.js";

/** By the last step of the path. */
const ANSWERS = {
  audit,
  next,
  deadlines,
  obligations,
} as const satisfies Readonly<Record<string, Ask>>;

export type CaseQuestionName = keyof typeof ANSWERS;

export const CASE_QUESTIONS = Object.keys(ANSWERS) as CaseQuestionName[];

/** Those that a calendar can answer too, and by which of the deadlines. */
const CALENDARS: Readonly<Partial<Record<CaseQuestionName, Chosen>>> = {
  deadlines: () => true,
  obligations: ({ rule }) => rule.startsWith("obligations/"),
};

export function casePath(name: CaseQuestionName) {
  return `/v1/awards/:award/procedure/${name}` as const;
}

export function procedureHandler(awards: Awards, name: CaseQuestionName): Handler<object, ReturnType<typeof casePath>> {
  const chosen = CALENDARS[name];
  return async (c) => {
    const award = findAward(awards, c.req.param("award"));
    requirePart(award, "procedure");
    if (name === "obligations") requirePart(award, "obligations");
    const { headers } = c.req.raw;
    const isCalendar = chosen !== undefined && negotiated(headers.get("accept"), TYPES) === CALENDAR_TYPE;
    const { question, isPartial, refused } = await readCaseQuestion(c.req.raw);
    const official = await loadOfficialCalendar();
    const language = preferredLanguage(headers.get("accept-language"));
    const answer = isCalendar
      ? calendarOf(award, question, official, { chosen, language })
      : ANSWERS[name](award, question, official);
    if (!answer.ok) throw refused(answer.errors);
    if (isPartial) throw refused([]);
    if (typeof answer.result === "string")
      return new Response(answer.result, { headers: { ...AS_CALENDAR, "content-language": language } });
    return new Response(jsonBody(answer.result), chosen === undefined ? ANSWERED : NEGOTIATED);
  };
}

const TYPES = ["application/json", CALENDAR_TYPE] as const;
const ANSWERED = { headers: { ...NO_STORE, "content-type": JSON_TYPE } };
const NEGOTIATED = { headers: { ...ANSWERED.headers, vary: "Accept" } };
const AS_CALENDAR = { ...NO_STORE, "content-type": `${CALENDAR_TYPE}; charset=utf-8`, vary: "Accept, Accept-Language" };

type Ask = (
  award: Award,
  question: unknown,
  official: OfficialCalendar,
) => { readonly ok: true; readonly result: object } | { readonly ok: false; readonly errors: readonly Failure[] };

/** @throws Refusal where the pack does without it */
function requirePart({ id, files }: Award, part: "procedure" | "obligations"): void {
  if (files[part] === undefined) throw refusalOf("absent-part", failure("", { code: "absent-part", part, award: id }));
}

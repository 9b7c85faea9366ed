/** Deadlines of a case as an iCalendar file, for a calendar application. */
import { writeIcs } from "../files/calendar/write-ics.js";
import type { Award } from "../kernel/award.js";
import type { Failure } from "../kernel/failure.js";
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import { type Deadline, deadlines } from "../procedure/deadlines.js";
import type { Language } from "./language.js";

export const CALENDAR_TYPE = "text/calendar";

/** Whether a deadline is of those asked for. */
export type Chosen = (deadline: Deadline) => boolean;

export type CalendarAnswer =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export function calendarOf(
  award: Award,
  question: unknown,
  official: OfficialCalendar,
  { chosen, language }: { readonly chosen: Chosen; readonly language: Language },
): CalendarAnswer {
  const answer = deadlines(award, question, official);
  if (!answer.ok) return answer;
  const { asOf, deadlines: all } = answer.result;
  return { ok: true, result: writeIcs(award, all.filter(chosen), { asOf, language }) };
}

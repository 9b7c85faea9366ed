/** What a question about a case holds, whatever is asked of it: the log, the day, and the official calendar. */
import type { Award } from "../kernel/award.js";
import { formatDate, parseDate } from "../kernel/date.js";
import { type Failure, failure } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import type { Arrangement, OfficialCalendar } from "../kernel/official-calendar.js";
import type { Procedure } from "../kernel/procedure.js";
import { isRecord } from "../kernel/read-facts.js";
import { readOfficialCalendar } from "../kernel/read-official-calendar.js";
import { type Readings, readReadings } from "../kernel/read-readings.js";
import type { CaseEvent, CaseLog } from "./log.js";
import { logContextOf } from "./log-context.js";
import { readLog } from "./read-log.js";

export interface Case {
  readonly procedure: Procedure;
  readonly log: CaseLog;
  /** The day at whose end it is asked. */
  readonly asOf: number;
  /** What is known then: what happened later, or was recorded later, is not. In the order in which it happened. */
  readonly known: readonly CaseEvent[];
  readonly readings: Readings;
  /** Of the pack, by name. */
  readonly parameters: ReadonlyMap<string, number>;
  readonly calendar: OfficialCalendar;
  /** Years whose official calendar the question brings, and those of them that are known otherwise. */
  readonly given: { readonly years: readonly number[]; readonly replaced: readonly number[] };
}

export type ReadCase = { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly errors: readonly Failure[] };

/**
 * @param question `{ edition, applicants, events, asOf?, interpretations?, calendar? }`; without `asOf` the last day of the log is
 *   meant, and `calendar` adds years to the official one, or stands in place of them
 * @param official the official calendar of the years that are known
 */
export function readCase(award: Award, question: unknown, official: OfficialCalendar): ReadCase {
  const { procedure, parameters } = award.files;
  if (procedure === undefined) {
    return { ok: false, errors: [failure("", { code: "absent-part", part: "procedure", award: award.id })] };
  }
  const { asOf: askedDay, calendar: own, interpretations, ...logged } = isRecord(question) ? question : { log: question };
  const failures = new FailureList();
  const calendar = own === undefined ? null : readOfficialCalendar(own, "/calendar");
  if (calendar?.ok === false) failures.push(...calendar.errors);
  const asked = askedDay === undefined ? undefined : typeof askedDay === "string" ? parseDate(askedDay) : null;
  if (asked === null) failures.add("/asOf", { code: "not-a-date", found: askedDay });
  const readings = readReadings(award, interpretations, failures);
  const context = logContextOf(award, procedure);
  const { inForceFrom } = context;
  if (typeof asked === "number" && asked < inForceFrom) {
    const from = formatDate(inForceFrom);
    failures.add("/asOf", { code: "not-in-force", asOf: formatDate(asked), from, award: award.id });
  }
  const read = readLog(isRecord(question) ? logged : question, context);
  if (!read.ok) failures.push(...read.errors);
  if (failures.length > 0 || !read.ok) return { ok: false, errors: failures.all() };
  const added = calendar?.ok ? calendar.calendar : new Map<number, Arrangement>();
  const years = [...added.keys()];
  const asOf = asked ?? lastDay(read.log, context.inForceFrom);
  return {
    ok: true,
    case: {
      procedure,
      log: read.log,
      asOf,
      readings,
      known: read.log.events.filter(({ occurredOn, recordedOn }) => occurredOn <= asOf && recordedOn <= asOf),
      parameters: new Map(parameters.parameters.flatMap(({ name, value }) => (typeof value === "number" ? [[name, value]] : []))),
      calendar: years.length === 0 ? official : new Map([...official, ...added]),
      given: { years, replaced: years.filter((year) => official.has(year)) },
    },
  };
}

function lastDay({ events }: CaseLog, first: number): number {
  return events.reduce((last, { recordedOn }) => Math.max(last, recordedOn), first);
}

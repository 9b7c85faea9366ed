/** Audit as a decision: what in this log is not as the procedure asks, by which provision, as was known on a day? */
import type { Notice } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { formatDate, parseDate } from "../kernel/date.js";
import { type Failure, failure } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import { superseded } from "../kernel/notice.js";
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import { isRecord } from "../kernel/read-facts.js";
import { readOfficialCalendar } from "../kernel/read-official-calendar.js";
import type { Text } from "../kernel/text.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { auditLog } from "./audit-log.js";
import { wordsOf } from "./audit-words.js";
import type { Finding } from "./finding.js";
import type { CaseLog } from "./log.js";
import { readLog } from "./read-log.js";

/** One thing that is not as it should be. */
export interface Breach {
  /** `procedure/recommendation-of-eligible`: the constraint, or the activity, of the pack. */
  readonly rule: string;
  readonly kind: Finding["wrong"]["kind"];
  /** `false` where a fact that is not known, or an official calendar, may still clear it. */
  readonly certain: boolean;
  readonly provision: string;
  readonly quote: string;
  /** `null` where it is of the edition as a whole. */
  readonly applicant: string | null;
  /** JSON Pointers of the events, the wrong one first. */
  readonly events: readonly string[];
  readonly says: Text;
}

export interface AuditResult {
  readonly award: string;
  /** What happened or was recorded after this day was not known yet. */
  readonly asOf: string;
  readonly events: number;
  /** In the order of the events they are about. */
  readonly breaches: readonly Breach[];
  /** Events that were recorded later than they happened. */
  readonly recordedLate: readonly { readonly event: string; readonly occurredOn: string; readonly recordedOn: string }[];
  readonly notices: readonly Notice[];
  readonly ruleset: Award["ruleset"];
  readonly kernel: string;
}

export type AuditAnswer =
  | { readonly ok: true; readonly audit: AuditResult }
  | { readonly ok: false; readonly errors: readonly Failure[] };

/**
 * Pure: the same award, question and calendar give the same answer.
 * @param award made by `loadAward`
 * @param question `{ edition, applicants, events, asOf?, calendar? }`, checked here; without `asOf` the last day of the log is meant,
 *   and `calendar` adds years to the official one, or stands in place of them
 * @param official the official calendar of the years that are known
 * @throws never, for such an award
 */
export function audit(award: Award, question: unknown, official: OfficialCalendar): AuditAnswer {
  const { procedure, pack, parameters } = award.files;
  if (procedure === undefined) return refused([failure("", { code: "absent-part", part: "procedure", award: award.id })]);
  const { asOf: askedDay, calendar: own, ...logged } = isRecord(question) ? question : { log: question };
  const failures = new FailureList();
  const calendar = own === undefined ? null : readOfficialCalendar(own, "/calendar");
  if (calendar?.ok === false) failures.push(...calendar.errors);
  const asked = askedDay === undefined ? undefined : typeof askedDay === "string" ? parseDate(askedDay) : null;
  if (asked === null) failures.add("/asOf", { code: "not-a-date", found: askedDay });
  const context = {
    procedure,
    bodies: pack.bodies.map(({ name }) => name),
    inForceFrom: parseDate(pack.inForce.from) as number,
    award: award.id,
  };
  const read = readLog(isRecord(question) ? logged : question, context);
  if (!read.ok) failures.push(...read.errors);
  if (failures.length > 0 || !read.ok) return refused(failures.all());
  const asOf = asked ?? lastDay(read.log, context.inForceFrom);
  const values = new Map(parameters.parameters.flatMap(({ name, value }) => (typeof value === "number" ? [[name, value]] : [])));
  const known = calendar?.ok ? new Map([...official, ...calendar.calendar]) : official;
  const { findings } = auditLog(procedure, read.log, asOf, values, known);
  const constraints = new Set<unknown>(procedure.constraints);
  return {
    ok: true,
    audit: {
      award: award.id,
      asOf: formatDate(asOf),
      events: read.log.events.filter(({ occurredOn, recordedOn }) => occurredOn <= asOf && recordedOn <= asOf).length,
      breaches: findings.map((finding) => breachOf(award, finding, constraints.has(finding.asked))),
      recordedLate: read.log.events
        .filter(({ occurredOn, recordedOn }) => recordedOn > occurredOn && recordedOn <= asOf)
        .map(({ at, occurredOn, recordedOn }) => ({
          event: `/events/${at}`,
          occurredOn: formatDate(occurredOn),
          recordedOn: formatDate(recordedOn),
        })),
      notices: superseded(award, formatDate(asOf)),
      ruleset: award.ruleset,
      kernel: KERNEL_VERSION,
    },
  };
}

function refused(errors: readonly Failure[]): AuditAnswer {
  return { ok: false, errors };
}

function lastDay({ events }: CaseLog, first: number): number {
  return events.reduce((last, { recordedOn }) => Math.max(last, recordedOn), first);
}

function breachOf(award: Award, finding: Finding, isConstraint: boolean): Breach {
  const { asked, event, other, wrong, isCertain } = finding;
  return {
    rule: `procedure/${isConstraint ? "" : "activities/"}${asked.name}`,
    kind: wrong.kind,
    certain: isCertain,
    provision: asked.provision,
    quote: asked.quote,
    applicant: event.applicant,
    events: [event, ...(other === null ? [] : [other])].map(({ at }) => `/events/${at}`),
    says: wordsOf(award, finding),
  };
}

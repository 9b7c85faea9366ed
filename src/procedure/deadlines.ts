/** Deadlines as a decision: by when, or from when on, is what to be done, and how was that day counted? */
import type { Award } from "../kernel/award.js";
import { interpretationsIn } from "../kernel/by-reading.js";
import { formatDate } from "../kernel/date.js";
import type { Named } from "../kernel/model.js";
import { NOTHING_ARRANGED, type OfficialCalendar } from "../kernel/official-calendar.js";
import type { Text } from "../kernel/text.js";
import { UNKNOWN } from "../kernel/truth.js";
import { type AnswerHead, type CaseAnswer, headOf, pointerOf } from "./answer-head.js";
import { type CountedPeriod, countedPeriod } from "./counted-period.js";
import { dutiesOf, type Owed } from "./duties.js";
import { isOver, isPast, type Limit, limitsOf } from "./limits.js";
import { tooManyPeriods } from "./most-periods.js";
import { type Case, readCase } from "./read-case.js";

/** `running`: nothing done, and the day has not come; `over`: nothing done, and it has; `kept` and `broken`: done in time, or not. */
export type DeadlineStatus = "running" | "over" | "kept" | "broken";

export interface Deadline {
  /** `procedure/…` or `obligations/…`: the constraint or the duty of the pack. */
  readonly rule: string;
  /** On the day at the latest, or at the earliest. */
  readonly kind: "not-after" | "not-before";
  readonly date: string;
  readonly activity: Named;
  /** `null` where it is of the edition, or of every applicant. */
  readonly applicant: string | null;
  readonly status: DeadlineStatus;
  /** `false` where a fact that is not known, or an official calendar, may still change day or status. */
  readonly certain: boolean;
  /** `null` where the day is one that the case says. */
  readonly counted: CountedPeriod | null;
  /** JSON Pointer and day of what was done; `null` where nothing was. */
  readonly done: string | null;
  readonly doneOn: string | null;
  readonly provision: string;
  readonly quote: string;
  readonly says: Text;
}

export interface DeadlinesResult extends AnswerHead {
  /** By their days. */
  readonly deadlines: readonly Deadline[];
}

export type DeadlinesAnswer = CaseAnswer<DeadlinesResult>;

/**
 * Pure: the same award, question and calendar give the same answer.
 * @param award made by `loadAward`
 * @param question as `readCase` has it, checked here
 * @param official the official calendar of the years that are known; without it every counted day is provisional
 * @throws never, for such an award
 */
export function deadlines(award: Award, question: unknown, official: OfficialCalendar = NOTHING_ARRANGED): DeadlinesAnswer {
  const read = readCase(award, question, official);
  if (!read.ok) return read;
  const tooMany = tooManyPeriods(award.files.obligations, read.case);
  if (tooMany.length > 0) return { ok: false, errors: tooMany };
  const duties = award.files.obligations?.duties ?? [];
  return {
    ok: true,
    result: { ...headOf(award, read.case, duties.flatMap(interpretationsIn)), deadlines: deadlinesOf(award, read.case) },
  };
}

/** Those of the procedure, and those of the duties that have one, by their days. */
export function deadlinesOf({ files: { obligations } }: Award, asked: Case): readonly Deadline[] {
  const limits = limitsOf(asked).map((limit) => ofLimit(limit, asked));
  const duties = obligations === undefined ? [] : dutiesOf(obligations, asked).flatMap((owed) => ofDuty(owed, asked));
  return [...limits, ...duties].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function ofLimit(limit: Limit, asked: Case): Deadline {
  const { constraint, kind, activity, applicant, day, counted, done } = limit;
  const { status, isKnown } = standingOf(limit, asked);
  return {
    rule: `procedure/${constraint.name}`,
    kind,
    date: formatDate(day),
    activity: { name: activity.name, label: activity.label },
    applicant,
    status,
    certain: limit.isCertain && isKnown && (counted?.end.counted.provisional ?? []).length === 0,
    counted: counted === null ? null : countedPeriod(counted.end, counted.from),
    done: done === null ? null : pointerOf(done),
    doneOn: done === null ? null : formatDate(done.occurredOn),
    provision: constraint.provision,
    quote: constraint.quote,
    says: constraint.says,
  };
}

function standingOf(limit: Limit, asked: Case): { readonly status: DeadlineStatus; readonly isKnown: boolean } {
  const { kind, done } = limit;
  const on = done?.occurredOn ?? asked.asOf;
  const isKnown = isOver(limit, on, asked) !== UNKNOWN;
  const isPassed = isPast(limit, on);
  if (done === null) return { status: isPassed ? "over" : "running", isKnown };
  return { status: isPassed === (kind === "not-before") ? "kept" : "broken", isKnown };
}

function ofDuty({ duty, applicant, status, isCertain, term, settledBy, isLate }: Owed, asked: Case): readonly Deadline[] {
  if (term === null || term.end === null || status === "waived") return [];
  const { name, provision, quote, says, fulfilledBy } = duty;
  const activity = asked.procedure.activities.find((one) => one.name === fulfilledBy.activity) as Named;
  const open = status === "overdue" ? "over" : "running";
  return [
    {
      rule: `obligations/${name}`,
      kind: "not-after",
      date: formatDate(term.end.last),
      activity: { name: activity.name, label: activity.label },
      applicant,
      status: status === "fulfilled" ? (isLate ? "broken" : "kept") : open,
      certain: isCertain && term.end.counted.provisional.length === 0,
      counted: countedPeriod(term.end, term.trigger.event),
      done: settledBy === null ? null : pointerOf(settledBy),
      doneOn: settledBy === null ? null : formatDate(settledBy.occurredOn),
      provision,
      quote,
      says,
    },
  ];
}

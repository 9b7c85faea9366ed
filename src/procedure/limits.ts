/** Time limits of a case: before and after which day an activity is to be done, and whether it was. */
import { endOf, isShorter, type Period, type PeriodEnd } from "../kernel/period.js";
import type { Absence, Activity, Condition, Constraint, Operand, Precedence, Response } from "../kernel/procedure.js";
import { FALSE, TRUE, type Truth, truthOf, UNKNOWN } from "../kernel/truth.js";
import { periodOf } from "./amount.js";
import { adjusted } from "./condition.js";
import { grouped } from "./grouped.js";
import type { CaseEvent } from "./log.js";
import { keyFor, matcherOf } from "./matching.js";
import type { Case } from "./read-case.js";
import { constraintsUnder } from "./under.js";

export interface Limit {
  readonly constraint: Constraint;
  readonly activity: Activity;
  /** `null` where it is of the edition, or of every applicant. */
  readonly applicant: string | null;
  /** `not-before`: on the day at the earliest; `not-after`: at the latest. */
  readonly kind: "not-before" | "not-after";
  readonly day: number;
  /** How the day was counted, and from which event; `null` where it is a date that is given. */
  readonly counted: { readonly end: PeriodEnd; readonly period: Period; readonly from: CaseEvent } | null;
  /** What was done, whether in time or not; `null` where it was not. */
  readonly done: CaseEvent | null;
  /** `false` where what began the time, or what was done, may be something else. */
  readonly isCertain: boolean;
}

/** @returns in the order of the constraints and of what began them */
export function limitsOf(asked: Case): readonly Limit[] {
  return constraintsUnder(asked.procedure, asked.readings).flatMap((constraint) => {
    switch (constraint.template) {
      case "precedence":
        return [
          ...countedLimits(constraint, constraint.after, "not-before", asked),
          ...countedLimits(constraint, constraint.within, "not-after", asked),
        ];
      case "response":
        return countedLimits(constraint, constraint.within, "not-after", asked);
      case "absence":
        return datedLimits(constraint, asked);
      default:
        return [];
    }
  });
}

/** Whether, on a day, the time that runs to a limit is over. */
export function isOver(limit: Limit, on: number, { calendar }: Case): Truth {
  const { counted } = limit;
  if (counted === null) return truthOf(isPast(limit, on));
  const { shorter } = isShorter(counted.from.occurredOn, on - 1, counted.period, calendar);
  return shorter === null ? UNKNOWN : truthOf(!shorter);
}

/** The same, as far as the official calendar is known. */
export function isPast({ kind, day }: Limit, on: number): boolean {
  return kind === "not-before" ? on >= day : on > day;
}

function activityOf({ procedure }: Case, name: string): Activity {
  return procedure.activities.find((activity) => activity.name === name) as Activity;
}

function countedLimits(
  constraint: Constraint & (Precedence | Response),
  span: Precedence["after"],
  kind: Limit["kind"],
  asked: Case,
): readonly Limit[] {
  if (span === undefined) return [];
  const { first, second, same, template } = constraint;
  const period = periodOf(span, asked);
  const [begins, ends] = [first, second].map(({ activity }) => activityOf(asked, activity)) as [Activity, Activity];
  const keyOf = keyFor([begins, ends], same);
  const [isFirst, isSecond] = [matcherOf(first, asked), matcherOf(second, asked)];
  const closed: Limit[] = [];
  const open = new Map<string, Limit[]>();
  for (const event of asked.known) {
    const [one, another] = [isFirst.matches(event), isSecond.matches(event)];
    const key = one === FALSE && another === FALSE ? null : keyOf(event);
    if (key === null) continue;
    if (another !== FALSE) {
      for (const limit of open.get(key) ?? [])
        closed.push({ ...limit, done: event, isCertain: limit.isCertain && another === TRUE });
      open.delete(key);
    }
    if (one === FALSE) continue;
    const end = endOf(period, event.occurredOn, asked.calendar);
    const limit: Limit = {
      constraint,
      activity: ends,
      applicant: ends.of === "applicant" ? event.applicant : null,
      kind,
      // What comes on the last day itself comes too soon.
      day: kind === "not-before" ? end.last + 1 : end.last,
      counted: { end, period, from: event },
      done: null,
      isCertain: one === TRUE,
    };
    // Of several that come before, the last is meant; each has its own response.
    const before = template === "precedence" && one === TRUE ? undefined : open.get(key);
    if (before === undefined) open.set(key, [limit]);
    else before.push(limit);
  }
  return [...closed, ...[...open.values()].flat()].sort((a, b) => fromOf(a) - fromOf(b));
}

function fromOf({ counted }: Limit): number {
  return counted?.from.occurredOn ?? 0;
}

/** Where nothing may be done before, or after, a day that the case says. */
function datedLimits(constraint: Constraint & Absence, asked: Case): readonly Limit[] {
  const { of, beyond, between } = constraint;
  const [condition, more] = of.where ?? [];
  if (beyond !== undefined || between !== undefined || condition === undefined || more !== undefined) return [];
  const bound = boundOf(condition);
  if (bound === null) return [];
  const activity = activityOf(asked, of.activity);
  const names =
    activity.of === "applicant" && "of" in bound.date && bound.date.of === "applicant"
      ? [...asked.log.applicants.keys()]
      : [null];
  const byApplicant = eventsOf(activity, asked);
  return names.flatMap((applicant): readonly Limit[] => {
    const day = dateOf(bound.date, applicant, asked);
    if (day === undefined) return [];
    // Of a day that is set for all applicants, the first of them to come tells whether none came before it, but none that all came by it.
    const isForAll = activity.of === "applicant" && applicant === null;
    const own = byApplicant.get(applicant) ?? [];
    const events = !isForAll ? own : bound.kind === "not-before" ? inOrder([...byApplicant.values()].flat()) : [];
    const isWrong = ({ occurredOn }: CaseEvent) => (bound.kind === "not-after" ? occurredOn > day : occurredOn < day);
    const done = events.find(isWrong) ?? events[0] ?? null;
    return [{ constraint, activity, applicant, kind: bound.kind, day, counted: null, done, isCertain: true }];
  });
}

function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.toSorted((a, b) => a.occurredOn - b.occurredOn || a.at - b.at);
}

function eventsOf({ name }: Activity, { known }: Case): ReadonlyMap<string | null, readonly CaseEvent[]> {
  return grouped(
    known.filter(({ activity }) => activity === name),
    ({ applicant }) => applicant,
  );
}

/** What is wrong above a date is to be done by it, and what is wrong below one not before it. */
function boundOf({ left, is, right }: Condition): { readonly kind: Limit["kind"]; readonly date: Operand } | null {
  if (is !== "above") return null;
  if (isItsDay(left)) return isItsDay(right) ? null : { kind: "not-after", date: right };
  return isItsDay(right) ? { kind: "not-before", date: left } : null;
}

function isItsDay(operand: Operand): boolean {
  return "its" in operand && operand.its === "day" && operand.plus === undefined;
}

/** @returns `undefined` where it is not known, or not said of the case */
function dateOf(operand: Operand, applicant: string | null, { log, parameters }: Case): number | undefined {
  if (!("data" in operand)) return undefined;
  const data =
    operand.of === "edition" ? log.edition : operand.of === "applicant" ? log.applicants.get(applicant ?? "") : undefined;
  const day = data?.get(operand.data);
  if (typeof day !== "number") return undefined;
  return adjusted(day, operand, { parameters }) as number;
}

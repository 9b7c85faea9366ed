/** What is owed: each duty of each applicant it binds, period by period, and whether it was done. */
import { underReadings } from "../kernel/by-reading.js";
import type { Duty, Obligations } from "../kernel/obligations.js";
import { isShorter, type PeriodEnd } from "../kernel/period.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../kernel/truth.js";
import { allHold } from "./condition.js";
import type { CaseEvent } from "./log.js";
import { matcherOf, type Sighting, sightingsOf } from "./matching.js";
import type { Case } from "./read-case.js";
import { fulfilments, type Term, termsOf } from "./terms.js";

export type DutyStatus = "not-yet" | "due" | "overdue" | "fulfilled" | "waived";

/** A duty of one applicant, or one period of it. */
export interface Owed {
  readonly duty: Duty;
  readonly applicant: string;
  readonly status: DutyStatus;
  /** `false` where a fact that is not known, or the official calendar of a year, may still change it. */
  readonly isCertain: boolean;
  /** `null` where nothing has given rise to it yet. */
  readonly term: Term | null;
  /** What fulfilled it, or ended it. */
  readonly settledBy: CaseEvent | null;
  /** Fulfilled, but after its last day. */
  readonly isLate: boolean;
}

/** @returns in the order of the duties, of the applicants and of the periods */
export function dutiesOf({ duties }: Obligations, asked: Case): readonly Owed[] {
  const events = byApplicant(asked);
  return duties.flatMap((duty) => [...events].flatMap(([applicant, own]) => owedBy(duty, applicant, own, asked)));
}

function byApplicant({ log, known }: Case): ReadonlyMap<string, readonly CaseEvent[]> {
  const events = new Map<string, CaseEvent[]>([...log.applicants.keys()].map((name) => [name, []]));
  for (const event of known) if (event.applicant !== null) events.get(event.applicant)?.push(event);
  return events;
}

/** What bears on all periods of a duty of one applicant. */
interface Standing {
  readonly isBound: Truth;
  readonly isWaived: Truth;
  readonly end: Sighting | null;
}

function owedBy(duty: Duty, applicant: string, events: readonly CaseEvent[], asked: Case): readonly Owed[] {
  const bindings = sightingsOf(matcherOf(duty.binds, asked), events);
  const bound = bindings.find(({ truth }) => truth === TRUE) ?? bindings[0];
  if (bound === undefined) return [];
  const since = events.slice(events.indexOf(bound.event));
  const ending = duty.endedBy === undefined ? null : underReadings(duty.endedBy, asked.readings.readings);
  const standing: Standing = {
    isBound: bound.truth,
    isWaived: duty.unless === undefined ? FALSE : allHold(duty.unless, asked, bound.event, null),
    end: (ending === null ? undefined : sightingsOf(matcherOf(ending, asked), since)[0]) ?? null,
  };
  const triggers = duty.trigger === undefined ? [bound] : sightingsOf(matcherOf(duty.trigger, asked), since);
  if (triggers.length === 0) return [{ duty, applicant, term: null, isLate: false, ...unsettled(null, standing, asked) }];
  const terms = triggers.flatMap((trigger) => termsOf(duty, trigger, asked)).sort((a, b) => a.begins - b.begins);
  const done = fulfilments(terms, sightingsOf(matcherOf(duty.fulfilledBy, asked), since), duty);
  return terms.map((term) => {
    const fulfilment = done.get(term);
    const outcome = fulfilment === undefined ? unsettled(term, standing, asked) : fulfilled(term, fulfilment, standing, asked);
    return { duty, applicant, term, isLate: false, ...outcome };
  });
}

type Outcome = Pick<Owed, "status" | "isCertain" | "settledBy"> & Partial<Pick<Owed, "isLate">>;

function fulfilled(term: Term, { event, truth }: Sighting, { isBound }: Standing, asked: Case): Outcome {
  const isLate = hasEnded(term, event.occurredOn, asked);
  const isCertain = truth === TRUE && isBound === TRUE && term.trigger.truth === TRUE && isLate !== UNKNOWN;
  return {
    status: "fulfilled",
    isCertain,
    settledBy: event,
    isLate: isLate === TRUE || (isLate === UNKNOWN && isPast(term.end, event.occurredOn)),
  };
}

function unsettled(term: Term | null, { isBound, isWaived, end }: Standing, asked: Case): Outcome {
  const isSure = isBound === TRUE && (term === null || term.trigger.truth === TRUE);
  if (isWaived === TRUE) return { status: "waived", isCertain: isSure, settledBy: null };
  // What was late before it ended stays owed.
  const wasLate = end === null || term === null ? FALSE : hasEnded(term, end.event.occurredOn, asked);
  if (end !== null && end.truth === TRUE && wasLate !== TRUE) {
    return { status: "waived", isCertain: isSure && wasLate === FALSE, settledBy: end.event };
  }
  const isOpen = isWaived === FALSE && (end === null || end.truth === TRUE);
  const isOver = term === null ? FALSE : hasEnded(term, asked.asOf, asked);
  const isCertain = isSure && isOpen && isOver !== UNKNOWN;
  const isLate = isOver === TRUE || (isOver === UNKNOWN && term !== null && isPast(term.end, asked.asOf));
  const status = term === null || term.begins > asked.asOf ? "not-yet" : isLate ? "overdue" : "due";
  return { status, isCertain, settledBy: null };
}

/** Whether the period was over before the day. */
function hasEnded({ trigger, period }: Term, day: number, { calendar }: Case): Truth {
  if (period === null) return FALSE;
  const { shorter } = isShorter(trigger.event.occurredOn, day - 1, period, calendar);
  return shorter === null ? UNKNOWN : shorter ? FALSE : TRUE;
}

/** As far as the official calendar is known. */
function isPast(end: PeriodEnd | null, day: number): boolean {
  return end !== null && day > end.last;
}

/** The periods in which a duty is to be done, and which of them an event fulfils. */
import { underReadings } from "../kernel/by-reading.js";
import { yearOf } from "../kernel/date.js";
import type { Duty } from "../kernel/obligations.js";
import { dueDay, endOf, type Period, type PeriodEnd } from "../kernel/period.js";
import { UNKNOWN } from "../kernel/truth.js";
import { amountOf, periodOf } from "./amount.js";
import { grouped } from "./grouped.js";
import type { Sighting } from "./matching.js";
import type { Case } from "./read-case.js";

/** One period of a duty; all the time there is, where it has no limit. */
export interface Term {
  /** What gave rise to it. */
  readonly trigger: Sighting;
  /** From 1; `null` where there is but one. */
  readonly number: number | null;
  /** The first day on which it can be fulfilled. */
  readonly begins: number;
  readonly period: Period | null;
  readonly end: PeriodEnd | null;
}

export function termsOf({ within, repeats }: Duty, trigger: Sighting, asked: Case): readonly Term[] {
  const from = trigger.event.occurredOn;
  const term = (number: number | null, begins: number, period: Period | null): Term => {
    return { trigger, number, begins, period, end: period === null ? null : endOf(period, from, asked.calendar) };
  };
  if (repeats === undefined) return [term(null, from, within === undefined ? null : periodOf(within, asked))];
  const { amount, unit } = periodOf(underReadings(repeats.every, asked.readings.readings), asked);
  const times = repeats.times === undefined ? Number.POSITIVE_INFINITY : amountOf(repeats.times, asked);
  const terms: Term[] = [];
  for (let number = 1; number <= times; number += 1) {
    const before = dueDay({ amount: (number - 1) * amount, unit }, from, asked.calendar);
    // The first may be fulfilled on the day that gives rise to it, though that day is not counted.
    terms.push(term(number, before === from ? from : before + 1, { amount: number * amount, unit }));
    // Of those without end, the first that has not begun is the last of interest.
    if (times === Number.POSITIVE_INFINITY && before >= asked.asOf) break;
  }
  return terms;
}

/**
 * Each event fulfils the period it says it is for, or else the earliest that has begun and that none before it fulfilled.
 * @param terms in the order in which they begin
 * @returns by term, what fulfilled it; not known for certain where an event should say its period and does not
 */
export function fulfilments(terms: readonly Term[], events: readonly Sighting[], { repeats }: Duty): ReadonlyMap<Term, Sighting> {
  const found = new Map<Term, Sighting>();
  const all: Queue = { terms, at: 0 };
  const ofYear = new Map<number, Queue>();
  if (repeats?.yearIn !== undefined)
    for (const [year, some] of grouped(terms, yearOfTerm)) ofYear.set(year, { terms: some, at: 0 });
  for (const { event, truth } of events) {
    const year = repeats?.yearIn === undefined ? undefined : event.data.get(repeats.yearIn);
    const queue = year === undefined ? all : ofYear.get(year as number);
    const term = queue && firstOpen(queue, found);
    if (term === undefined || (year === undefined && term.begins > event.occurredOn)) continue;
    const isSaid = repeats?.yearIn === undefined || year !== undefined;
    found.set(term, { event, truth: isSaid ? truth : UNKNOWN });
  }
  return found;
}

/** Terms, those before a place all fulfilled: none of them is looked at twice. */
interface Queue {
  readonly terms: readonly Term[];
  at: number;
}

function firstOpen(queue: Queue, found: ReadonlyMap<Term, Sighting>): Term | undefined {
  for (; queue.at < queue.terms.length; queue.at += 1) {
    const term = queue.terms[queue.at] as Term;
    if (!found.has(term)) return term;
  }
  return undefined;
}

function yearOfTerm({ trigger, number }: Term): number {
  return yearOf(trigger.event.occurredOn) + (number ?? 0);
}

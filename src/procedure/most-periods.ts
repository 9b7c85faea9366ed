/** How many periods of duties a case may come to, so that no answer outgrows what can be held. */
import { underReadings } from "../kernel/by-reading.js";
import { type Failure, failure } from "../kernel/failure.js";
import type { Duty, Obligations } from "../kernel/obligations.js";
import type { PeriodUnit } from "../kernel/period.js";
import { FALSE } from "../kernel/truth.js";
import { amountOf, periodOf } from "./amount.js";
import { grouped } from "./grouped.js";
import type { CaseEvent } from "./log.js";
import { matcherOf } from "./matching.js";
import type { Case } from "./read-case.js";

/** Twice what 20 000 winners of the measures of 2022 owe. */
const MOST_PERIODS = 200_000;

/** None has fewer. */
const LEAST_DAYS: Readonly<Record<PeriodUnit, number>> = {
  "working-days": 1,
  days: 1,
  months: 28,
  years: 365,
  "calendar-years": 365,
};

/** @returns a failure where there may be too many, of duties that are owed in every period without end, say */
export function tooManyPeriods(obligations: Obligations | undefined, asked: Case): readonly Failure[] {
  let periods = 0;
  for (const duty of obligations?.duties ?? []) {
    for (const event of beginningsOf(duty, asked)) periods += mostPeriods(duty, event, asked);
  }
  return periods <= MOST_PERIODS ? [] : [failure("/asOf", { code: "too-many-periods", max: MOST_PERIODS })];
}

/** What gives rise to it: each trigger, or once for each applicant what binds. */
function beginningsOf({ binds, trigger }: Duty, asked: Case): readonly CaseEvent[] {
  const matcher = matcherOf(trigger ?? binds, asked);
  const events = asked.known.filter((event) => matcher.matches(event) !== FALSE);
  if (trigger !== undefined) return events;
  return [...grouped(events, ({ applicant }) => applicant).values()].map(([first]) => first as CaseEvent);
}

function mostPeriods({ repeats }: Duty, { occurredOn }: CaseEvent, asked: Case): number {
  if (repeats === undefined) return 1;
  if (repeats.times !== undefined) return amountOf(repeats.times, asked);
  const { amount, unit } = periodOf(underReadings(repeats.every, asked.readings.readings), asked);
  // The last is the first that has not begun.
  return Math.ceil((asked.asOf - occurredOn) / (amount * LEAST_DAYS[unit])) + 1;
}

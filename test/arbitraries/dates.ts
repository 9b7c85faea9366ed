/** Civil dates where calendars and windows turn: whole years from a day, give or take two days, leap days, ends of months and years. */
import fc from "fast-check";
import { addYears, FIRST_DAY, formatDate, LAST_DAY, parseDate } from "../../src/kernel/date.js";
import type { CivilDate } from "../../src/kernel/model.js";

const TURNING = ["02-28", "03-01", "01-01", "12-31", "01-31", "04-30", "06-30"];

export interface DateOptions {
  /** Most dates are some whole years before or after one of these, give or take two days. */
  readonly anchors: readonly CivilDate[];
  /** Numbers of years that the pack counts with; the fewer, the more often dates are just so far apart. */
  readonly spans: readonly number[];
  /** None is later. */
  readonly latest: CivilDate | null;
}

export function dateNear({ anchors, spans, latest }: DateOptions): fc.Arbitrary<CivilDate> {
  const high = latest === null ? LAST_DAY : (parseDate(latest) as number);
  const anchor = fc.constantFrom(...anchors);
  const years = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, ...spans.flatMap((span) => [0, -span, -span, span])) },
    { weight: 1, arbitrary: fc.integer({ min: -9, max: 9 }) },
  );
  const days = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, -1, -1, 2, -2);
  const near = fc.tuple(anchor, years, days).map(([at, span, shift]) => addYears(parseDate(at) as number, span) + shift);
  const turning = fc
    .tuple(anchor, years, fc.constantFrom("02-29", ...TURNING))
    .map(([at, span, end]) => dayOn(Number(at.slice(0, 4)) + span, end));
  return fc
    .oneof(
      { weight: 8, arbitrary: near },
      { weight: 1, arbitrary: turning },
      { weight: 1, arbitrary: fc.integer({ min: FIRST_DAY, max: high }) },
    )
    .map((found) => formatDate(Math.min(Math.max(found > high ? 2 * high - found : found, FIRST_DAY), LAST_DAY)));
}

/** A day on which to decide, no earlier than `from`; often on or beside `from` or `until`, or a leap day. */
export function asOfFrom(from: CivilDate, until: CivilDate | null): fc.Arbitrary<CivilDate> {
  const first = parseDate(from) as number;
  const bounds = until === null ? [from] : [from, until];
  const edges = bounds.flatMap((bound) => [-1, 0, 1].map((days) => (parseDate(bound) as number) + days));
  const leaps = [2024, 2028, 2096, 2104].map((year) => dayOn(year, "02-29"));
  return fc
    .oneof(
      { weight: 2, arbitrary: fc.integer({ min: first, max: Math.min(first + 2000, LAST_DAY) }) },
      { weight: 1, arbitrary: fc.constantFrom(...edges, ...leaps) },
      { weight: 1, arbitrary: fc.integer({ min: first, max: LAST_DAY }) },
    )
    .map((day) => formatDate(Math.min(Math.max(day, first), LAST_DAY)));
}

/** March 1 where the year has no February 29. */
function dayOn(year: number, monthAndDay: string): number {
  return parseDate(`${year}-${monthAndDay}`) ?? parseDate(`${year}-03-01`) ?? FIRST_DAY;
}

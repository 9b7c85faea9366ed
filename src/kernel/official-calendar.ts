/**
 * Which days are worked: Monday to Friday, save for what the official holiday arrangement of a year changes.
 * The arrangement of a year is made known late in the year before, and reaches back into its last week: that of 2019 gave
 * 2018-12-31 off. So a day from December 25 on is settled by the arrangement of the next year, and every day by just one.
 */
import { dayOf, yearOf } from "./date.js";

/** Of a year, from December 25 of the year before to its own December 24. */
export interface Arrangement {
  /** Days off by arrangement, weekend days among them. */
  readonly holidays: ReadonlySet<number>;
  /** Weekend days that are worked, 调休上班日. */
  readonly workdays: ReadonlySet<number>;
}

/** The arrangements that are known, by their years. */
export type OfficialCalendar = ReadonlyMap<number, Arrangement>;

/** No arrangement of any year is known. */
export const NOTHING_ARRANGED: OfficialCalendar = new Map();

const DAYS_OF_DECEMBER_BEFORE = 7;

/** The year whose arrangement settles whether a day is worked. */
export function arrangementYear(day: number): number {
  return yearOf(day + DAYS_OF_DECEMBER_BEFORE);
}

/** Whether the arrangement that settles the day is known. */
export function isArranged(calendar: OfficialCalendar, day: number): boolean {
  return calendar.has(arrangementYear(day));
}

/** The first day of the next year whose arrangement is known, after one that is not; infinite where there is none. */
export function nextArranged(calendar: OfficialCalendar, day: number): number {
  const year = arrangementYear(day);
  let next = Number.POSITIVE_INFINITY;
  for (const known of calendar.keys()) if (known > year && known < next) next = known;
  return next === Number.POSITIVE_INFINITY ? next : dayOf(next, 1, 1) - DAYS_OF_DECEMBER_BEFORE;
}

/** Where the arrangement is not known, Monday to Friday are taken as worked: ask `isArranged` too. */
export function isWorkingDay(calendar: OfficialCalendar, day: number): boolean {
  const arrangement = calendar.get(arrangementYear(day));
  if (arrangement === undefined) return !isWeekend(day);
  return arrangement.workdays.has(day) || !(isWeekend(day) || arrangement.holidays.has(day));
}

export function isOfficialHoliday(calendar: OfficialCalendar, day: number): boolean {
  return calendar.get(arrangementYear(day))?.holidays.has(day) ?? false;
}

/** A weekend day worked. */
export function isOfficialWorkday(calendar: OfficialCalendar, day: number): boolean {
  return calendar.get(arrangementYear(day))?.workdays.has(day) ?? false;
}

/** Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  // 1970-01-03, day 2, was a Saturday.
  const sinceSaturday = (day - 2) % 7;
  return sinceSaturday === 0 || sinceSaturday === 1 || sinceSaturday === -6;
}

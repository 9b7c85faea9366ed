/**
 * Periods of days, working days, months and years, and the day on which one ends.
 *
 * The measures of 2022 set periods, such as a public notice of 7个工作日, and do not say how they are counted. The rule here is
 * a convention: the day on which a period begins is not counted; months and years end on the day of the same number, or on the
 * last of a month that has none; a period of days, months or years whose last day is not worked ends on the next day that is.
 */
import { addMonths, dayOf, yearOf } from "./date.js";
import {
  arrangementYear,
  isArranged,
  isOfficialHoliday,
  isOfficialWorkday,
  isWorkingDay,
  nextArranged,
  type OfficialCalendar,
} from "./official-calendar.js";

/** `calendar-years`: those after the year in which the period begins, to the last of December. */
export type PeriodUnit = "working-days" | "days" | "months" | "years" | "calendar-years";

export interface Period {
  /** Whole, at least 1. */
  readonly amount: number;
  readonly unit: PeriodUnit;
}

/** Days in a row, both ends among them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** How a period was counted. Its days of note are those that were counted or passed over one by one, in order. */
export interface Counted {
  readonly period: Period;
  /** The day on which it begins, itself not counted. */
  readonly from: number;
  /** The last day by number, where it is not worked and the period therefore ends later. */
  readonly moved: { readonly from: number; readonly because: "weekend" | "official-holiday" } | null;
  /** Official holidays that were passed over. */
  readonly holidays: readonly Run[];
  /** Weekend days that were counted, or ended on, since they are worked. */
  readonly workdays: readonly number[];
  /** Years whose arrangement is not known and would have mattered, in order: with any, the last day is provisional. */
  readonly provisional: readonly number[];
}

export interface PeriodEnd {
  /** The last day of the period. */
  readonly last: number;
  readonly counted: Counted;
}

export interface Comparison {
  /** `null` where arrangements that are not known decide it. */
  readonly shorter: boolean | null;
  /** Where the period ends as far as is known. */
  readonly end: PeriodEnd;
}

/**
 * The last day of a period.
 * @param from the day on which it begins
 * @returns days since 1970-01-01; provisional where years matter that `calendar` does not know
 * @throws never
 * @example endOf({ amount: 7, unit: "working-days" }, from, calendar) // from 2023-09-25 to 2023-10-10
 */
export function endOf(period: Period, from: number, calendar: OfficialCalendar): PeriodEnd {
  const { first, due } = countedDays(period, from, calendar);
  const last = nextWorkingDay(due, calendar);
  const because = isOfficialHoliday(calendar, due) ? "official-holiday" : "weekend";
  const moved = due === last ? null : ({ from: due, because } as const);
  return { last, counted: { period, from, moved, ...daysOfNote({ first, last }, calendar) } };
}

/** The last day of a period by number, whether it is worked or not; of a period of none, the day before its first. */
export function dueDay(period: Period, from: number, calendar: OfficialCalendar): number {
  return countedDays(period, from, calendar).due;
}

/**
 * Whether less than a period lies between two days: whether at the end of `to` it has not ended yet.
 * @returns what holds whatever arrangements that are not known may say; `null` where that differs
 * @throws never
 * @example isShorter(published, taken, { amount: 7, unit: "working-days" }, calendar).shorter
 */
export function isShorter(from: number, to: number, period: Period, calendar: OfficialCalendar): Comparison {
  const end = endOf(period, from, calendar);
  const { first, needed } = countedDays(period, from, calendar);
  let worked = 0;
  let open = 0;
  for (let day = first; day <= to && worked < needed; ) {
    if (isArranged(calendar, day)) {
      if (isWorkingDay(calendar, day)) worked += 1;
      day += 1;
    } else {
      // An arrangement can give any weekday off and have any weekend day worked.
      const next = Math.min(nextArranged(calendar, day), to + 1);
      open += next - day;
      day = next;
    }
  }
  if (worked >= needed) return { shorter: false, end };
  return { shorter: worked + open < needed ? true : null, end };
}

interface CountedDays {
  /** The first day of which it matters whether it is worked. */
  readonly first: number;
  /** So many days worked from the first on, and the period has ended. */
  readonly needed: number;
  /** The last day by number. */
  readonly due: number;
}

function countedDays({ amount, unit }: Period, from: number, calendar: OfficialCalendar): CountedDays {
  switch (unit) {
    case "working-days":
      return { first: from + 1, needed: amount, due: workingDayAfter(from, amount, calendar) };
    case "days":
      return fromDue(from + amount);
    case "months":
      return fromDue(addMonths(from, amount));
    case "years":
      return fromDue(addMonths(from, 12 * amount));
    case "calendar-years":
      return fromDue(dayOf(yearOf(from) + amount, 12, 31));
  }
}

function fromDue(due: number): CountedDays {
  return { first: due, needed: 1, due };
}

function workingDayAfter(from: number, amount: number, calendar: OfficialCalendar): number {
  let day = from;
  for (let counted = 0; counted < amount; counted += 1) day = nextWorkingDay(day + 1, calendar);
  return day;
}

/** The day itself where it is worked. */
function nextWorkingDay(from: number, calendar: OfficialCalendar): number {
  let day = from;
  while (!isWorkingDay(calendar, day)) day += 1;
  return day;
}

function daysOfNote({ first, last }: Run, calendar: OfficialCalendar): Pick<Counted, "holidays" | "workdays" | "provisional"> {
  const holidays: Run[] = [];
  const workdays: number[] = [];
  const provisional: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const year = arrangementYear(day);
    if (!isArranged(calendar, day) && provisional.at(-1) !== year) provisional.push(year);
    if (isOfficialWorkday(calendar, day)) workdays.push(day);
    if (isOfficialHoliday(calendar, day)) {
      const run = holidays.at(-1)?.last === day - 1 ? holidays.pop() : undefined;
      holidays.push({ first: run?.first ?? day, last: day });
    }
  }
  return { holidays, workdays, provisional };
}

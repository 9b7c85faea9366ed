/** A slow count of periods for checking the fast one: it walks from day to day by the rule as it is said, on texts and civil days. */
import type { PeriodUnit } from "../../src/kernel/period.js";
import { type Day, monthLength, nextDay, textOf } from "./calendar.js";

/** What is to be known of a day: whether it is worked, whether officially so, and the year whose arrangement is not known. */
export interface DayStatus {
  readonly isWorked: boolean;
  readonly official: "holiday" | "workday" | null;
  readonly unknownYear: number | null;
}

/** Arrangements of years as a caller writes them. */
export type WrittenCalendar = Readonly<
  Record<string, { readonly holidays: readonly string[]; readonly workdays: readonly string[] }>
>;

export interface Walked {
  readonly last: string;
  readonly moved: { readonly from: string; readonly because: "weekend" | "official-holiday" } | null;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly provisional: readonly number[];
}

export function dayNamed(text: string): Day {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

export function isWeekday(text: string): boolean {
  return ![0, 6].includes(new Date(`${text}T00:00:00Z`).getUTCDay());
}

/** The year whose arrangement says of a day whether it is worked: from December 25 on that is the next one. */
export function settlingYear(at: Day): number {
  return at.month === 12 && at.day >= 25 ? at.year + 1 : at.year;
}

export function statusBy(calendar: WrittenCalendar): (at: Day) => DayStatus {
  return (at) => {
    const text = textOf(at);
    const arrangement = calendar[String(settlingYear(at))];
    if (arrangement === undefined) return { isWorked: isWeekday(text), official: null, unknownYear: settlingYear(at) };
    if (arrangement.holidays.includes(text)) return { isWorked: false, official: "holiday", unknownYear: null };
    if (arrangement.workdays.includes(text)) return { isWorked: true, official: "workday", unknownYear: null };
    return { isWorked: isWeekday(text), official: null, unknownYear: null };
  };
}

/** The day on which a period begins is not counted. */
export function walk(amount: number, unit: PeriodUnit, from: Day, statusOf: (at: Day) => DayStatus): Walked {
  const passed: Day[] = [];
  const isWorked = (at: Day) => statusOf(at).isWorked;
  let at = from;
  if (unit === "working-days") {
    for (let counted = 0; counted < amount; counted += isWorked(at) ? 1 : 0) {
      at = nextDay(at);
      passed.push(at);
    }
    return walked(at, at, passed, statusOf);
  }
  const due = dueOf(amount, unit, from);
  for (at = due; !isWorked(at); at = nextDay(at)) passed.push(at);
  return walked(at, due, [...passed, at], statusOf);
}

function dueOf(amount: number, unit: Exclude<PeriodUnit, "working-days">, from: Day): Day {
  switch (unit) {
    case "days":
      return daysOn(from, amount);
    case "months":
      return monthsOn(from, amount);
    case "years":
      return monthsOn(from, 12 * amount);
    case "calendar-years":
      return { year: from.year + amount, month: 12, day: 31 };
  }
}

function walked(last: Day, due: Day, passed: readonly Day[], statusOf: (at: Day) => DayStatus): Walked {
  const official = (kind: DayStatus["official"]) => passed.filter((at) => statusOf(at).official === kind).map(textOf);
  const unknown = passed.map((at) => statusOf(at).unknownYear).filter((year) => year !== null);
  const because = statusOf(due).official === "holiday" ? "official-holiday" : "weekend";
  return {
    last: textOf(last),
    moved: due === last ? null : { from: textOf(due), because },
    holidays: official("holiday"),
    workdays: official("workday"),
    provisional: [...new Set(unknown)],
  };
}

function daysOn(from: Day, days: number): Day {
  let at = from;
  for (let passed = 0; passed < days; passed += 1) at = nextDay(at);
  return at;
}

/** The same day of a later month, the last where that month is shorter. */
export function monthsOn(from: Day, months: number): Day {
  let { year, month } = from;
  for (let passed = 0; passed < months; passed += 1) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  return { year, month, day: Math.min(from.day, monthLength(year, month)) };
}

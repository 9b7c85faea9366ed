/** Official calendars of a few years in a row, some of them not known: runs of days off, weekend days worked. */
import fc from "fast-check";
import { dayOf, formatDate } from "../../src/kernel/date.js";
import type { Period } from "../../src/kernel/period.js";
import { isWeekday, type WrittenCalendar } from "../kernel/walk.js";

const YEARS = [2023, 2024, 2025, 2026];

export const anyCalendar: fc.Arbitrary<WrittenCalendar> = fc
  .tuple(...YEARS.map((year) => fc.option(arrangementOf(year), { freq: 4 })))
  .map((found) => Object.fromEntries(found.flatMap((known, index) => (known === null ? [] : [[String(YEARS[index]), known]]))));

/** Within the years of the calendars or a little before and after. */
export const anyFrom: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: dayOf(2022, 11, 1), max: dayOf(2027, 2, 1) }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...YEARS).chain((year) => fc.integer({ min: dayOf(year, 12, 15), max: dayOf(year, 12, 31) })),
  },
);

export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant("working-days" as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 400 }), unit: fc.constant("days" as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant("months" as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 5 }), unit: fc.constant("years" as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 5 }), unit: fc.constant("calendar-years" as const) }),
);

function arrangementOf(year: number): fc.Arbitrary<WrittenCalendar[string]> {
  const first = dayOf(year - 1, 12, 25);
  const end = dayOf(year, 12, 25);
  const anyDay = fc.oneof(fc.integer({ min: first, max: end - 1 }), fc.constantFrom(first, end - 1, dayOf(year, 1, 1)));
  const run = fc.tuple(anyDay, fc.integer({ min: 1, max: 12 }));
  return fc
    .record({ runs: fc.array(run, { maxLength: 12 }), worked: fc.array(anyDay, { maxLength: 60 }) })
    .map(({ runs, worked }) => {
      const holidays = new Set<number>();
      for (const [from, length] of runs) for (let day = from; day < Math.min(from + length, end); day += 1) holidays.add(day);
      const workdays = [...new Set(worked)].map(formatDate).filter((text) => !isWeekday(text));
      const written = [...holidays].map(formatDate);
      return { holidays: written, workdays: workdays.filter((text) => !written.includes(text)) };
    });
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilOf, dayOf, formatDate, parseDate } from "../../src/kernel/date.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { endOf, isShorter, type Period, type PeriodEnd } from "../../src/kernel/period.js";
import { readOfficialCalendar } from "../../src/kernel/read-official-calendar.js";
import { anyCalendar, anyFrom, anyPeriod } from "../arbitraries/calendars.js";
import { statusBy, type Walked, type WrittenCalendar, walk } from "./walk.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const numRuns = isLong ? 100_000 : 2_000;

function calendarOf(written: WrittenCalendar): OfficialCalendar {
  const read = readOfficialCalendar(written);
  if (!read.ok) throw new Error(read.errors.map(({ pointer, message }) => `${pointer}: ${message.en}`).join("\n"));
  return read.calendar;
}

const on = (text: string) => parseDate(text) as number;
const days = (amount: number): Period => ({ amount, unit: "days" });
const workingDays = (amount: number): Period => ({ amount, unit: "working-days" });
const months = (amount: number): Period => ({ amount, unit: "months" });

/** What the slow count tells, of the fast one. */
function asWalked({ last, counted }: PeriodEnd): Walked {
  return {
    last: formatDate(last),
    moved: counted.moved === null ? null : { ...counted.moved, from: formatDate(counted.moved.from) },
    holidays: counted.holidays.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, i) => formatDate(first + i)),
    ),
    workdays: counted.workdays.map(formatDate),
    provisional: counted.provisional,
  };
}

const PLAIN: WrittenCalendar = {
  "2023": { holidays: [], workdays: [] },
  "2024": { holidays: [], workdays: [] },
  "2025": { holidays: [], workdays: [] },
};

describe("a period", () => {
  test("ends where a walk from day to day ends it, whatever the calendar", () => {
    fc.assert(
      fc.property(anyCalendar, anyPeriod, anyFrom, (written, period, from) => {
        const end = endOf(period, from, calendarOf(written));
        expect(asWalked(end)).toEqual(walk(period.amount, period.unit, civilOf(from), statusBy(written)));
        expect(end.counted).toMatchObject({ period, from });
      }),
      { numRuns },
    );
  });

  test("runs of days off are as long as they can be", () => {
    fc.assert(
      fc.property(anyCalendar, anyPeriod, anyFrom, (written, period, from) => {
        const { holidays } = endOf(period, from, calendarOf(written)).counted;
        holidays.forEach(({ first, last }, index) => {
          expect(first).toBeLessThanOrEqual(last);
          if (index > 0) expect(first).toBeGreaterThan((holidays[index - 1]?.last as number) + 1);
        });
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test("begins on a day that is not counted", () => {
    expect(formatDate(endOf(days(1), on("2023-03-01"), calendarOf(PLAIN)).last)).toBe("2023-03-02");
    expect(formatDate(endOf(workingDays(1), on("2023-03-03"), calendarOf(PLAIN)).last)).toBe("2023-03-06");
  });

  test.each([
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-08-31", 1, "2023-10-02", "2023-09-30"],
    ["2023-11-30", 3, "2024-02-29"],
  ])("%s and %i months is %s", (from, amount, last, movedFrom?: string) => {
    const end = endOf(months(amount), on(from), calendarOf(PLAIN));
    expect(formatDate(end.last)).toBe(last);
    expect(end.counted.moved).toEqual(movedFrom === undefined ? null : { from: on(movedFrom), because: "weekend" });
  });

  test("is provisional wherever a day mattered whose arrangement is not known, and names the year", () => {
    fc.assert(
      fc.property(anyPeriod, anyFrom, (period, from) => {
        const { last, counted } = endOf(period, from, new Map());
        expect(counted.provisional.length).toBeGreaterThan(0);
        expect(counted.provisional.at(-1)).toBe(civilOf(last + 7).year);
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test("in the last week of December hangs on the arrangement of the next year", () => {
    const known = calendarOf({ "2024": { holidays: ["2024-01-01"], workdays: [] } });
    expect(endOf(days(1), on("2024-12-23"), known).counted.provisional).toEqual([]);
    expect(endOf(days(2), on("2024-12-23"), known).counted.provisional).toEqual([2025]);
  });
});

describe("whether a time is shorter than a period", () => {
  test("it is where it stops before the period ends", () => {
    const calendar = calendarOf(PLAIN);
    const from = on("2023-03-01");
    expect(isShorter(from, on("2023-03-09"), workingDays(7), calendar).shorter).toBe(true);
    expect(isShorter(from, on("2023-03-10"), workingDays(7), calendar).shorter).toBe(false);
    expect(isShorter(from, on("2023-02-01"), workingDays(7), calendar).shorter).toBe(true);
    // The third day is a Saturday, so the period lasts to Monday.
    expect(isShorter(from, on("2023-03-04"), days(3), calendar).shorter).toBe(true);
    expect(isShorter(from, on("2023-03-06"), days(3), calendar).shorter).toBe(false);
  });

  test("where it is settled, it is just where it stops before the last day", () => {
    fc.assert(
      fc.property(anyCalendar, anyPeriod, anyFrom, fc.integer({ min: -3, max: 500 }), (written, period, from, length) => {
        const calendar = calendarOf(written);
        const { shorter, end } = isShorter(from, from + length, period, calendar);
        expect(end).toEqual(endOf(period, from, calendar));
        if (shorter === null) expect(end.counted.provisional).not.toEqual([]);
        else expect(shorter).toBe(from + length < end.last);
      }),
      { numRuns },
    );
  });

  test("it is open just where arrangements that are not known would answer differently", () => {
    const few = fc.record({
      amount: fc.integer({ min: 1, max: 8 }),
      unit: fc.constantFrom("working-days" as const, "days" as const),
    });
    fc.assert(
      fc.property(few, fc.integer({ min: -12, max: 2 }), fc.integer({ min: -1, max: 11 }), (period, shift, length) => {
        const known = calendarOf({ "2024": { holidays: ["2024-12-20"], workdays: ["2024-12-22"] } });
        const from = dayOf(2024, 12, 25) + shift;
        const open = Array.from({ length: Math.max(length, 0) }, (_, index) => from + 1 + index).filter(
          (day) => day >= dayOf(2024, 12, 25),
        );
        const answers = new Set(
          everyChoice(open).map((off) => {
            const holidays = new Set(off);
            const workdays = new Set(open.filter((day) => !holidays.has(day)));
            const calendar = new Map([...known, [2025, { holidays, workdays }] as const]);
            return from + length < endOf(period, from, calendar).last;
          }),
        );
        const { shorter } = isShorter(from, from + length, period, known);
        expect(shorter).toBe(answers.size === 2 ? null : [...answers][0]);
      }),
      { numRuns: isLong ? 5_000 : 200 },
    );
  });
});

/** Each set of days there is. */
function everyChoice(days: readonly number[]): readonly (readonly number[])[] {
  return days.reduce<readonly (readonly number[])[]>(
    (choices, day) => choices.flatMap((choice) => [choice, [...choice, day]]),
    [[]],
  );
}

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { civilOf, dayOf, formatDate, parseDate } from "../../src/kernel/date.js";
import { isWorkingDay } from "../../src/kernel/official-calendar.js";
import { endOf, type Period } from "../../src/kernel/period.js";
import { readOfficialCalendar } from "../../src/kernel/read-official-calendar.js";
import { anyPeriod } from "../arbitraries/calendars.js";
import { type Day, textOf } from "../kernel/calendar.js";
import { type DayStatus, isWeekday, settlingYear, walk } from "../kernel/walk.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 1_000;
const FIRST = 2004;
const LAST = 2026;
const calendar = await loadOfficialCalendar();
const on = (text: string) => parseDate(text) as number;

/** What the package has of each year in a file of its own; its functions answer by the time zone of the machine. */
const official = new Map<string, "holiday" | "workday">();
for (let year = FIRST; year <= LAST; year += 1) {
  const { holidays, workdays } = JSON.parse(readFileSync(`node_modules/chinese-days/dist/years/${year}.json`, "utf8"));
  for (const text of Object.keys(holidays)) official.set(text, "holiday");
  for (const text of Object.keys(workdays)) official.set(text, "workday");
}

function statusOf(at: Day): DayStatus {
  const text = textOf(at);
  const year = settlingYear(at);
  const kind = official.get(text) ?? null;
  const isWorked = kind === null ? isWeekday(text) : kind === "workday";
  return { isWorked, official: kind, unknownYear: year < FIRST || year > LAST ? year : null };
}

function ends(amount: number, unit: Period["unit"], from: string) {
  const { last, counted } = endOf({ amount, unit }, on(from), calendar);
  return { last: formatDate(last), provisional: counted.provisional };
}

describe("the official calendar", () => {
  it(`knows the years ${FIRST} to ${LAST}, and no other`, () => {
    const known = [...calendar.keys()].sort((a, b) => a - b);
    expect(known).toEqual(Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index));
  });

  it("is worked and off on every day as the package has it", () => {
    for (let day = dayOf(FIRST - 1, 1, 1); day <= dayOf(LAST + 1, 12, 31); day += 1) {
      if (isWorkingDay(calendar, day) !== statusOf(civilOf(day)).isWorked) throw new Error(formatDate(day));
    }
  });

  it("is one that a caller could have written", () => {
    const written = [...calendar].map(([year, { holidays, workdays }]) => [
      String(year),
      { holidays: [...holidays].map(formatDate), workdays: [...workdays].map(formatDate) },
    ]);
    expect(readOfficialCalendar(Object.fromEntries(written))).toEqual({ ok: true, calendar });
  });

  it("ends periods where a walk from day to day ends them, around festivals, ends of years and weekend days worked", () => {
    const worked = [...calendar.values()].flatMap(({ workdays }) => [...workdays]);
    const turning = fc
      .integer({ min: FIRST - 1, max: LAST + 1 })
      .chain((year) =>
        fc.constantFrom(
          dayOf(year, 1, 1),
          dayOf(year, 1, 25),
          dayOf(year, 2, 10),
          dayOf(year, 5, 1),
          dayOf(year, 10, 1),
          dayOf(year, 12, 31),
        ),
      );
    const from = fc
      .tuple(fc.oneof(turning, fc.constantFrom(...worked)), fc.integer({ min: -20, max: 20 }))
      .map(([at, by]) => at + by);
    fc.assert(
      fc.property(anyPeriod, from, (period, day) => {
        const { last, counted } = endOf(period, day, calendar);
        const walked = walk(period.amount, period.unit, civilOf(day), statusOf);
        expect(formatDate(last)).toBe(walked.last);
        expect(counted.provisional).toEqual(walked.provisional);
        expect(counted.workdays.map(formatDate)).toEqual(walked.workdays);
      }),
      { numRuns },
    );
  });

  it("is loaded once", async () => {
    expect(await loadOfficialCalendar()).toBe(calendar);
  });
});

describe("counted by hand", () => {
  it.each([
    // National Day 2023: off 09-29 to 10-06, worked on Saturday 10-07 and Sunday 10-08.
    [7, "working-days", "2023-09-25", "2023-10-10"],
    [3, "days", "2023-09-26", "2023-10-07"],
    // Spring Festival 2024: off 02-10 to 02-17, worked on Sundays 02-04 and 02-18.
    [7, "working-days", "2024-02-02", "2024-02-18"],
    [7, "days", "2024-02-04", "2024-02-18"],
    [1, "months", "2024-01-10", "2024-02-18"],
    // The turn of 2025 to 2026: off 01-01 to 01-03, worked on Sunday 01-04.
    [7, "working-days", "2025-12-26", "2026-01-07"],
    [1, "years", "2025-01-01", "2026-01-04"],
    // By the arrangement of 2019, of 2018: off 12-30 to 01-01, worked on Saturday 12-29.
    [3, "working-days", "2018-12-27", "2019-01-02"],
    [3, "days", "2018-12-28", "2019-01-02"],
  ] as const)("%i %s from %s end on %s", (amount, unit, from, last) => {
    expect(ends(amount, unit, from)).toEqual({ last, provisional: [] });
  });

  it("2027 is not known, and with it the last week of December 2026", () => {
    expect(ends(7, "working-days", "2026-12-10")).toEqual({ last: "2026-12-21", provisional: [] });
    expect(ends(7, "working-days", "2026-12-16")).toEqual({ last: "2026-12-25", provisional: [2027] });
    expect(ends(1, "months", "2027-05-15")).toEqual({ last: "2027-06-15", provisional: [2027] });
  });
});

describe("a calendar of a caller", () => {
  const own = readOfficialCalendar({
    "2027": { holidays: ["2027-01-01", "2027-06-15"], workdays: ["2027-01-02"] },
    "2025": { holidays: ["2025-01-01"], workdays: [] },
  });
  if (!own.ok) throw new Error("the calendar is sound");

  it("adds a year, which is provisional no longer", async () => {
    const more = await loadOfficialCalendar(own.calendar);
    const { last, counted } = endOf({ amount: 1, unit: "months" }, on("2027-05-15"), more);
    expect([formatDate(last), counted.provisional]).toEqual(["2027-06-16", []]);
  });

  it("stands in place of a year that is known, and leaves the calendar as it was", async () => {
    const more = await loadOfficialCalendar(own.calendar);
    expect(isWorkingDay(more, on("2025-10-01"))).toBe(true);
    expect(isWorkingDay(more, on("2024-10-01"))).toBe(false);
    expect(isWorkingDay(await loadOfficialCalendar(), on("2025-10-01"))).toBe(false);
  });
});

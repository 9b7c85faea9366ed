import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  addYears,
  civilOf,
  dayOf,
  FIRST_DAY,
  formatDate,
  LAST_DAY,
  parseDate,
  startOfYear,
  subtractYears,
  wholeYears,
  yearOf,
} from "../../src/kernel/date.js";
import { anniversary, type Day, everyDay, textOf } from "./calendar.js";
import { monthsOn } from "./walk.js";

const CENTURIES = everyDay({ year: 1900, month: 1, day: 1 }, "2199-12-31");
const RUNS = process.env["QAK_PROFILE"] === "long" ? 200_000 : 5_000;

const anyDay = fc.integer({ min: 0, max: CENTURIES.length - 1 });
const fewYears = fc.integer({ min: 0, max: 60 });

describe("dates", () => {
  test("every day of three centuries follows the one before and is read back as it is written", () => {
    CENTURIES.forEach((day, index) => {
      const text = textOf(day);
      if (parseDate(text) !== FIRST_DAY + index || formatDate(FIRST_DAY + index) !== text) throw new Error(text);
    });
    expect(FIRST_DAY + CENTURIES.length - 1).toBe(LAST_DAY);
  });

  test("the year and its first day are those the calendar shows", () => {
    CENTURIES.forEach((day, index) => {
      if (yearOf(FIRST_DAY + index) !== day.year) throw new Error(textOf(day));
      if (formatDate(startOfYear(FIRST_DAY + index)) !== `${day.year}-01-01`) throw new Error(textOf(day));
    });
    expect(yearOf(0)).toBe(1970);
  });

  test.each([
    "2023-02-29",
    "2100-02-29",
    "1899-12-31",
    "2200-01-01",
    "2023-00-10",
    "2023-13-01",
    "2023-04-31",
    "2023-1-01",
    "2023-01-1",
    "2023/01/01",
    "20230101",
    " 2023-01-01",
    "2023-01-01 ",
    "2023-01-01T00:00:00Z",
    "２０２３-01-01",
    "+023-01-01",
    "",
  ])("`%s` is no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test.each([
    ["2020-02-29", 1, "2021-02-28"],
    ["2020-02-29", 4, "2024-02-29"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2018-05-10", 5, "2023-05-10"],
  ])("%s and %i years is %s", (from, years, to) => {
    expect(formatDate(addYears(parseDate(from) as number, years))).toBe(to);
  });

  test("every day of the first years is written with four digits of the year", () => {
    everyDay({ year: 1, month: 1, day: 1 }, "1001-12-31").forEach((day, index) => {
      if (formatDate(dayOf(1, 1, 1) + index) !== textOf(day)) throw new Error(textOf(day));
    });
  });

  test("a year added is the anniversary, the last of February where there is none", () => {
    fc.assert(
      fc.property(anyDay, fewYears, (index, years) => {
        const expected = anniversary(CENTURIES[index] as Day, years);
        expect(formatDate(addYears(FIRST_DAY + index, years))).toBe(textOf(expected));
      }),
      { numRuns: RUNS },
    );
  });

  test("months added are months gone through one by one, the last day of a month that is shorter", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (index, months) => {
        const day = FIRST_DAY + index;
        expect(formatDate(addMonths(day, months))).toBe(textOf(monthsOn(civilOf(day), months)));
        expect(addMonths(day, 12 * months)).toBe(addYears(day, months));
      }),
      { numRuns: RUNS },
    );
  });

  test("the window that looks back starts on the first day whose anniversary has not gone by", () => {
    fc.assert(
      fc.property(fc.integer({ min: 366 * 61, max: CENTURIES.length - 1 }), fewYears, (index, years) => {
        const first = subtractYears(FIRST_DAY + index, years);
        const reaches = (day: number) =>
          textOf(anniversary(CENTURIES[day - FIRST_DAY] as Day, years)) >= textOf(CENTURIES[index] as Day);
        expect(reaches(first)).toBe(true);
        expect(reaches(first - 1)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  test("whole years are the anniversaries met on the way, counted one by one", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        let met = 0;
        for (let years = 1; b > a && textOf(anniversary(CENTURIES[a] as Day, years)) <= textOf(CENTURIES[b] as Day); years += 1)
          met = years;
        expect(wholeYears(FIRST_DAY + a, FIRST_DAY + b)).toBe(met);
      }),
      { numRuns: RUNS },
    );
  });
});

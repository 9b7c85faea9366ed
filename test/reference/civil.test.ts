/** The reference's dates, counted on the calendar, and the kernel's, counted in days, agree. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as kernel from "../../src/kernel/date.js";
import * as civil from "../../src/reference/civil.js";
import { dateNear } from "../arbitraries/dates.js";

const isLong = process.env["QAK_PROFILE"] === "long";
const RUNS = isLong ? 100_000 : 2_000;
const TIMEOUT = isLong ? 3_600_000 : 60_000;
const date = dateNear({ anchors: ["2024-02-29", "2000-02-29", "2100-02-28"], spans: [1, 3, 5], latest: null });
const day = (text: string) => kernel.parseDate(text) as number;

test("both come to the same day some years and some days on", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -60, max: 60 }), fc.integer({ min: -800, max: 800 }), (text, years, days) => {
      expect(civil.addYears(text, years)).toBe(kernel.formatDate(kernel.addYears(day(text), years)));
      expect(civil.subtractYears(text, years)).toBe(kernel.formatDate(kernel.subtractYears(day(text), years)));
      expect(civil.addDays(text, days)).toBe(kernel.formatDate(day(text) + days));
      expect(civil.startOfYear(text)).toBe(kernel.formatDate(kernel.startOfYear(day(text))));
      expect(civil.yearOf(text)).toBe(kernel.yearOf(day(text)));
    }),
    { numRuns: RUNS },
  );
});

test("both come to the same day in the years 1 to 9999, and write it alike", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 9999 }), (text, year) => {
      const years = year - civil.yearOf(text);
      const expected = kernel.formatDate(kernel.addYears(day(text), years));
      expect(expected).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(civil.addYears(text, years)).toBe(expected);
      expect(civil.subtractYears(text, -years)).toBe(kernel.formatDate(kernel.subtractYears(day(text), -years)));
    }),
    { numRuns: RUNS },
  );
});

test("both count the same whole years and order days alike", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(date, date, (from, to) => {
      expect(civil.wholeYears(from, to)).toBe(kernel.wholeYears(day(from), day(to)));
      expect(Math.sign(civil.compareDates(from, to))).toBe(Math.sign(day(from) - day(to)));
    }),
    { numRuns: RUNS },
  );
});

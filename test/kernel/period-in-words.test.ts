import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/kernel/date.js";
import { endOf, type Period } from "../../src/kernel/period.js";
import { periodInWords } from "../../src/kernel/period-in-words.js";
import { readOfficialCalendar } from "../../src/kernel/read-official-calendar.js";

const read = readOfficialCalendar({
  "2023": {
    holidays: ["09-29", "09-30", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06"].map((day) => `2023-${day}`),
    workdays: ["2023-10-07", "2023-10-08"],
  },
  "2024": { holidays: ["2024-01-01"], workdays: [] },
});
if (!read.ok) throw new Error("the calendar is sound");
const { calendar } = read;

function said(amount: number, unit: Period["unit"], from: string) {
  return periodInWords(endOf({ amount, unit }, parseDate(from) as number, calendar));
}

describe("how a deadline was counted is said", () => {
  it("with the days off and the weekend days worked that were passed", () => {
    expect(said(7, "working-days", "2023-09-25")).toEqual({
      zh: "自 2023-09-25 次日起算 7 个工作日，至 2023-10-10（2023-09-29 至 2023-10-06 放假，2023-10-07、2023-10-08 为调休上班日）",
      en: "7 working days from the day after 2023-09-25, to 2023-10-10 (2023-09-29 to 2023-10-06 are official holidays, 2023-10-07, 2023-10-08 are weekend days worked)",
    });
  });

  it("without them where there were none", () => {
    expect(said(1, "working-days", "2023-09-25")).toEqual({
      zh: "自 2023-09-25 次日起算 1 个工作日，至 2023-09-26",
      en: "1 working day from the day after 2023-09-25, to 2023-09-26",
    });
  });

  it("with the day from which it moved, and why", () => {
    expect(said(1, "months", "2023-08-30")).toEqual({
      zh: "自 2023-08-30 次日起算 1 个月，期满日 2023-09-30 放假，顺延至 2023-10-07（2023-09-30 至 2023-10-06 放假，2023-10-07 为调休上班日）",
      en: "1 month from the day after 2023-08-30, which ends on an official holiday, 2023-09-30, and so moves on to 2023-10-07 (2023-09-30 to 2023-10-06 are official holidays, 2023-10-07 is a weekend day worked)",
    });
    expect(said(3, "days", "2023-12-27")).toEqual({
      zh: "自 2023-12-27 次日起算 3 天，期满日 2023-12-30 是周末，顺延至 2024-01-02（2024-01-01 放假）",
      en: "3 days from the day after 2023-12-27, which end on a weekend, 2023-12-30, and so move on to 2024-01-02 (2024-01-01 is an official holiday)",
    });
  });

  it("with the years whose arrangement is not known", () => {
    expect(said(2, "years", "2023-09-25")).toEqual({
      zh: "自 2023-09-25 次日起算 2 年，至 2025-09-25；2025 年的放假安排未知，暂按周一至周五上班、周末休息计，此日期为暂定",
      en: "2 years from the day after 2023-09-25, to 2025-09-25; provisional: the official arrangement of 2025 is not known, Monday to Friday are taken as worked and weekends as off",
    });
  });
});

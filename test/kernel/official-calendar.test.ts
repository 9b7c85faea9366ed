import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/kernel/date.js";
import { isArranged, isWorkingDay } from "../../src/kernel/official-calendar.js";
import { readOfficialCalendar } from "../../src/kernel/read-official-calendar.js";

const on = (text: string) => parseDate(text) as number;

function read(value: unknown) {
  const found = readOfficialCalendar(value);
  if (!found.ok) throw new Error(found.errors.map(({ message }) => message.en).join("\n"));
  return found.calendar;
}

function errorsIn(value: unknown, pointer?: string) {
  const found = readOfficialCalendar(value, pointer);
  if (found.ok) throw new Error("nothing is wrong with it");
  return found.errors;
}

const places = (value: unknown) => errorsIn(value).map(({ pointer, code }) => `${pointer} ${code}`);

describe("an official calendar", () => {
  const calendar = read({ "2027": { holidays: ["2026-12-31", "2027-01-01"], workdays: ["2027-01-30"] } });

  it.each([
    ["2027-01-01", false, "a Friday off"],
    ["2027-01-30", true, "a Saturday worked"],
    ["2027-01-31", false, "a Sunday"],
    ["2027-02-01", true, "a Monday"],
    ["2026-12-31", false, "a Thursday off by the arrangement of the next year"],
    ["2026-12-24", true, "a Thursday of a year that is not known"],
    ["2026-12-20", false, "a Sunday of a year that is not known"],
  ])("%s: worked is %s, %s", (day, isWorked) => {
    expect(isWorkingDay(calendar, on(day))).toBe(isWorked);
  });

  it("settles a year from the last week of December before it to the last but one of its own", () => {
    const settled = ["2026-12-24", "2026-12-25", "2027-12-24", "2027-12-25"].map((day) => isArranged(calendar, on(day)));
    expect(settled).toEqual([false, true, true, false]);
  });

  it("may know no year", () => {
    expect(read({}).size).toBe(0);
  });
});

describe("everything wrong with a calendar is said at once", () => {
  it("in the order in which it stands there", () => {
    const given = {
      "2027": {
        holidays: ["2027-01-01", "2027-02-30", "2028-01-01", "2027-01-01", 20270103, "2027-12-31", "2026-12-25"],
        workdays: ["2027-01-30", "2027-01-31", "2027-01-30", "2027-02-01", "2027-01-01"],
        workday: [],
      },
      "2028": { holidays: "2028-01-01" },
      "2029": null,
      "27": { holidays: [], workdays: [] },
    };
    expect(places(given)).toEqual([
      "/27 not-a-year",
      "/2027/workday unknown-member",
      "/2027/holidays/1 not-a-date",
      "/2027/holidays/2 other-year",
      "/2027/holidays/3 day-twice",
      "/2027/holidays/4 not-a-date",
      "/2027/holidays/5 other-year",
      "/2027/workdays/2 day-twice",
      "/2027/workdays/3 not-a-weekend",
      "/2027/workdays/4 not-a-weekend",
      "/2027/workdays/4 off-and-worked",
      "/2028 missing-member",
      "/2028/holidays not-a-list",
      "/2029 not-an-object",
    ]);
  });

  it("of a year of which more than half is off by arrangement, too", () => {
    const days = Array.from({ length: 181 }, (_, at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10));
    expect(places({ "2027": { holidays: days, workdays: [] } })).toEqual(["/2027/holidays too-many-rows"]);
    expect(read({ "2027": { holidays: days.slice(1), workdays: [] } }).size).toBe(1);
  });

  it.each([[null], [[]], ["2027"], [undefined]])("%j is no calendar", (value) => {
    expect(places(value)).toEqual([" not-an-object"]);
  });

  it.each(["1899", "2200", "02027", "2027 ", "２０２７", "__proto__", ""])("`%s` is no year", (year) => {
    expect(errorsIn(JSON.parse(`{ ${JSON.stringify(year)}: {} }`))).toMatchObject([{ pointer: `/${year}`, code: "not-a-year" }]);
  });

  it("below the place where it was given, in both languages", () => {
    const holidays = ["2027-12-31", "2027-10-01"];
    const workdays = ["2027-10-01", "2027-10-03", "2027-10-03"];
    const said = errorsIn({ "2027": { holidays, workdays } }, "/calendar").map(
      ({ pointer, message }) => `${pointer}: ${message.en} / ${message.zh}`,
    );
    expect(said).toEqual([
      "/calendar/2027/holidays/0: 2027-12-31 belongs to the arrangement of 2028, which reaches from 2027-12-25 to 2028-12-24: write it under `2028` / 2027-12-31 属于 2028 年的放假安排（自 2027-12-25 至 2028-12-24）：请写在 `2028` 之下",
      "/calendar/2027/workdays/0: 2027-10-01 is no weekend day, so it need not be made a working day: take it out or correct it / 2027-10-01 不是周末，无须列为调休上班日：请删去或更正",
      "/calendar/2027/workdays/0: 2027-10-01 is off already at /calendar/2027/holidays/1: keep one / 2027-10-01 已在 /calendar/2027/holidays/1 列为放假：只保留一处",
      "/calendar/2027/workdays/2: 2027-10-03 stands already at /calendar/2027/workdays/1: keep one / 2027-10-03 已在 /calendar/2027/workdays/1：只保留一处",
    ]);
    expect(errorsIn({ "27": {} }, "/calendar")).toMatchObject([
      {
        pointer: "/calendar/27",
        message: {
          en: "`27` is no year: write one of four digits, 1900 to 2199",
          zh: "`27` 不是年份：请写成四位数字，1900 至 2199",
        },
      },
    ]);
  });
});

/** What winners owe, as a slow count by the words of the law has it; and what is waived, ended, late, or cannot be told. */
import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { deadlines } from "../../src/procedure/deadlines.js";
import { next } from "../../src/procedure/next.js";
import { type Obligation, obligations } from "../../src/procedure/obligations.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 3_000 : 150;

let award: Award;
let invented: Award;
let calendar: OfficialCalendar;
beforeAll(async () => {
  award = await loadPackFolder("rules/nm-chairman-2022");
  invented = await loadPackFolder("test/packs/good/invented-craft-2030");
  calendar = await loadOfficialCalendar();
});

type Asked = { readonly of?: Award; readonly applicant?: object; readonly asOf: string; readonly interpretations?: object };

function owed(events: readonly object[], { of = award, applicant = {}, ...rest }: Asked): readonly Obligation[] {
  const question = {
    edition: {},
    applicants: [{ name: "甲", ...applicant }],
    events: events.map((one) => ({ applicant: "甲", ...one })),
    ...rest,
  };
  const answer = obligations(of, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result.obligations;
}

const won = (occurredOn: string) => ({ activity: "award", occurredOn, by: "peoples-government" });
const report = (occurredOn: string, year?: number) => ({
  activity: "performance-report",
  occurredOn,
  by: "award-holder",
  ...(year === undefined ? {} : { data: { year } }),
});
const of = (name: string, all: readonly Obligation[]) => all.filter(({ rule }) => rule === `obligations/${name}`);
const told = (all: readonly Obligation[]) => all.map(({ number, status, certain, until }) => [number, status, certain, until]);

const DAY = 86_400_000;
const text = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A year later on the same day, on the first working day from then on by the library's own word. */
function lastDay(from: string, years: number): string {
  const [year, rest] = [Number(from.slice(0, 4)) + years, from.slice(4)];
  let at = Date.UTC(year, Number(rest.slice(1, 3)) - 1, Number(rest.slice(4)));
  if (rest === "-02-29" && new Date(at).getUTCMonth() === 2) at -= DAY;
  while (!isWorkday(text(at))) at += DAY;
  return text(at);
}

/** Article 27, report by report, as somebody counts who keeps the list by hand. */
function byHand(awarded: string, reports: readonly string[], asOf: string): readonly unknown[] {
  const years = [1, 2, 3].map((number) => ({
    number,
    begins: number === 1 ? awarded : text(Date.parse(sameDay(awarded, number - 1)) + DAY),
    until: lastDay(awarded, number),
    on: null as string | null,
  }));
  for (const day of [...reports].sort()) {
    if (day < awarded || day > asOf) continue;
    const open = years.find(({ begins, on }) => on === null && begins <= day);
    if (open !== undefined) open.on = day;
  }
  return years.map(({ number, begins, until, on }) => {
    const waiting = begins > asOf ? "not-yet" : asOf > until ? "overdue" : "due";
    return [number, on === null ? waiting : "fulfilled", until, on !== null && on > until];
  });
}

function sameDay(from: string, years: number): string {
  const year = Number(from.slice(0, 4)) + years;
  const at = new Date(Date.UTC(year, Number(from.slice(5, 7)) - 1, Number(from.slice(8))));
  if (from.endsWith("-02-29") && at.getUTCMonth() === 2) at.setUTCDate(0);
  return at.toISOString().slice(0, 10);
}

describe("performance reports", () => {
  it("are owed in each of three years, as a count by hand has it, whenever they come and whenever it is asked", () => {
    // To the end of 2022, that the third year ends where the arrangements are known.
    const day = (min: string, max: string) =>
      fc.integer({ min: Date.parse(min) / DAY, max: Date.parse(max) / DAY }).map((at) => text(at * DAY));
    fc.assert(
      fc.property(
        day("2022-12-12", "2023-11-30"),
        fc.array(day("2022-12-12", "2026-12-20"), { maxLength: 5 }),
        day("2022-12-12", "2026-12-20"),
        (awarded, reports, asOf) => {
          fc.pre(asOf >= awarded);
          const events = [won(awarded), ...reports.map((on) => report(on, undefined))];
          const found = of("performance-report", owed(events, { asOf }));
          expect(found.map(({ number, status, until, late }) => [number, status, until, late])).toEqual(
            byHand(awarded, reports, asOf),
          );
        },
      ),
      { numRuns },
    );
  });

  it("are for the year they say, and else for the earliest that lacks one, which is not certain", () => {
    const second = owed([won("2023-12-20"), report("2025-11-03", 2025)], { asOf: "2025-12-01" });
    expect(told(of("performance-report", second))).toEqual([
      [1, "overdue", true, "2024-12-20"],
      [2, "fulfilled", true, "2025-12-22"],
      [3, "not-yet", true, "2026-12-21"],
    ]);
    const unsaid = owed([won("2023-12-20"), report("2025-11-03")], { asOf: "2025-12-01" });
    expect(told(of("performance-report", unsaid)).slice(0, 2)).toEqual([
      [1, "fulfilled", false, "2024-12-20"],
      [2, "due", true, "2025-12-22"],
    ]);
    expect(of("performance-report", unsaid)[0]).toMatchObject({ late: true, settledBy: "/events/1", settledOn: "2025-11-03" });
  });

  it("go by calendar years under the other reading", () => {
    const events = [won("2023-12-20"), report("2023-12-28", 2023), report("2024-12-30", 2024)];
    const found = owed(events, { asOf: "2025-06-30", interpretations: { reportYear: "calendar-year" } });
    expect(told(of("performance-report", found))).toEqual([
      [1, "fulfilled", true, "2024-12-31"],
      [2, "due", true, "2025-12-31"],
      [3, "not-yet", true, "2026-12-31"],
    ]);
    expect(of("performance-report", found)[1]?.counted?.says.en).toMatch(/^2 calendar years from the end of 2023, to 2025-12-31/);
  });

  it("of a year whose official calendar is not known are provisional, until a caller gives it", () => {
    const asked = { edition: {}, applicants: [{ name: "甲" }], events: [{ ...won("2029-12-20"), applicant: "甲" }] };
    const find = (more: object) => {
      const answer = obligations(award, { ...asked, asOf: "2030-12-20", ...more }, calendar);
      return answer.ok ? of("performance-report", answer.result.obligations)[0] : answer;
    };
    expect(find({})).toMatchObject({ status: "due", until: "2030-12-20", counted: { provisional: [2030] } });
    const given = { "2030": { holidays: ["2030-12-20"], workdays: ["2030-12-21"] } };
    expect(find({ calendar: given })).toMatchObject({
      status: "due",
      until: "2030-12-21",
      certain: true,
      counted: { provisional: [] },
    });
  });
});

describe("duties", () => {
  it("bind nobody before the award, nor whoever was not given it", () => {
    expect(owed([], { asOf: "2024-01-01" })).toEqual([]);
    expect(owed([won("2024-01-02")], { asOf: "2024-01-01" })).toEqual([]);
  });

  it("end with the award, save for what was late by then, unless the other reading is taken", () => {
    const events = [won("2023-12-20"), { activity: "revocation", occurredOn: "2025-03-03", by: "peoples-government" }];
    const found = owed(events, { asOf: "2025-06-30" });
    expect(told(of("performance-report", found)).map(([, status]) => status)).toEqual(["overdue", "waived", "waived"]);
    expect(of("promotion", found)[0]).toMatchObject({ status: "waived", settledBy: "/events/1", settledOn: "2025-03-03" });
    const stays = owed(events, { asOf: "2025-06-30", interpretations: { dutiesAfterRevocation: "stay" } });
    expect(told(of("performance-report", stays)).map(([, status]) => status)).toEqual(["overdue", "due", "not-yet"]);
  });

  it("to promote methods are waived where these are secret, and not certain where that is not known", () => {
    const status = (applicant: object) => {
      const [one] = of("promotion", owed([won("2023-12-20")], { applicant, asOf: "2024-06-30" }));
      return [one?.status, one?.certain];
    };
    expect(status({ methodsAreSecret: true })).toEqual(["waived", true]);
    expect(status({ methodsAreSecret: false })).toEqual(["due", true]);
    expect(status({})).toEqual(["due", false]);
  });

  it("to cooperate with the evaluation of the funds wait for the evaluation, and for a grant", () => {
    const paid = { activity: "grant-payment", occurredOn: "2024-05-06", by: "peoples-government" };
    const called = { activity: "funds-evaluation-call", occurredOn: "2025-04-01", by: "regional-market-regulator" };
    const done = { activity: "funds-evaluation", occurredOn: "2025-04-20", by: "award-holder" };
    const status = (...events: object[]) =>
      of("funds-evaluation", owed([won("2023-12-20"), ...events], { asOf: "2025-12-31" })).map((one) => one.status);
    expect(status()).toEqual([]);
    expect(status(called)).toEqual([]);
    expect(status(paid)).toEqual(["not-yet"]);
    expect(status(paid, called)).toEqual(["due"]);
    expect(status(paid, called, done)).toEqual(["fulfilled"]);
    expect(status(paid, called, done, { ...called, occurredOn: "2025-10-08" })).toEqual(["fulfilled", "due"]);
  });

  it("of another award go on without end, and are listed to the first that has not begun", () => {
    const events = [{ activity: "award", occurredOn: "2031-05-20", by: "award-office" }];
    const found = of("report", owed(events, { of: invented, asOf: "2033-06-01" }));
    expect(found.map(({ number, status, from }) => [number, status, from])).toEqual([
      [1, "overdue", "2031-05-20"],
      [2, "overdue", "2032-05-21"],
      [3, "due", "2033-05-21"],
      [4, "not-yet", "2034-05-21"],
    ]);
    const [prize] = of("prize", owed(events, { of: invented, asOf: "2031-07-19" }));
    expect(prize).toMatchObject({ status: "due", until: "2031-07-21", by: { name: "award-office" } });
  });

  it("are asked of an award that has none: an error, not an empty list", () => {
    const bare = { ...award, files: { ...award.files, obligations: undefined } } as unknown as Award;
    const answer = obligations(bare, { edition: {}, applicants: [], events: [] }, calendar);
    expect(answer.ok || answer.errors.map(({ code }) => code)).toEqual(["absent-part"]);
  });
});

describe("deadlines", () => {
  function found(events: readonly object[], asOf: string, edition = {}) {
    const answer = deadlines(award, { edition, applicants: [{ name: "甲" }], events, asOf }, calendar);
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    return answer.result.deadlines.map(({ rule, kind, date, status, certain }) => [
      rule.split("/")[1],
      kind,
      date,
      status,
      certain,
    ]);
  }
  const notice = { activity: "award-notice", occurredOn: "2023-09-25", by: "regional-market-regulator" };
  const request = (occurredOn: string) => ({ activity: "approval-request", occurredOn, by: "regional-market-regulator" });
  const seven = "notice-of-seven-working-days";

  it("run from the last notice, and are kept, broken, running or over", () => {
    expect(found([notice], "2023-10-10")).toEqual([[seven, "not-before", "2023-10-11", "running", true]]);
    expect(found([notice], "2023-10-11")).toEqual([[seven, "not-before", "2023-10-11", "over", true]]);
    expect(found([notice, request("2023-10-10")], "2023-12-01")).toEqual([[seven, "not-before", "2023-10-11", "broken", true]]);
    expect(found([notice, request("2023-10-11")], "2023-12-01")).toEqual([[seven, "not-before", "2023-10-11", "kept", true]]);
    expect(found([notice, { ...notice, occurredOn: "2023-10-09" }], "2023-10-11")).toEqual([
      [seven, "not-before", "2023-10-19", "running", true],
    ]);
  });

  it("that the case itself says are listed with the rest, by their days", () => {
    const edition = { submissionsUntil: "2023-05-31", previousAwardOn: "2021-12-20" };
    const award = { activity: "award", occurredOn: "2023-12-20", applicant: "甲", by: "peoples-government" };
    expect(found([notice, award], "2023-12-31", edition)).toEqual([
      ["every-two-years", "not-before", "2023-01-01", "kept", true],
      ["submission-in-time", "not-after", "2023-05-31", "over", true],
      [seven, "not-before", "2023-10-11", "over", true],
      ["performance-report", "not-after", "2024-12-20", "running", true],
      ["performance-report", "not-after", "2025-12-22", "running", true],
      ["performance-report", "not-after", "2026-12-21", "running", true],
    ]);
  });

  it("say how they were counted", () => {
    const answer = deadlines(award, { edition: {}, applicants: [], events: [notice] }, calendar);
    const [only] = answer.ok ? answer.result.deadlines : [];
    expect(only?.counted).toEqual({
      event: "/events/0",
      from: "2023-09-25",
      period: { amount: 7, unit: "working-days" },
      provisional: [],
      says: {
        zh: "自 2023-09-25 次日起算 7 个工作日，至 2023-10-10（2023-09-29 至 2023-10-06 放假，2023-10-07、2023-10-08 为调休上班日）",
        en: "7 working days from the day after 2023-09-25, to 2023-10-10 (2023-09-29 to 2023-10-06 are official holidays, 2023-10-07, 2023-10-08 are weekend days worked)",
      },
    });
  });
});

test("duties owed without end are refused where they may come to more periods than an answer can hold", () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `U${at}`);
  const events = names.map((applicant) => ({ ...won("2031-01-01"), applicant, by: "award-office" }));
  const asked = (asOf: string) => ({ edition: {}, applicants: names.map((name) => ({ name })), events, asOf });
  for (const decision of [next, deadlines, obligations]) {
    const far = decision(invented, asked("2199-12-31"), calendar);
    expect(far.ok ? [] : far.errors.map(({ pointer, code }) => [pointer, code])).toEqual([["/asOf", "too-many-periods"]]);
    expect(decision(invented, asked("2040-01-01"), calendar)).toMatchObject({ ok: true });
  }
});

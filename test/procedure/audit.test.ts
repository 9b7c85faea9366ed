/** What a caller is told: breaches in words with their places, and everything that is wrong with a log that cannot be. */
import { beforeAll, describe, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { audit } from "../../src/procedure/audit.js";

let award: Award;
let calendar: OfficialCalendar;
beforeAll(async () => {
  [award, calendar] = [await loadPackFolder("rules/nm-chairman-2022"), await loadOfficialCalendar()];
});

const OFFICE = "regional-market-regulator";

function asked(question: unknown) {
  const answer = audit(award, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

const NOTICE = [
  { activity: "announcement", occurredOn: "2025-01-06", by: OFFICE, evidence: ["work-plan"] },
  { activity: "deliberation", occurredOn: "2026-12-21", by: "leading-group", data: { result: "passed" } },
  { activity: "award-notice", occurredOn: "2026-12-24", by: OFFICE, evidence: ["list"] },
];
const request = (occurredOn: string) => ({ activity: "approval-request", occurredOn, by: OFFICE });

describe("an audit", () => {
  it("says what is wrong, by which provision, where, and how its time was counted", () => {
    const events = [{ ...NOTICE[2], occurredOn: "2023-09-25" }, request("2023-10-10")];
    const [, found] = asked({ edition: {}, applicants: [], events }).breaches;
    expect(found).toEqual({
      rule: "procedure/notice-of-seven-working-days",
      kind: "too-soon",
      certain: true,
      provision: "art_16__sent_2",
      quote: "公示期为7个工作日",
      applicant: null,
      events: ["/events/1", "/events/0"],
      says: {
        zh: expect.stringMatching(
          /^报请批准（2023-10-10）：过早：公示满规定的工作日后才能报请批准；自 2023-09-25 次日起算 7 个工作日，至 2023-10-10/,
        ),
        en: expect.stringMatching(
          /^request for approval on 2023-10-10: too soon: .*; 7 working days from the day after 2023-09-25, to 2023-10-10/,
        ),
      },
    });
  });

  it("is not certain of a year whose official calendar it does not know, until it is given one", () => {
    const question = { edition: {}, applicants: [], events: [...NOTICE, request("2027-01-05")] };
    const notice = (more: object) =>
      asked({ ...question, ...more }).breaches.filter(({ rule }) => rule === "procedure/notice-of-seven-working-days");
    expect(notice({}).map(({ certain }) => certain)).toEqual([false]);
    const arranged = { holidays: ["2027-01-01"], workdays: [] };
    expect(notice({ calendar: { 2027: arranged } }).map(({ certain }) => certain)).toEqual([true]);
  });

  it("as of a day knows what was recorded until then, and tells what was recorded late", () => {
    const late = { ...NOTICE[0], recordedOn: "2025-03-03" };
    const submission = {
      activity: "submission",
      occurredOn: "2025-02-03",
      applicant: "U",
      by: "applicant",
      evidence: ["application-form", "supporting-documents"],
    };
    const question = { edition: {}, applicants: [{ name: "U" }], events: [submission, late] };
    const before = asked({ ...question, asOf: "2025-02-28" });
    expect(before.breaches.map(({ rule }) => rule)).toContain("procedure/submission-after-call");
    expect(before).toMatchObject({ events: 1, recordedLate: [], notices: [] });
    expect(asked({ ...question, asOf: "2025-07-03" }).notices.map(({ code }) => code)).toEqual(["superseded"]);
    const after = asked(question);
    expect(after.breaches.filter(({ certain }) => certain)).toEqual([]);
    expect(after).toMatchObject({
      asOf: "2025-03-03",
      recordedLate: [{ event: "/events/1", occurredOn: "2025-01-06", recordedOn: "2025-03-03" }],
    });
  });

  it("refuses a log that cannot be, with everything wrong with it and where", () => {
    const events = [
      { activity: "aproval", occurredOn: "2023-02-30", by: "nobody" },
      { activity: "approval", occurredOn: "2020-01-01", by: "peoples-government", evidence: ["aproval"] },
      { activity: "submission", occurredOn: "2023-03-01", by: "applicant", applicant: "V", data: { from: 1 } },
      { activity: "submission", occurredOn: "2023-03-01", by: "applicant" },
      { activity: "approval", occurredOn: "2023-03-01", recordedOn: "2023-02-01", by: "peoples-government", applicant: "U" },
      { occurredOn: "2023-03-01", by: "applicant", who: "U" },
    ];
    const applicants = [{ name: "U", wonBefore: "yes" }, { name: "U" }];
    const answer = audit(award, { edition: { until: 1 }, applicants, events, asOf: "soon" }, calendar);
    expect(answer.ok ? [] : answer.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/asOf not-a-date",
      "/edition/until unknown-member",
      "/applicants/0/wonBefore not-a-boolean",
      "/applicants/1/name applicant-twice",
      "/events/0/activity not-a-value",
      "/events/0/by not-a-value",
      "/events/0/occurredOn not-a-date",
      "/events/1/occurredOn before-the-award",
      "/events/1/evidence/0 not-a-value",
      "/events/2/applicant unknown-applicant",
      "/events/2/data/from unknown-member",
      "/events/3 missing-member",
      "/events/4/recordedOn recorded-before",
      "/events/4/applicant of-the-edition",
      "/events/5/who unknown-member",
      "/events/5 missing-member",
    ]);
    const near = answer.ok ? "" : answer.errors.find(({ pointer }) => pointer === "/events/0/activity")?.message.en;
    expect(near).toContain("approval");
  });

  it.each(["zh", "en"] as const)("names what was meant by a label in %s", (language) => {
    const activity = award.files.procedure?.activities.find(({ name }) => name === "announcement")?.label[language];
    const by = award.files.pack.bodies.find(({ name }) => name === "peoples-government")?.label[language];
    const answer = audit(award, { edition: {}, applicants: [], events: [{ activity, by, occurredOn: "2023-03-01" }] }, calendar);
    const said = answer.ok ? [] : answer.errors.map(({ message }) => message.en);
    expect(said).toEqual([
      expect.stringContaining("did you mean `announcement`?"),
      expect.stringContaining("did you mean `peoples-government`?"),
    ]);
    expect(said.join()).not.toContain("null");
  });

  it("asks of no day before the award exists", () => {
    const question = { edition: {}, applicants: [], events: [], asOf: "2022-12-11" };
    const answer = audit(award, question, calendar);
    expect(answer.ok ? [] : answer.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(["/asOf not-in-force"]);
    expect(audit(award, { ...question, asOf: "2022-12-12" }, calendar).ok).toBe(true);
  });
});

/** Whatever a clean edition does is a step that was possible; whatever is offered as possible breaches nothing when it is taken. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { OfficialCalendar } from "../../src/kernel/official-calendar.js";
import { audit } from "../../src/procedure/audit.js";
import { type NextResult, next, type Standing } from "../../src/procedure/next.js";
import { cleanEditions, type Log, type LogEvent } from "../arbitraries/editions.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 1_000 : 40;

let award: Award;
let calendar: OfficialCalendar;
beforeAll(async () => {
  [award, calendar] = [await loadPackFolder("rules/nm-chairman-2022"), await loadOfficialCalendar()];
});

function asked(log: Log, asOf: string): NextResult {
  const answer = next(award, { ...log, asOf }, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

function breaches(log: Log): readonly string[] {
  const answer = audit(award, log, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result.breaches.filter(({ certain }) => certain).map(({ rule, events }) => `${rule} ${events}`);
}

const standingOf = (result: NextResult, applicant: string | undefined) =>
  [result.edition, ...result.applicants].find((one) => one.applicant === (applicant ?? null)) as Standing;

const names = (standing: Standing) => standing.steps.filter(({ again }) => !again).map(({ activity }) => activity.name);

describe("the next steps", () => {
  it("hold whatever a clean edition does next, that very day, by who does it", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), (log, place) => {
        const at = place % log.events.length;
        const event = log.events[at] as LogEvent;
        const standing = standingOf(asked({ ...log, events: log.events.slice(0, at) }, event.occurredOn), event.applicant);
        const step = standing.steps.find(({ activity }) => activity.name === event.activity);
        expect(step?.from).toBe(event.occurredOn);
        expect(step?.by.map(({ name }) => name)).toContain(event.by);
        expect(step?.evidence.map(({ name }) => name)).toEqual(event.evidence ?? []);
        expect(standing.barred.map(({ activity }) => activity.name)).not.toContain(event.activity);
      }),
      { numRuns },
    );
  });

  it("breach nothing for certain when they are taken on the day from which they may be", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), fc.nat(), (log, cut, pick) => {
        const events = log.events.slice(0, (cut % log.events.length) + 1);
        const before = { ...log, events };
        const result = asked(before, (events.at(-1) as LogEvent).occurredOn);
        const offered = [result.edition, ...result.applicants].flatMap(({ applicant, steps }) =>
          steps.map((step) => ({ applicant, step })),
        );
        const { applicant, step } = offered[pick % offered.length] as (typeof offered)[number];
        const taken: LogEvent = {
          activity: step.activity.name,
          occurredOn: step.from,
          by: step.by[0]?.name as string,
          evidence: step.evidence.map(({ name }) => name),
          ...(applicant === null ? {} : { applicant }),
        };
        // A declared interest condemns the scores that came before it, not itself.
        const found = breaches({ ...log, events: [...events, taken] }).filter((one) => one.includes(` /events/${events.length}`));
        expect(found).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("are barred by just what would be breached", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), fc.nat(), (log, cut, pick) => {
        const events = log.events.slice(0, (cut % log.events.length) + 1);
        const day = (events.at(-1) as LogEvent).occurredOn;
        const result = asked({ ...log, events }, day);
        const barred = [result.edition, ...result.applicants].flatMap(({ applicant, barred: all }) =>
          all.map((one) => ({ applicant, ...one })),
        );
        fc.pre(barred.length > 0);
        const { applicant, activity, rules } = barred[pick % barred.length] as (typeof barred)[number];
        const declared = award.files.procedure?.activities.find(({ name }) => name === activity.name);
        const taken: LogEvent = {
          activity: activity.name,
          occurredOn: day,
          by: declared?.by[0] as string,
          evidence: declared?.evidence ?? [],
          ...(applicant === null ? {} : { applicant }),
        };
        const found = breaches({ ...log, events: [...events, taken] })
          .map((one) => one.split(" ") as [string, string])
          .filter(([, places]) => places.split(",")[0] === `/events/${events.length}`)
          .map(([rule]) => rule);
        expect(new Set(rules)).toEqual(new Set(found));
      }),
      { numRuns },
    );
  });

  it("wait for the notice to have run its seven working days, over National Day", () => {
    const log: Log = {
      edition: {},
      applicants: [],
      events: [
        { activity: "deliberation", occurredOn: "2023-09-25", by: "leading-group", data: { result: "passed" } },
        { activity: "award-notice", occurredOn: "2023-09-25", by: "regional-market-regulator" },
      ],
    };
    const { edition } = asked(log, "2023-09-26");
    const request = edition.steps.find(({ activity }) => activity.name === "approval-request");
    // Counted: 26, 27, 28 September, then the make-up days 7 and 8 October, 9 and 10 October.
    expect(request).toMatchObject({ from: "2023-10-11", limits: ["procedure/notice-of-seven-working-days"], provisional: [] });
    expect(asked(log, "2023-10-20").edition.steps.find(({ activity }) => activity.name === "approval-request")?.from).toBe(
      "2023-10-20",
    );
  });

  it("say on which years' calendars the day rests that are not known", () => {
    const events = [
      { activity: "deliberation", occurredOn: "2034-09-25", by: "leading-group", data: { result: "passed" } },
      { activity: "award-notice", occurredOn: "2034-09-25", by: "regional-market-regulator" },
    ];
    const { edition } = asked({ edition: {}, applicants: [], events }, "2034-09-26");
    const request = edition.steps.find(({ activity }) => activity.name === "approval-request");
    expect(request?.provisional).toEqual([2034]);
  });

  it("name what is to be mended, and what cannot be told yet", () => {
    const log: Log = {
      edition: { submissionsUntil: "2023-05-31" },
      applicants: [{ name: "甲", league: "呼和浩特市" }, { name: "乙" }],
      events: [
        { activity: "announcement", occurredOn: "2023-03-01", by: "regional-market-regulator" },
        { activity: "submission", occurredOn: "2023-04-01", applicant: "甲", by: "applicant", evidence: ["application-form"] },
      ],
    };
    const { applicants } = asked(log, "2023-04-02");
    const [first, second] = applicants as [Standing, Standing];
    expect(first.lacking.map(({ event, evidence }) => [event, evidence.map(({ name }) => name)])).toEqual([
      ["/events/1", ["supporting-documents"]],
    ]);
    expect(first.reached).toMatchObject({ event: "/events/1", occurredOn: "2023-04-01", activity: { name: "submission" } });
    expect(names(first)).toEqual(["secrecy-declaration", "formal-review", "interest-declaration"]);
    expect(second.reached).toBeNull();
    const submission = second.steps.find(({ activity }) => activity.name === "submission");
    expect(submission).toMatchObject({ from: "2023-04-02", until: "2023-05-31", again: false });
    expect(submission?.provided.map(({ rule }) => rule)).toEqual(["procedure/submission-to-own-league"]);
    // After the last day it is barred.
    const late = asked(log, "2023-06-01").applicants[1] as Standing;
    expect(late.barred.find(({ activity }) => activity.name === "submission")?.rules).toEqual(["procedure/submission-in-time"]);
  });

  it("of duties are offered to those whom they bind", () => {
    const log: Log = {
      edition: {},
      applicants: [{ name: "甲" }, { name: "乙" }],
      events: [{ activity: "award", occurredOn: "2023-12-20", applicant: "甲", by: "peoples-government" }],
    };
    const { applicants } = asked(log, "2024-03-01");
    const [winner, other] = applicants as [Standing, Standing];
    const report = winner.steps.find(({ activity }) => activity.name === "performance-report");
    expect(report).toMatchObject({ until: "2024-12-20", limits: ["obligations/performance-report"] });
    expect(other.steps.map(({ activity }) => activity.name)).not.toContain("performance-report");
  });
});

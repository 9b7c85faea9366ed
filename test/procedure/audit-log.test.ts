/** Editions that follow the measures have no breach; each thing done otherwise is found, by the article that asks for it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { parseDate } from "../../src/kernel/date.js";
import type { Procedure } from "../../src/kernel/procedure.js";
import { auditLog } from "../../src/procedure/audit-log.js";
import type { Finding } from "../../src/procedure/finding.js";
import { readCase } from "../../src/procedure/read-case.js";
import { cleanEditions, type Log, type LogEvent } from "../arbitraries/editions.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 3_000 : 150;
const award = await loadPackFolder("rules/nm-chairman-2022");
const procedure = award.files.procedure as Procedure;
const calendar = await loadOfficialCalendar();

function audited(log: Log, asOf = "2030-12-31", interpretations = {}): readonly Finding[] {
  const read = readCase(award, { ...log, asOf, interpretations }, calendar);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return auditLog(read.case);
}

/** The names of what is breached for certain, each once. */
function breached(log: Log): readonly string[] {
  return [
    ...new Set(
      audited(log)
        .filter(({ isCertain }) => isCertain)
        .map(({ asked }) => asked.name),
    ),
  ].sort();
}

const provisionOf = (name: string) =>
  [...procedure.constraints, ...procedure.activities].find((asked) => asked.name === name)?.provision;

/** The log with the first event of an activity done otherwise; `null` where there is none. */
function withFirst(log: Log, activity: string, change: (event: LogEvent) => readonly LogEvent[]): Log | null {
  const at = log.events.findIndex((event) => event.activity === activity);
  if (at === -1) return null;
  return { ...log, events: log.events.flatMap((event, place) => (place === at ? change(event) : [event])) };
}

const put = (data: Readonly<Record<string, unknown>>) => (event: LogEvent) => [{ ...event, data: { ...event.data, ...data } }];
const drop = () => [];

describe("an edition", () => {
  it("that follows the measures has no breach", () => {
    fc.assert(
      fc.property(cleanEditions, (log) => {
        expect(audited(log)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("is wrong wherever somebody else does a step, or does it without its evidence", () => {
    fc.assert(
      fc.property(
        cleanEditions,
        fc.nat(),
        fc.constantFrom(...award.files.pack.bodies.map(({ name }) => name)),
        (log, place, by) => {
          const at = place % log.events.length;
          const event = log.events[at] as LogEvent;
          const declared = procedure.activities.find(({ name }) => name === event.activity);
          fc.pre(declared !== undefined && !declared.by.includes(by));
          const events = (changed: LogEvent) => log.events.map((one, which) => (which === at ? changed : one));
          const other = audited({ ...log, events: events({ ...event, by }) });
          expect(other.map(({ asked, wrong, event: found }) => [asked.name, wrong.kind, found.at])).toEqual([
            [event.activity, "wrong-body", at],
          ]);
          const bare = audited({ ...log, events: events({ ...event, evidence: [] }) });
          const missing = declared?.evidence ?? [];
          expect(bare.map(({ asked, wrong }) => [asked.name, wrong])).toEqual(
            missing.length === 0 ? [] : [[event.activity, { kind: "no-evidence", missing }]],
          );
        },
      ),
      { numRuns },
    );
  });

  /** What is done otherwise, everything that is breached by it and must be found, and the provision of the first. */
  const faults: readonly (readonly [string, (log: Log) => Log | null, string, string])[] = [
    ["no call", (log) => withFirst(log, "announcement", drop), "submission-after-call", "art_11__sent_1"],
    [
      "a late submission",
      (log) => withFirst({ ...log, edition: { ...log.edition, submissionsUntil: "2023-01-01" } }, "submission", put({})),
      "submission-in-time",
      "art_11__sent_1",
    ],
    [
      "another league",
      (log) => withFirst(log, "submission", put({ to: "elsewhere" })),
      "submission-to-own-league",
      "art_11__sent_1",
    ],
    ["no submission", (log) => withFirst(log, "submission", drop), "formal-review-of-submission", "art_12__sent_1"],
    [
      "an ineligible unit recommended",
      (log) => withFirst(onlyEligible(log), "formal-review", put({ result: "ineligible" })),
      "recommendation-of-eligible",
      "art_12__sent_1",
    ],
    ["no recommendation", (log) => withFirst(log, "recommendation", drop), "recheck-of-recommended", "art_13__sent_1"],
    ["no published list", (log) => withFirst(log, "qualified-list-notice", drop), "material-review-of-listed", "art_13__sent_1"],
    [
      "a unit off the list reviewed",
      (log) => withFirst(log, "qualified-list-notice", put({ units: [] })),
      "material-review-of-listed",
      "art_13__sent_1",
    ],
    [
      "a unit off the shortlist visited",
      (log) => withFirst(log, "shortlist", put({ units: [] })),
      "site-review-of-shortlisted",
      "art_14__item_2__sent_2",
    ],
    [
      "a visit not completed",
      (log) => ({
        ...log,
        events: log.events.flatMap((event) => (event.activity === "site-review" ? put({ completed: false })(event) : [event])),
      }),
      "presentation-after-visit",
      "art_14__item_3__sent_2",
    ],
    [
      "somebody else presents",
      (log) => withFirst(log, "presentation", (event) => [{ ...event, person: "somebody else" }]),
      "presentation-by-principal-leader",
      "art_14__item_3__sent_2",
    ],
    [
      "an expert with an interest",
      (log) => withFirst(log, "material-review", (event) => [{ ...event, person: "expert with an interest" }]),
      "interest-and-material-review",
      "art_20__sent_1",
    ],
    [
      "material scores counted",
      (log) => withFirst(log, "composite-scoring", put({ basis: ["material", "site", "presentation"] })),
      "composite-without-material",
      "art_15__sent_1",
    ],
    [
      "the visit not counted",
      (log) => withFirst(log, "composite-scoring", put({ basis: ["presentation"] })),
      "composite-with-site-review",
      "art_15__sent_1",
    ],
    ["no consultation", (log) => withFirst(log, "consultation", drop), "proposal-after-consultation", "art_16__sent_1"],
    ["no deliberation", (log) => withFirst(log, "deliberation", drop), "notice-after-deliberation", "art_16__sent_2"],
    [
      "not passed",
      (log) => withFirst(log, "deliberation", put({ result: "not-passed" })),
      "notice-after-deliberation",
      "art_16__sent_2",
    ],
    ["an open objection", (log) => withFirst(log, "objection-settled", drop), "no-request-while-objected", "art_17__sent_1"],
    ["no request", (log) => withFirst(log, "approval-request", drop), "approval-after-request", "art_17__sent_1"],
    ["no approval", (log) => withFirst(log, "approval", drop), "award-after-approval", "art_17__sent_1"],
    [
      "an unpublished winner",
      (log) => withFirst(log, "award-notice", put({ units: [] })),
      "award-of-published",
      "art_16__sent_2",
    ],
    [
      "a fee",
      (log) =>
        withFirst(log, "submission", (event) => [
          event,
          { activity: "fee", occurredOn: event.occurredOn, by: "expert-panels", applicant: event.applicant as string },
        ]),
      "no-fee",
      "art_4__sent_1",
    ],
    [
      "another budget year",
      (log) => withFirst(log, "grant-payment", put({ budgetYear: 2020 })),
      "grant-in-its-budget-year",
      "art_4__sent_2",
    ],
    [
      "a grant to a repeat winner",
      (log) => ({ ...log, applicants: log.applicants.map((unit) => ({ ...unit, wonBefore: true })) }),
      "no-grant-to-repeat-winner",
      "art_18__sent_2",
    ],
    [
      "editions too close",
      (log) => {
        const year = Number(log.events.find(({ activity }) => activity === "award")?.occurredOn.slice(0, 4) ?? 2023);
        return { ...log, edition: { ...log.edition, previousAwardOn: `${year - 1}-01-01` } };
      },
      "every-two-years",
      "art_3__para_1__sent_1",
    ],
  ];

  it("with a notice of fewer than seven working days is found wrong, and with seven it is not", () => {
    // 2023-09-25 and six working days after it: National Day's holidays lie between, and two weekend days are worked.
    const dates = { "award-notice": "2023-09-25", "approval-request": "2023-10-10" };
    const log = (last: string): Log => ({
      edition: {},
      applicants: [{ name: "U" }],
      events: [
        { activity: "award-notice", occurredOn: dates["award-notice"], by: "regional-market-regulator", evidence: ["list"] },
        { activity: "approval-request", occurredOn: last, by: "regional-market-regulator" },
      ],
    });
    const ofNotice = (last: string) => audited(log(last)).filter(({ asked }) => asked.name === "notice-of-seven-working-days");
    expect(ofNotice("2023-10-11")).toEqual([]);
    const [found, ...others] = ofNotice(dates["approval-request"]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ isCertain: true, wrong: { kind: "too-soon", end: { last: parseDate("2023-10-10") } } });
  });

  it("with a sixth award is found wrong, and what came before it is not", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const events = names.map((applicant) => ({
      activity: "award",
      occurredOn: "2024-01-02",
      by: "peoples-government",
      applicant,
    }));
    const log = { edition: {}, applicants: names.map((name) => ({ name })), events };
    const found = audited(log).filter(({ asked }) => asked.name === "at-most-quota");
    expect(found.map(({ event, wrong, isCertain }) => [event.applicant, wrong, isCertain])).toEqual([
      ["F", { kind: "too-often", allowed: 5 }, true],
    ]);
  });

  it("of which something is not known is not found wrong for certain by it", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), (log, place) => {
        const at = place % log.events.length;
        const events = log.events.map((event, which) => (which === at ? { ...event, data: {} } : event));
        const findings = audited({ ...log, events });
        expect(findings.filter(({ isCertain }) => isCertain)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("is two years after the one before by calendar years, or from day to day under the other reading", () => {
    const awarded = (occurredOn: string) => ({
      edition: { previousAwardOn: "2023-12-20" },
      applicants: [{ name: "甲" }],
      events: [{ activity: "award", occurredOn, applicant: "甲", by: "peoples-government" }],
    });
    const tooSoon = (occurredOn: string, editionInterval: string) =>
      audited(awarded(occurredOn) as Log, "2030-12-31", { editionInterval }).some(({ asked }) =>
        asked.name.startsWith("every-two-years"),
      );
    const ways = ["calendar-year", "day-to-day"].flatMap((reading) =>
      ["2024-12-31", "2025-01-01", "2025-12-19", "2025-12-20"].map((day) => tooSoon(day, reading)),
    );
    expect(ways).toEqual([true, false, false, false, true, true, true, false]);
  });

  it("is wrong once, however many objections are open", () => {
    const objections = Array.from({ length: 2_000 }, (_, number) => ({
      activity: "objection",
      occurredOn: "2023-12-01",
      by: "regional-market-regulator",
      data: { number: `${number}` },
    }));
    const requests = Array.from({ length: 2_000 }, () => ({
      activity: "approval-request",
      occurredOn: "2023-12-20",
      by: "regional-market-regulator",
    }));
    const found = audited({ edition: {}, applicants: [], events: [...objections, ...requests] } as unknown as Log);
    const open = found.filter(({ asked }) => asked.name === "no-request-while-objected");
    expect(open.length).toBe(2_000);
    expect(new Set(open.map(({ other }) => other?.at))).toEqual(new Set([0]));
  });

  it("may be wrong where it is not said who declared an interest, or who reviewed", () => {
    const of = (activity: string, occurredOn: string, person?: string) => ({
      activity,
      occurredOn,
      applicant: "甲",
      by: "expert-panels",
      ...(person === undefined ? {} : { person }),
    });
    const interests = (...events: object[]) =>
      audited({ edition: {}, applicants: [{ name: "甲" }], events } as unknown as Log)
        .filter(({ asked }) => asked.name === "interest-and-material-review")
        .map(({ event, other, isCertain }) => [event.at, other?.at, isCertain]);
    const declared = "interest-declaration";
    const review = "material-review";
    expect(interests(of(declared, "2023-07-01", "丁"), of(review, "2023-07-02"))).toEqual([[1, 0, false]]);
    expect(interests(of(review, "2023-07-01"), of(declared, "2023-07-02", "丁"))).toEqual([[0, 1, false]]);
    expect(interests(of(declared, "2023-07-01"), of(review, "2023-07-02", "丁"))).toEqual([[1, 0, false]]);
    expect(interests(of(review, "2023-07-01", "丁"), of(declared, "2023-07-02"))).toEqual([[0, 1, false]]);
    expect(interests(of(declared, "2023-07-01"), of(review, "2023-07-02"))).toEqual([[1, 0, false]]);
    expect(interests(of(review, "2023-07-01"), of(declared, "2023-07-02"))).toEqual([[0, 1, false]]);
    expect(interests(of(review, "2023-07-01"), of(review, "2023-07-02", "丁"))).toEqual([]);
    expect(interests(of(declared, "2023-07-01", "丙"), of(review, "2023-07-02", "丁"))).toEqual([]);
    expect(interests(of(declared, "2023-07-01", "丁"), of(review, "2023-07-02", "丁"))).toEqual([[1, 0, true]]);
  });

  it("cut at any day has what was found wrong until then, and nothing that only the future could make wrong", () => {
    fc.assert(
      fc.property(cleanEditions, fc.nat(), fc.nat(), (log, place, cut) => {
        const flawed = { ...log, events: log.events.filter((_, at) => at !== place % log.events.length) };
        const day = (flawed.events[cut % Math.max(1, flawed.events.length)] ?? flawed.events[0])?.occurredOn ?? "2023-01-10";
        const whole = audited(flawed).filter(({ event }) => event.occurredOn <= (parseDate(day) as number));
        expect(audited(flawed, day)).toEqual(whole);
      }),
      { numRuns },
    );
  });

  it.each(faults)("with %s is found wrong", (_, change, name, provision) => {
    expect(provisionOf(name)).toBe(provision);
    let changed = 0;
    fc.assert(
      fc.property(cleanEditions, (log) => {
        const flawed = change(log);
        if (flawed === null) return;
        const names = breached(flawed);
        // An edition of which nobody reached the step cannot have done it wrong.
        if (name.startsWith("no-grant") && !log.events.some(({ activity }) => activity === "grant-payment")) return;
        if (
          name === "every-two-years" &&
          (log.events.findLast(({ activity }) => activity === "award")?.occurredOn ?? "") >= "2024-12-30"
        )
          return;
        changed += 1;
        expect(names).toContain(name);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
    expect(changed).toBeGreaterThan(0);
  });
});

function onlyEligible(log: Log): Log {
  const first = log.events.findIndex(({ activity, data }) => activity === "formal-review" && data?.["result"] === "eligible");
  const events = log.events.filter((event, at) => event.activity !== "formal-review" || at >= first);
  return { ...log, events };
}

/** What comes next, by when, and what is owed, asked over HTTP: the library's answers, of the shapes declared, and as calendars. */
import { readFile } from "node:fs/promises";
import type { z } from "@hono/zod-openapi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseInLines } from "../../src/files/case-log/case-in-lines.js";
import { loadExamples } from "../../src/files/examples.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { createApp } from "../../src/http/app.js";
import type { deadlinesSchema } from "../../src/http/openapi/deadlines-schema.js";
import type { nextSchema } from "../../src/http/openapi/next-schema.js";
import type { obligationsSchema } from "../../src/http/openapi/obligations-schema.js";
import {
  type Award,
  type DeadlinesResult,
  deadlines,
  type NextResult,
  next,
  type ObligationsResult,
  obligations,
} from "../../src/index.js";
import { cleanEditions } from "../arbitraries/editions.js";
import { award, awards, shapesOf, startService } from "./service.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 300 : 15;

const service = await startService();
const calendar = await loadOfficialCalendar();
const app = createApp(awards);
const wrong = shapesOf((await (await service.get("/openapi.json")).json()) as object);

const KINDS = {
  next: { answer: next, shape: "Next" },
  deadlines: { answer: deadlines, shape: "Deadlines" },
  obligations: { answer: obligations, shape: "Obligations" },
} as const;
type Kind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as Kind[];

const pathOf = (kind: Kind, id = award.id) => `/v1/awards/${id}/procedure/${kind}`;
const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  app.request(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
const ask = (kind: Kind, question: unknown, headers: Readonly<Record<string, string>> = {}) =>
  post(pathOf(kind), JSON.stringify(question), headers);

function answered(kind: Kind, question: unknown): NextResult | DeadlinesResult | ObligationsResult {
  const answer = KINDS[kind].answer(award, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

interface Log {
  readonly edition: object;
  readonly applicants: readonly object[];
  readonly events: readonly object[];
}

const example = (await loadExamples("rules")).get(award.id)?.get("case") as Log;

async function logged(name: string): Promise<Log> {
  return caseInLines(await readFile(`rules/${award.id}/editions/${name}.events.ndjson`)).question as Log;
}

const questions: Readonly<Record<string, unknown>> = {
  example,
  "an edition": await logged("2023"),
  "an edition with breaches": await logged("2023-flawed"),
  "no event": { edition: {}, applicants: [], events: [] },
  "as of a day": { ...example, asOf: "2023-09-30" },
  "after the measures": { ...example, asOf: "2025-08-01" },
  "another reading": { ...example, asOf: "2025-08-01", interpretations: { reportYear: "calendar-year" } },
  "a year arranged by the caller": { ...example, calendar: { 2027: { holidays: ["2027-01-01"], workdays: [] } } },
  "of nothing known": { edition: null, applicants: null, events: null },
};

const notice = { activity: "award-notice", occurredOn: "2027-03-01", by: "regional-market-regulator", evidence: ["list"] };
const ofNotice = { edition: {}, applicants: [], events: [notice] };
const won = { activity: "award", applicant: "甲", occurredOn: "2023-12-20", by: "peoples-government" };
const ofWinner = { edition: {}, applicants: [{ name: "甲" }], events: [won], asOf: "2024-03-01" };

const namesOf = (ics: string) => [...ics.matchAll(/^X-WR-CALNAME:(.*)\r$/gm)].map((match) => match[1]);
const eventsIn = (ics: string) => ics.split("\r\n").filter((line) => line === "BEGIN:VEVENT").length;

describe.each(kinds)("POST /v1/awards/{award}/procedure/%s", (kind) => {
  const { shape } = KINDS[kind];

  test.each(Object.keys(questions))("answers with the bytes of the library, of the shape declared: %s", async (name) => {
    const response = await ask(kind, questions[name]);
    const text = await response.text();
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "no-store",
    ]);
    expect(text).toBe(JSON.stringify(answered(kind, questions[name])));
    expect(wrong(shape, JSON.parse(text))).toEqual([]);
  });

  test("answers of clean editions, as of any of their days, in the shape declared", async () => {
    await fc.assert(
      fc.asyncProperty(cleanEditions, fc.nat(), async (log, place) => {
        const asOf = log.events[place % log.events.length]?.occurredOn;
        const response = await ask(kind, { ...log, asOf });
        expect(response.status).toBe(200);
        expect(wrong(shape, await response.json())).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("the shape declared holds nothing less and nothing more", () => {
    const { kernel: _, ...less } = answered(kind, example);
    expect(wrong(shape, less)).toMatchObject([{ keyword: "required" }]);
    expect(wrong(shape, { ...answered(kind, example), more: 1 })).toMatchObject([{ keyword: "additionalProperties" }]);
  });

  test("takes lines, and the day from the address before that of the body, through a real server", async () => {
    const { events, ...head } = { ...example, asOf: "2024-01-01" };
    const lines = [head, ...events].map((one) => `${JSON.stringify(one)}\n`).join("");
    const response = await service.post(`${pathOf(kind)}?asOf=2023-09-30`, lines, { "content-type": "application/x-ndjson" });
    expect([response.status, await response.text()]).toEqual([
      200,
      JSON.stringify(answered(kind, { ...example, asOf: "2023-09-30" })),
    ]);
  });

  test("as of a day answers what it would have answered of the log as it was then", async () => {
    const asOf = "2023-06-01";
    const events = example.events.filter((event) => {
      const { occurredOn, recordedOn = occurredOn } = event as { occurredOn: string; recordedOn?: string };
      return recordedOn <= asOf;
    });
    expect(events.length).toBeLessThan(example.events.length);
    const bare = ({ ...answer }: object) => JSON.stringify(answer).replaceAll(/\/events\/\d+/g, "an event");
    const [whole, then] = await Promise.all(
      [example.events, events].map(async (known) => (await ask(kind, { ...example, events: known, asOf })).json()),
    );
    expect(bare(whole as object)).toBe(bare(then as object));
  });

  test.each([
    ["{", [400, "", "bad-json"]],
    ["[]", [422, "", "not-an-object"]],
    [JSON.stringify({ ...ofNotice, asOf: "soon" }), [422, "/asOf", "not-a-date"]],
    [JSON.stringify({ ...ofNotice, calendar: { 2027: {} } }), [422, "/calendar/2027", "missing-member"]],
    [JSON.stringify({ ...ofNotice, interpretations: { reportYear: "x" } }), [422, "/interpretations/reportYear", "not-a-value"]],
    [JSON.stringify({ ...ofNotice, events: [{ ...notice, by: "nobody" }] }), [422, "/events/0/by", "not-a-value"]],
  ])("refuses %s", async (body, [status, ...error]) => {
    for (const accept of ["application/json", "text/calendar, application/json;q=0.5"]) {
      const response = await post(pathOf(kind), body, { accept });
      expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
      const problem = (await response.json()) as {
        readonly errors: readonly { readonly pointer: string; readonly code: string }[];
      };
      expect(wrong("Problem", problem)).toEqual([]);
      expect(problem.errors.map(({ pointer, code }) => [pointer, code])[0]).toEqual(error);
    }
  });

  test("refuses an award that does without the part it asks about", async () => {
    const { [kind === "obligations" ? "obligations" : "procedure"]: _, ...files } = award.files;
    const without = createApp(new Map([[award.id, { ...award, files } as Award]]));
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(ofNotice) };
    expect(await (await without.request(pathOf(kind), init)).json()).toMatchObject({
      status: 404,
      type: "/docs#problem-absent-part",
    });
  });
});

test("of thousands of applicants each is answered, piece by piece", async () => {
  const many = { edition: {}, applicants: Array.from({ length: 3_000 }, (_, at) => ({ name: `U${at}` })), events: [] };
  const response = await service.post(pathOf("next"), JSON.stringify(many));
  expect(response.headers.get("content-length")).toBeNull();
  expect((await response.text()) === JSON.stringify(answered("next", many))).toBe(true);
});

test("the shapes are declared in types as the library answers, too", () => {
  const taken: [
    (answer: NextResult) => z.input<typeof nextSchema>,
    (answer: DeadlinesResult) => z.input<typeof deadlinesSchema>,
    (answer: ObligationsResult) => z.input<typeof obligationsSchema>,
  ] = [(answer) => answer, (answer) => answer, (answer) => answer];
  expect(taken).toHaveLength(3);
});

describe("a year whose official arrangement is not known", () => {
  const asOf = "2027-03-02";
  const of = async (more: object = {}) =>
    [
      (await (await ask("next", { ...ofNotice, asOf, ...more })).json()) as NextResult,
      (await (await ask("deadlines", { ...ofNotice, asOf, ...more })).json()) as DeadlinesResult,
    ] as const;
  const requestIn = ({ edition }: NextResult) => edition.steps.find(({ activity }) => activity.name === "approval-request");

  test("leaves its days provisional", async () => {
    const [then, all] = await of();
    expect(requestIn(then)).toMatchObject({ from: "2027-03-11", provisional: [2027] });
    expect(all.deadlines).toMatchObject([{ date: "2027-03-11", certain: false, counted: { provisional: [2027] } }]);
  });

  test("is known once the question brings it", async () => {
    const [then, all] = await of({ calendar: { 2027: { holidays: ["2027-03-05"], workdays: [] } } });
    expect(requestIn(then)).toMatchObject({ from: "2027-03-12", provisional: [] });
    expect(all.deadlines).toMatchObject([{ date: "2027-03-12", certain: true, counted: { provisional: [] } }]);
  });
});

test("the reading chosen sets the days, and is named", async () => {
  const lastDays = async (interpretations: object) => {
    const { interpretations: taken, obligations: owed } = (await (
      await ask("obligations", { ...ofWinner, interpretations })
    ).json()) as ObligationsResult;
    const reports = owed.filter(({ rule }) => rule === "obligations/performance-report");
    return [taken.find(({ name }) => name === "reportYear"), reports.map(({ until }) => until)];
  };
  const reading = { name: "reportYear", provision: "art_27__sent_1" };
  expect(await lastDays({})).toEqual([
    { ...reading, reading: "award-year", chosenBy: "default" },
    ["2024-12-20", "2025-12-22", "2026-12-21"],
  ]);
  expect(await lastDays({ reportYear: "calendar-year" })).toEqual([
    { ...reading, reading: "calendar-year", chosenBy: "caller" },
    ["2024-12-31", "2025-12-31", "2026-12-31"],
  ]);
});

describe("as a calendar", () => {
  const accept = "text/calendar";

  test.each(["deadlines", "obligations"] as const)("%s answer where Accept prefers it", async (kind) => {
    for (const wanted of [accept, "application/json;q=0.5, text/*", "TEXT/Calendar, */*;q=0.1"]) {
      const response = await ask(kind, ofWinner, { accept: wanted });
      expect([...["content-type", "vary", "cache-control"].map((name) => response.headers.get(name)), response.status]).toEqual([
        "text/calendar; charset=utf-8",
        "Accept, Accept-Language",
        "no-store",
        200,
      ]);
      const ics = await response.text();
      expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s);
      expect(eventsIn(ics)).toBe(3);
    }
    for (const other of ["application/json", "*/*", "text/calendar;q=0.5, application/json", "text/calendar;q=0, */*"]) {
      const response = await ask(kind, ofWinner, { accept: other });
      expect([response.headers.get("content-type"), response.headers.get("vary")]).toEqual([
        "application/json; charset=utf-8",
        "Accept",
      ]);
    }
    const refused = await ask(kind, ofWinner, { accept: "text/html" });
    expect([refused.status, await refused.json()]).toMatchObject([406, { type: "/docs#problem-not-acceptable" }]);
  });

  test("obligations leave out the days that the procedure sets", async () => {
    const both = { ...ofWinner, events: [won, { ...notice, occurredOn: "2024-02-28" }] };
    const of = async (kind: Kind) => eventsIn(await (await ask(kind, both, { accept })).text());
    expect([await of("deadlines"), await of("obligations")]).toEqual([4, 3]);
  });

  test.each(["zh", "en"] as const)("in one language, the one asked for first: %s", async (language) => {
    const response = await ask("deadlines", ofWinner, { accept, "accept-language": language });
    expect(response.headers.get("content-language")).toBe(language);
    expect(namesOf(await response.text())).toEqual([award.files.pack.title[language]]);
  });

  test("what comes next has no days of its own, and is JSON whatever is accepted", async () => {
    const response = await ask("next", ofWinner, { accept });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
  });
});

import type { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { loadExamples } from "../../src/files/examples.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { createApp } from "../../src/http/app.js";
import type { auditSchema } from "../../src/http/openapi/audit-schema.js";
import type { Award } from "../../src/index.js";
import { type AuditResult, audit } from "../../src/procedure/audit.js";
import { award, shapesOf, startService } from "./service.js";

const service = await startService();
const calendar = await loadOfficialCalendar();
const path = `/v1/awards/${award.id}/procedure/audit`;
const wrong = shapesOf((await (await service.get("/openapi.json")).json()) as object);
const NDJSON = { "content-type": "application/x-ndjson" };

interface Log {
  readonly edition: object;
  readonly applicants: readonly object[];
  readonly events: readonly object[];
}

const example = (await loadExamples("rules")).get(award.id)?.get("case") as Log;

const inLines = ({ events, ...head }: Log) => [head, ...events].map((one) => `${JSON.stringify(one)}\n`).join("");
const askText = (text: string, at = path) => service.post(at, text);
const ask = (question: unknown, at = path) => askText(JSON.stringify(question), at);
const askLines = (text: string, at = path) => service.post(at, text, NDJSON);

function audited(question: unknown): AuditResult {
  const answer = audit(award, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly line?: number; readonly pointer: string; readonly code: string }[];
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as Problem;
  expect(wrong("Problem", problem)).toEqual([]);
  expect(JSON.stringify(problem)).not.toMatch(/\bat .*\.ts|node_modules|\/tmp|\/src/);
  return problem;
}

/** `status line pointer code` of each. */
async function errorsOf(response: Response): Promise<readonly string[]> {
  const { status, errors } = await problemOf(response);
  return errors.map(({ line, pointer, code }) => [status, line ?? "-", pointer, code].join(" "));
}

describe("POST /v1/awards/{award}/procedure/audit", () => {
  const questions: Readonly<Record<string, unknown>> = {
    example,
    "no event": { edition: {}, applicants: [], events: [] },
    "as of a day": { ...example, asOf: "2023-09-30" },
    "after the measures": { ...example, asOf: "2025-08-01" },
    "a year arranged by the caller": { ...example, calendar: { 2027: { holidays: ["2027-01-01"], workdays: [] } } },
    "of nothing known": { edition: null, applicants: null, events: null },
  };

  test.each(Object.keys(questions))("answers with the bytes of the library, of the shape declared: %s", async (name) => {
    const question = questions[name];
    const response = await ask(question);
    const text = await response.text();
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "no-store",
    ]);
    expect(text).toBe(JSON.stringify(audited(question)));
    expect(wrong("Audit", JSON.parse(text))).toEqual([]);
    expect(wrong("CaseQuestion", question)).toEqual([]);
  });

  test("is declared in types as the library answers, too", () => {
    const taken: (answer: AuditResult) => unknown = (answer: z.input<typeof auditSchema>) => answer;
    expect(taken).toBeTypeOf("function");
  });

  test("finds in the example what its description says", async () => {
    const { breaches, recordedLate } = (await (await ask(example)).json()) as AuditResult;
    expect(breaches.map(({ rule, certain }) => `${rule} ${certain}`)).toEqual([
      "procedure/interest-and-site-review true",
      "procedure/notice-of-seven-working-days true",
      "procedure/every-two-years false",
    ]);
    expect(recordedLate).toHaveLength(1);
  });

  test.each([
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl; charset=utf-8",
  ])("takes lines: %s", async (type) => {
    const text = `\uFEFF\r\n${inLines(example).replaceAll("\n", "\r\n\r\n")}`;
    const response = await service.post(path, text, { "content-type": type });
    expect([response.status, await response.text()]).toEqual([200, JSON.stringify(audited(example))]);
  });

  test("takes the day from the address, of lines as of a JSON, before that of the body", async () => {
    const asOf = "2023-09-30";
    const expected = JSON.stringify(audited({ ...example, asOf }));
    for (const response of await Promise.all([
      ask(example, `${path}?asOf=${asOf}`),
      ask({ ...example, asOf: "2024-01-01" }, `${path}?asOf=${asOf}`),
      askLines(inLines(example), `${path}?asOf=${asOf}`),
      askLines(inLines({ ...example, ...{ asOf } })),
    ])) {
      expect([response.status, await response.text()]).toEqual([200, expected]);
    }
  });

  test("as of a day answers what it would have answered of the log as it was then", async () => {
    const day = "2023-10-10";
    const then = example.events.filter((event) => {
      const { occurredOn, recordedOn = occurredOn } = event as { occurredOn: string; recordedOn?: string };
      return recordedOn <= day;
    });
    const [whole, prefix] = await Promise.all(
      [example.events, then].map(async (events) => (await ask({ ...example, events }, `${path}?asOf=${day}`)).json()),
    );
    const shown = ({ breaches, events }: AuditResult) => [events, breaches.map(({ rule, says }) => [rule, says])];
    expect(shown(whole as AuditResult)).toEqual(shown(prefix as AuditResult));
    expect((whole as AuditResult).breaches).toHaveLength(2);
  });

  test("many at once are each answered by themselves", async () => {
    const days = Array.from({ length: 8 }, (_, at) => `2023-0${at + 2}-28`);
    const answers = await Promise.all(days.map(async (day) => (await ask(example, `${path}?asOf=${day}`)).json()));
    expect((answers as AuditResult[]).map(({ asOf }) => asOf)).toEqual(days);
  });

  test("leaves the procedure itself to be read", async () => {
    const response = await service.get(`/v1/awards/${award.id}/procedure`);
    expect([response.status, await response.text()]).toEqual([200, JSON.stringify(award.files.procedure)]);
  });
});

describe("is refused", () => {
  const event = example.events[0] as object;
  const head = { edition: {}, applicants: [] };
  const log = (...events: readonly object[]) => ({ ...head, events });

  test.each([
    ["{", "400 -  bad-json"],
    ["", "400 -  empty-input"],
    ['{"a":1,"a":1}', "400 - /a duplicate-key"],
    ["[]", "422 -  not-an-object"],
    [JSON.stringify({ ...log(event), asOf: "soon" }), "422 - /asOf not-a-date"],
    [JSON.stringify({ ...log(event), calendar: { 2027: {} } }), "422 - /calendar/2027 missing-member"],
    [JSON.stringify(log({ ...event, by: "nobody" })), "422 - /events/0/by not-a-value"],
  ])("%s", async (body, error) => {
    expect((await errorsOf(await askText(body)))[0]).toBe(error);
  });

  test("with everything wrong at once, on its line", async () => {
    const text = `${JSON.stringify({ ...head, editoin: {} })}\n\n{]\n${JSON.stringify({ ...event, by: "nobody", data: { x: 1 } })}\n"`;
    expect(await errorsOf(await askLines(text))).toEqual([
      "400 1 /editoin unknown-member",
      "400 3  bad-json",
      "400 4 /by not-a-value",
      "400 4 /data/x unknown-member",
      "400 5  bad-json",
    ]);
  });

  test.each([
    [`${JSON.stringify(head)}\n{`, ["400 2  bad-json"]],
    [`{\n${JSON.stringify(event)}`, ["400 1  bad-json"]],
    [`${JSON.stringify(log(event))}\n`, ["400 1 /events events-in-head"]],
    [`${JSON.stringify(head)}\n${JSON.stringify({ ...event, by: "nobody" })}`, ["422 2 /by not-a-value"]],
    ["\n \n", ["400 1  empty-input"]],
  ])("lines: %j", async (text, errors) => {
    expect(await errorsOf(await askLines(text))).toEqual(errors);
  });

  test("a parameter that nobody knows, which may be a day misspelt", async () => {
    const problem = await problemOf(await ask(log(event), `${path}?asof=2023-03-01`));
    expect([problem.status, problem.errors[0]?.code]).toEqual([422, "unknown-member"]);
    expect(JSON.stringify(problem.errors)).toContain("did you mean `asOf`?");
    expect(await errorsOf(await askLines(inLines(example), `${path}?asOf=`))).toEqual(["422 1 /asOf not-a-date"]);
  });

  test("an unknown award, another method, another type, a compressed body", async () => {
    const at = (id: string) => `/v1/awards/${id}/procedure/audit`;
    expect((await problemOf(await ask(example, at("nm-chairman-202")))).type).toBe("/docs#problem-unknown-award");
    const got = await service.get(path);
    expect([got.status, got.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect((await problemOf(await service.post(path, "a,b", { "content-type": "text/csv" }))).status).toBe(415);
    const zipped = await service.post(path, "x", { ...NDJSON, "content-encoding": "gzip" });
    expect((await problemOf(zipped)).status).toBe(415);
  });

  test.each(["zh", "en"])("in the language asked for first: %s", async (language) => {
    const headers = { "content-type": "application/json", "accept-language": language };
    const response = await service.post(path, JSON.stringify(log({ ...event, by: "nobody" })), headers);
    expect(response.headers.get("content-language")).toBe(language === "zh" ? "zh, en" : "en, zh");
    expect((await problemOf(response)).title).toMatch(language === "zh" ? /^问题有误/ : /^question is wrong/);
  });

  test("without what an entry declares confidential", async () => {
    const secret = { ...event, by: "nobody", data: { x: "the recipe" }, confidential: ["/data/x"] };
    for (const response of [await ask(log(secret)), await askLines(inLines(log(secret)))]) {
      const problem = await problemOf(response);
      expect(problem.errors.length).toBeGreaterThan(1);
      expect(JSON.stringify(problem)).not.toContain("recipe");
    }
  });

  test("more than 20 000 events or applicants, and more than 16 MiB", async () => {
    const events = Array.from({ length: 20_001 }, () => event);
    expect(await errorsOf(await ask({ ...head, events }))).toEqual(["422 - /events too-many-rows"]);
    expect(await errorsOf(await askLines(inLines({ ...head, events })))).toEqual(["422 - /events too-many-rows"]);
    for (const type of ["application/json", "application/x-ndjson"]) {
      const request = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 16777217\r\n\r\n`;
      expect(await service.raw([request], (text) => text.includes("too-large"))).toMatch(/^HTTP\/1\.1 413 /);
    }
  });

  test("an award without a procedure", async () => {
    const { procedure: _, ...files } = award.files;
    const app = createApp(new Map([[award.id, { ...award, files } as Award]]));
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect(await (await app.request(path, init)).json()).toMatchObject({ status: 404, type: "/docs#problem-absent-part" });
  });
});

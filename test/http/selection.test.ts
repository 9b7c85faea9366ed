import type { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { loadExamples } from "../../src/files/examples.js";
import { createApp } from "../../src/http/app.js";
import type { selectionSchema } from "../../src/http/openapi/selection-schema.js";
import type { Award } from "../../src/index.js";
import type { SelectionQuestion, SelectionResult } from "../../src/selection/answer.js";
import { select } from "../../src/selection/select.js";
import { even, measures } from "../selection/awards.js";
import { award, shapesOf, startService } from "./service.js";

const service = await startService();
const nm = await measures();
const path = `/v1/awards/${award.id}/selection`;
const asOf = "2023-12-20";
const example = (await loadExamples("rules")).get(award.id)?.get("selection") as SelectionQuestion;
const wrong = shapesOf((await (await service.get("/openapi.json")).json()) as object);

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

const ask = (question: unknown) => service.post(path, typeof question === "string" ? question : JSON.stringify(question));

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as Problem;
  expect(wrong("Problem", problem)).toEqual([]);
  expect(JSON.stringify(problem)).not.toMatch(/\bat .*\.ts|node_modules|\/tmp|\/src/);
  return problem;
}

const sheet = { stage: "site", applicant: "A1", reviewer: "R1", scores: {} };

describe("POST /v1/awards/{award}/selection", () => {
  const { sheets } = example;
  const questions: Readonly<Record<string, unknown>> = {
    example,
    "nothing held": { asOf, sheets: [] },
    "the first stage alone": { asOf, interests: [], sheets: sheets.filter(({ stage }) => stage === "material") },
    "scores missing": { id: "7", asOf, sheets: sheets.map((one, at) => (at % 4 === 0 ? { ...one, scores: {} } : one)) },
    ties: {
      asOf: "2025-08-01",
      sheets: ["A", "B", "C", "D", "E", "F", "G"].flatMap((applicant) =>
        nm.selection.stages.flatMap(({ name }) => ["R1", "R2", "R3"].map((reviewer) => even(nm, name, applicant, reviewer, 70))),
      ),
    },
  };

  test.each(Object.keys(questions))("answers with the bytes of the library, of the shape declared: %s", async (name) => {
    const question = questions[name];
    const expected = select(award, nm.scorer, question);
    const response = await ask(question);
    const text = await response.text();
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "no-store",
    ]);
    expect(text).toBe(JSON.stringify(expected.ok && expected.selection));
    expect(wrong("Selection", JSON.parse(text))).toEqual([]);
    expect(wrong("SelectionQuestion", question)).toEqual([]);
  });

  test("is declared in types as the library answers, too", () => {
    const taken: (selection: SelectionResult) => unknown = (selection: z.input<typeof selectionSchema>) => selection;
    expect(taken).toBeTypeOf("function");
  });

  test("many at once are each answered by themselves", async () => {
    const texts = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => (await ask({ ...example, id: `${at}` })).json() as Promise<{ id: string }>),
    );
    expect(texts.map(({ id }) => id)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
  });

  test("takes 16 000 sheets", async () => {
    const many = Array.from({ length: 16_000 }, (_, at) =>
      even(
        nm,
        ["material", "site", "presentation"][at % 3] as string,
        `单位${Math.floor(at / 90)}`,
        `专家${at % 90}`,
        5 * (at % 21),
      ),
    );
    const response = await ask({ asOf, interests: [], sheets: many });
    expect(response.status).toBe(200);
    const { applicants } = (await response.json()) as SelectionResult;
    expect(applicants).toHaveLength(178);
  });
});

describe("what is wrong", () => {
  test("with the question is said all at once", async () => {
    const problem = await problemOf(
      await ask({
        asOf: "2023-02-30",
        sheets: [
          { ...sheet, stage: "现场", scores: { "4.1.2": 81, "4.1.22": 80, "4.1.3": "八十" } },
          { ...sheet, extra: 1 },
        ],
        reviewRules: { illustrative: "yes" },
      }),
    );
    expect([problem.status, problem.type]).toEqual([422, "/docs#problem-invalid-question"]);
    expect(problem.errors.slice(0, 6).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/asOf not-a-date",
      "/sheets/0/stage unknown-stage",
      "/sheets/0/scores/4.1.2 off-scale",
      "/sheets/0/scores/4.1.22 unknown-clause",
      "/sheets/0/scores/4.1.3 no-number",
      "/sheets/1/extra unknown-member",
    ]);
    expect(problem.errors.slice(6).every(({ pointer }) => pointer.startsWith("/reviewRules"))).toBe(true);
  });

  test.each(["[]", "null", "1", '"x"'])("%s is no question", async (body) => {
    const problem = await problemOf(await ask(body));
    expect([problem.status, problem.errors.map(({ code }) => code)]).toEqual([422, ["not-an-object"]]);
  });

  test.each(["", "{", '{"asOf":1,"asOf":1}', "[".repeat(100_000)])("a body that is no JSON is refused", async (body) => {
    expect((await problemOf(await ask(body))).status).toBe(400);
  });

  test("with another type, method or award as with any other question", async () => {
    expect((await problemOf(await service.post(path, "{}", { "content-type": "text/plain" }))).status).toBe(415);
    expect((await problemOf(await service.get(path, { method: "PUT" }))).status).toBe(405);
    expect((await problemOf(await service.post("/v1/awards/nothing/selection", "{}"))).status).toBe(404);
  });

  test("with an award that has no selection", async () => {
    const { criteria: _, selection: __, ...files } = award.files;
    const app = createApp(new Map([[award.id, { ...award, files } as Award]]));
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const problem = await problemOf(await app.request(path, init));
    expect([problem.status, problem.type, problem.errors[0]?.code]).toEqual([404, "/docs#problem-absent-part", "no-selection"]);
  });

  test("a million mistakes are counted, and a thousand listed", async () => {
    const keys = Array.from({ length: 1_000_000 }, (_, at) => `"${at}":1`).join(",");
    const body = `{"asOf":"${asOf}","sheets":[{"stage":"site","applicant":"A","reviewer":"R","scores":{${keys}}}]}`;
    const { errors, detail } = await problemOf(await ask(body));
    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)?.code).toBe("more-errors");
    expect(detail).toContain("the first 1000 of 1000000 errors");
  });

  test("review rules that are none by their length alone", async () => {
    const reviewRules = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`${at}`, {}]));
    const { errors } = await problemOf(await ask({ asOf, sheets: [], reviewRules }));
    expect(errors).toMatchObject([{ pointer: "/reviewRules", code: "too-large" }]);
  });

  test("more rows than any edition has", async () => {
    const rows = Array.from({ length: 20_001 }, () => 1);
    const { errors } = await problemOf(await ask({ asOf, sheets: rows, interests: rows, applicants: rows }));
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/applicants too-many-rows",
      "/sheets too-many-rows",
      "/interests too-many-rows",
    ]);
  });

  test("a body over 16 MiB", async () => {
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 16777217\r\n\r\n`;
    expect(await service.raw([head], (text) => text.includes("too-large"))).toMatch(/^HTTP\/1\.1 413 /);
  });
});

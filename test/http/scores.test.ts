import type { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.js";
import type { scoresSchemaOfAnswer } from "../../src/http/openapi/scores-schema.js";
import type { Award } from "../../src/index.js";
import type { ScoresResult } from "../../src/selection/score-answer.js";
import { scoreSheets } from "../../src/selection/score-sheets.js";
import { even, measures } from "../selection/awards.js";
import { award, shapesOf, startService } from "./service.js";

const service = await startService();
const nm = await measures();
const path = `/v1/awards/${award.id}/scores`;
const wrong = shapesOf((await (await service.get("/openapi.json")).json()) as object);

const ask = (question: unknown) => service.post(path, typeof question === "string" ? question : JSON.stringify(question));

async function scoresOf(question: unknown): Promise<ScoresResult> {
  const response = await ask(question);
  const text = await response.text();
  expect(response.status, text.slice(0, 500)).toBe(200);
  const own = await scoreSheets(award, nm.scorer, question);
  expect(text).toBe(JSON.stringify(own.ok && own.scores));
  const scores = JSON.parse(text) as ScoresResult;
  expect(wrong("SheetScores", scores)).toEqual([]);
  expect(wrong("ScoresQuestion", question)).toEqual([]);
  return scores;
}

async function errorsIn(question: unknown): Promise<readonly string[]> {
  const response = await ask(question);
  const problem = (await response.json()) as { errors: { pointer: string; code: string }[] };
  expect([response.status, wrong("Problem", problem)]).toEqual([422, []]);
  return problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

const half = even(nm, "site", "A1", "R1", 50);
const { scores } = half;

describe("POST /v1/awards/{award}/scores", () => {
  test("every sheet comes to its points, in the order given, exactly", async () => {
    const answer = await scoresOf({ sheets: [{ scores: { ...scores, "4.1.2": 55 } }, half] });
    expect(answer).toMatchObject({ unitsPerPoint: 100, points: 1000, scale: { max: 100, step: 5 } });
    expect(answer.sheets[1]).toMatchObject({
      applicant: "A1",
      reviewer: "R1",
      stage: "site",
      total: { text: "500.00", units: 50_000 },
      missing: [],
    });
    expect(answer.sheets[0]?.total?.units).toBeGreaterThan(50_000);
    expect(Object.keys(answer.sheets[0] ?? {})).not.toContain("applicant");
    const sum = Object.values(answer.sheets[0]?.categories ?? {}).reduce((all, points) => all + (points?.units ?? 0), 0);
    expect(sum).toBe(answer.sheets[0]?.total?.units);
    expect(Object.keys(answer)).not.toContain("aggregates");
  });

  test("a sheet is read as a line of a batch is: clauses side by side, a label, digits", async () => {
    const flat = { applicant: 7, reviewer: "R1", stage: "现场评审", ...scores, "4.1.2": "50" };
    const { sheets } = await scoresOf({ sheets: [flat, { ...half, applicant: "8" }] });
    expect(sheets[0]).toEqual({ ...sheets[1], applicant: "7" });
  });

  test("of a sheet that lacks an item the bounds are given, and which it lacks", async () => {
    const [sheet] = (await scoresOf({ sheets: [{ scores: { ...scores, "4.1.2": null } }] })).sheets;
    const weight = nm.criteria.categories.flatMap(({ items }) => items).find(({ clause }) => clause === "4.1.2")?.points ?? 0;
    expect(sheet).toMatchObject({
      total: null,
      range: { least: { units: 50_000 - 50 * weight }, greatest: { units: 50_000 + 50 * weight } },
      categories: { "4.1": null },
      missing: ["4.1.2"],
    });
    expect(sheet?.categories["4.2"]).not.toBeNull();
  });

  test("no score at all may come to anything, and no sheet to nothing", async () => {
    expect((await scoresOf({ sheets: [{ scores: {} }] })).sheets[0]?.range).toEqual({
      least: { text: "0.00", units: 0 },
      greatest: { text: "1000.00", units: 100_000 },
    });
    expect((await scoresOf({ sheets: [] })).sheets).toEqual([]);
  });

  test("with an aggregation applicants are ranked stage by stage, ties sharing the better rank", async () => {
    const given = { A: [60, 70], B: [65, 65], C: [90, 90] };
    const sheets = Object.entries(given).flatMap(([applicant, own]) =>
      own.map((score, at) => even(nm, "site", applicant, `R${at}`, score)),
    );
    const { aggregates } = await scoresOf({ sheets, aggregation: { method: "mean" } });
    expect(aggregates?.map(({ applicant, rank, value }) => [applicant, rank, value?.text])).toEqual([
      ["C", 1, "900.00"],
      ["A", 2, "650.00"],
      ["B", 2, "650.00"],
    ]);
  });

  test.each([
    { method: "mean" },
    { method: "median" },
    { method: "trimmed-mean", drop: 1 },
  ])("by %j while scores are missing", async (aggregation) => {
    const sheets = ["R1", "R2", "R3"].flatMap((reviewer) => [
      even(nm, "site", "A", reviewer, 60, { "4.1.2": null }),
      even(nm, "site", "B", reviewer, 60),
      even(nm, "material", "B", reviewer, 95),
    ]);
    const { aggregates } = await scoresOf({ sheets: [...sheets, { applicant: "C", scores }], aggregation });
    expect(aggregates?.map(({ stage, applicant, rank, ranks }) => [stage, applicant, rank ?? ranks])).toEqual([
      ["site", "A", { best: 1, worst: 2 }],
      ["site", "B", { best: 1, worst: 2 }],
      ["material", "B", 1],
      [undefined, "C", aggregation.method === "trimmed-mean" ? undefined : 1],
    ]);
  });
});

describe("what is wrong", () => {
  test("is said all at once, each at its place", async () => {
    const errors = await errorsIn({
      sheets: [
        { scores: { "4.1.2": 63, "4.1.22": 80, x: 1, "4.1.3": "八十" }, extra: 1 },
        { stage: "sites", applicant: 7.5, reviewer: " ", scores: [] },
        null,
        {},
        half,
        half,
      ],
      aggregation: { method: "averge" },
      more: true,
    });
    expect(errors).toEqual([
      "/more unknown-member",
      "/aggregation/method not-a-value",
      "/sheets/0/extra unknown-member",
      "/sheets/0/scores/4.1.2 off-scale",
      "/sheets/0/scores/4.1.22 unknown-clause",
      "/sheets/0/scores/x unknown-clause",
      "/sheets/0/scores/4.1.3 no-number",
      "/sheets/1/applicant not-a-text",
      "/sheets/1/reviewer empty-id",
      "/sheets/1/stage unknown-stage",
      "/sheets/1/scores not-an-object",
      "/sheets/2 not-an-object",
      "/sheets/3 missing-member",
      "/sheets/5 sheet-twice",
    ]);
  });

  test.each([
    [{ method: "trimmed-mean" }, "/aggregation missing-member"],
    [{ method: "trimmed-mean", drop: 0.5 }, "/aggregation/drop not-an-integer"],
    [{ method: "trimmed-mean", drop: 0 }, "/aggregation/drop out-of-range"],
    [{ method: "mean", drop: 1 }, "/aggregation/drop unknown-member"],
    ["mean", "/aggregation not-an-object"],
    [{}, "/aggregation missing-member"],
  ])("aggregation %j", async (aggregation, error) => {
    expect(await errorsIn({ sheets: [half], aggregation })).toEqual([error]);
  });

  test("sheets without an applicant cannot be put together", async () => {
    expect(await errorsIn({ sheets: [half, { scores }], aggregation: { method: "mean" } })).toEqual(["/sheets/1 missing-member"]);
  });

  test.each(["[]", "null", "{}", '{"sheets":null}', '{"sheets":{}}'])("%s", async (body) => {
    expect(await errorsIn(body)).toHaveLength(1);
  });

  test("a key named __proto__ is a clause like any other", async () => {
    expect(await errorsIn('{"sheets":[{"scores":{"__proto__":1}}]}')).toEqual(["/sheets/0/scores/__proto__ unknown-clause"]);
  });

  test("an award without criteria", async () => {
    const { criteria: _, ...files } = award.files;
    const app = createApp(new Map([[award.id, { ...award, files } as Award]]));
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const problem = (await (await app.request(path, init)).json()) as { status: number; type: string };
    expect(problem).toMatchObject({ status: 404, type: "/docs#problem-absent-part" });
  });
});

test("is declared in types as it is answered", () => {
  const taken: (answer: ScoresResult) => unknown = (answer: z.input<typeof scoresSchemaOfAnswer>) => answer;
  expect(taken).toBeTypeOf("function");
});

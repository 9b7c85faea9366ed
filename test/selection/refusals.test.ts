import { beforeAll, describe, expect, it } from "vitest";
import { type Award, loadAward } from "../../src/index.js";
import type { Criteria } from "../../src/kernel/criteria.js";
import { loadScorer } from "../../src/scoring/scorer.js";
import { select } from "../../src/selection/select.js";
import { even, invented, measures, type Selecting } from "./awards.js";

let nm: Selecting;
let craft: Selecting;
beforeAll(async () => {
  nm = await measures();
  craft = await invented();
});

const asOf = "2023-12-20";

function errorsIn({ award, scorer }: Selecting, question: unknown) {
  const answer = select(award, scorer, question);
  if (answer.ok) throw new Error("nothing is wrong with it");
  return answer.errors;
}

const places = (of: Selecting, question: unknown) => errorsIn(of, question).map(({ pointer, code }) => `${pointer} ${code}`);
const sheet = { stage: "site", applicant: "A1", reviewer: "R1", scores: {} };

describe("everything wrong with a question is said at once", () => {
  it("members, texts and lists", () => {
    const question = {
      id: 7,
      edtion: "2023",
      edition: 2023,
      asOf: "2023-02-30",
      applicants: [{ id: "A1", nme: "x" }, { id: "A1" }, { id: " " }, "A2", {}],
      sheets: [null, { ...sheet, reviewer: 3.5 }, { stage: "site" }],
      interests: { reviewer: "R1" },
      held: "site",
    };
    expect(places(nm, question)).toEqual([
      "/edtion unknown-member",
      "/id not-a-text",
      "/asOf not-a-date",
      "/edition not-a-text",
      "/applicants/0/nme unknown-member",
      "/applicants/1/id applicant-twice",
      "/applicants/2/id empty-id",
      "/applicants/3 not-an-object",
      "/applicants/4 missing-member",
      "/sheets/0 not-an-object",
      "/sheets/1/reviewer not-a-text",
      "/sheets/2 missing-member",
      "/sheets/2 missing-member",
      "/sheets/2 missing-member",
      "/interests not-a-list",
      "/held not-a-list",
    ]);
  });

  it.each<readonly [unknown, string]>([
    [63, "off-scale"],
    [101, "off-scale"],
    [-5, "off-scale"],
    [62.5, "off-scale"],
    [Number.NaN, "off-scale"],
    ["101", "off-scale"],
    ["60.0", "off-scale"],
    ["", "no-number"],
    ["六十", "no-number"],
    ["６０", "no-number"],
    [true, "no-number"],
    [[60], "no-number"],
  ])("%j is no score: %s", (score, code) => {
    const [error] = errorsIn(nm, { asOf, sheets: [{ ...sheet, scores: { "4.1.2": score } }] });
    expect(error).toMatchObject({ pointer: "/sheets/0/scores/4.1.2", code, expected: "0, 5, … 100" });
  });

  it("a score is held to the scale of the pack", () => {
    const scores = { 甲一: 10, 甲二: 11 };
    expect(places(craft, { asOf: "2031-01-01", sheets: [{ ...sheet, stage: "work", scores }] })).toEqual([
      "/sheets/0/scores/甲二 off-scale",
    ]);
  });

  it("stages and clauses by their nearest names", () => {
    const errors = errorsIn(nm, {
      asOf,
      sheets: [
        { ...sheet, stage: "sitte", scores: { "4.1.22": 50 } },
        { ...sheet, stage: "现场" },
      ],
      held: ["presentations"],
    });
    expect(errors.map(({ message }) => message.en)).toEqual([
      "no such stage `sitte`: did you mean `site`? known are material, site, presentation",
      "no item `4.1.22` in GB/T 19580-2012: did you mean `4.1.2`?",
      "no such stage `现场`: known are material, site, presentation",
      "no such stage `presentations`: did you mean `presentation`? known are material, site, presentation",
    ]);
  });

  it("a sheet given twice, with the place of the other", () => {
    const [error] = errorsIn(nm, { asOf, sheets: [sheet, { ...sheet, stage: "material" }, sheet] });
    expect(error).toMatchObject({ pointer: "/sheets/2", code: "sheet-twice" });
    expect(error?.message.en).toBe("a sheet of `R1` for `A1` at site stands at /sheets/0 already: keep one");
  });

  it("applicants who are not among those listed", () => {
    const question = { asOf, applicants: [{ id: "A10" }], sheets: [sheet], interests: [{ reviewer: "R1", applicant: "A11" }] };
    expect(places(nm, question)).toEqual(["/sheets/0/applicant unknown-applicant", "/interests/0/applicant unknown-applicant"]);
  });

  it("review rules that do not fit, by their place in the question", () => {
    const own = nm.award.files["review-rules"] as unknown as { readonly stages: Readonly<Record<string, object>> };
    const reviewRules = {
      ...own,
      stages: { ...own.stages, material: { ...own.stages["material"], weight: 1 } },
      awards: { atLeast: 1001 },
    };
    expect(places(nm, { asOf, sheets: [], reviewRules })).toEqual([
      "/reviewRules/stages/material/weight stray-weight",
      "/reviewRules/awards/atLeast out-of-range",
    ]);
  });

  it("a day before the measures are in force", () => {
    expect(errorsIn(nm, { asOf: "2022-12-11", sheets: [] })).toMatchObject([
      { pointer: "/asOf", code: "not-in-force", provision: "art_29__sent_1" },
    ]);
  });

  it("no sheets at all, or no object", () => {
    expect(places(nm, { asOf })).toEqual([" missing-member"]);
    expect(places(nm, { asOf, sheets: null })).toEqual([" missing-member"]);
    expect(places(nm, [])).toEqual([" not-an-object"]);
  });
});

describe("an award without a selection", () => {
  it("selects nobody", () => {
    const { criteria: _, selection: __, "review-rules": ___, ...files } = nm.award.files;
    const bare = { ...nm.award, files } as Award;
    expect(places({ ...nm, award: bare }, { asOf, sheets: [] })).toEqual([" no-selection"]);
    expect(loadAward(nm.award.files).digest).toBe(nm.award.digest);
  });
});

describe("sums that 64 bits do not hold", () => {
  it("are refused, not rounded", async () => {
    const items = Array.from({ length: 250 }, (_, at) => ({
      clause: `1.${at}`,
      title: { zh: `项${at}`, en: `item ${at}` },
      points: 32_000,
    }));
    const title = { zh: "类", en: "category" };
    const criteria: Criteria = {
      standard: "as many points as may be",
      pointsFrom: "as many points as may be",
      categories: [{ clause: "1", title, points: 8_000_000, items }],
      scale: { unit: "percent", min: 0, max: 100, step: 5 },
    };
    const award = loadAward({ ...nm.award.files, criteria });
    const great = { ...nm, award, criteria, scorer: await loadScorer(criteria) };
    const sheets = Array.from({ length: 30 }, (_, at) => even(great, "site", "A1", `R${at}`, 100));
    expect(select(award, great.scorer, { asOf, sheets: sheets.slice(0, 28) }).ok).toBe(true);
    expect(places(great, { asOf, sheets })).toEqual(["/sheets sums-too-great"]);
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "../../src/scoring/simulation.js";
import type { SelectionResult, Sheet } from "../../src/selection/answer.js";
import { shareOf } from "../../src/selection/share.js";
import { type StabilityAnswer, type StabilityOptions, stabilityOf } from "../../src/selection/stability.js";
import type { StabilityResult } from "../../src/selection/stability-answer.js";
import { even, measures, type Selecting, small } from "./awards.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 5_000 : 150;
const OPTIONS: StabilityOptions = { seed: 1, runs: 40, spread: 0 };
const HELD = ["material", "site", "presentation"];
const BASE = { asOf: "2023-12-20", interests: [], held: HELD };

let nm: Selecting;
let few: Selecting;
beforeAll(async () => {
  nm = await measures();
  few = await small();
});

function answer(of: Selecting, question: unknown, options = OPTIONS): Promise<StabilityAnswer> {
  return stabilityOf(of.award, of.scorer, question, options, async (simulations) =>
    simulations.map((simulation) => simulate(of.scorer.module, simulation)),
  );
}

async function test(of: Selecting, question: unknown, options = OPTIONS): Promise<StabilityResult | null> {
  const answered = await answer(of, question, options);
  if (!answered.ok) throw new Error(JSON.stringify(answered.errors));
  return answered.stability;
}

async function told(of: Selecting, question: unknown, options = OPTIONS): Promise<StabilityResult> {
  return (await test(of, question, options)) as StabilityResult;
}

/** The rules of the award with other points that are needed, and means or medians. */
function rulesOf(atLeast: number | null, method: "mean" | "median" | "trimmed-mean" = "mean") {
  const aggregation = method === "trimmed-mean" ? { method, drop: 1 } : { method };
  return {
    illustrative: true,
    title: { zh: "示例", en: "illustrative" },
    stages: {
      material: { aggregation: { method: "mean" } },
      site: { weight: 6000, aggregation },
      presentation: { weight: 4000, aggregation },
    },
    shortlist: { first: 9 },
    awards: atLeast === null ? {} : { atLeast },
  };
}

const score = fc.integer({ min: 0, max: 3 });
const atLeast = fc.option(fc.integer({ min: 0, max: 10 }));
const method = fc.constantFrom("mean" as const, "median" as const, "trimmed-mean" as const);

/** Of each applicant what each of three reviewers gives each of the items at both stages that rank. */
const scoresOf = (applicants: number) =>
  fc.array(fc.array(fc.tuple(score, score, score), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: applicants });

function sheetsOf(scores: readonly (readonly (readonly [number, number, number])[])[], alike: boolean): readonly Sheet[] {
  return scores.flatMap((own, applicant) =>
    ["site", "presentation"].flatMap((stage, at) =>
      [0, 1, 2].map((reviewer): Sheet => {
        const [a, b, c] = own[3 * at + (alike ? 0 : reviewer)] as readonly [number, number, number];
        return { stage, applicant: `A${applicant}`, reviewer: `R${reviewer}`, scores: { "1.1": a, "1.2": b, "2.1": c } };
      }),
    ),
  );
}

const proposedIn = ({ awards }: SelectionResult) => awards.proposed.map(({ applicant }) => applicant);
const tiedIn = ({ awards }: SelectionResult) => awards.ties.flatMap(({ applicants }) => applicants);

describe("where reviewers agree and weights stay, every run comes to what is selected", () => {
  it("whatever points are needed, with ties and without, exactly at the points too", async () => {
    await fc.assert(
      fc.asyncProperty(scoresOf(6), atLeast, method, async (scores, points, by) => {
        const question = { ...BASE, sheets: sheetsOf(scores, true), reviewRules: rulesOf(points, by) };
        const selection = few.ask(question);
        const [proposed, tied] = [proposedIn(selection), tiedIn(selection)];
        const { lines, absences } = await told(few, question);
        // Of three sheets a trimmed mean can spare none.
        if (by !== "trimmed-mean") expect(absences).toEqual([]);
        expect(lines.map(({ applicant }) => applicant).sort()).toEqual(scores.map((_, at) => `A${at}`).sort());
        for (const { applicant, drawn, moved } of lines) {
          const rank = selection.ranking.lines.find((line) => line.applicant === applicant)?.rank;
          for (const chance of [drawn, moved]) {
            expect(chance.proposed.percent).toBe(proposed.includes(applicant) ? "100" : "0");
            expect(chance.tied.percent).toBe(tied.includes(applicant) ? "100" : "0");
            expect(chance.ranks).toEqual({ best: rank, worst: rank });
          }
        }
      }),
      { numRuns },
    );
  });
});

describe("without a reviewer", () => {
  it("is what would be selected without the sheets of the reviewer at the stage", async () => {
    await fc.assert(
      fc.asyncProperty(scoresOf(5), atLeast, fc.constantFrom("mean" as const, "median" as const), async (scores, points, by) => {
        const sheets = sheetsOf(scores, false);
        const question = { ...BASE, sheets, reviewRules: rulesOf(points, by) };
        const whole = few.ask(question);
        const expected = ["site", "presentation"].flatMap((stage) =>
          ["R0", "R1", "R2"].flatMap((reviewer) => {
            const left = sheets.filter((sheet) => sheet.stage !== stage || sheet.reviewer !== reviewer);
            const without = few.ask({ ...question, sheets: left });
            const less = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id)).sort();
            const gained = less(proposedIn(without), proposedIn(whole));
            const lost = less(proposedIn(whole), proposedIn(without));
            const tied = tiedIn(without).toSorted();
            const isSame = gained.length + lost.length === 0 && tied.join() === tiedIn(whole).toSorted().join();
            return isSame ? [] : [{ stage, reviewer, gained, lost, tied }];
          }),
        );
        const { absences } = await told(few, question, { ...OPTIONS, runs: 1 });
        const sorted = absences.map((one) => ({
          ...one,
          gained: one.gained.toSorted(),
          lost: one.lost.toSorted(),
          tied: one.tied.toSorted(),
        }));
        expect(sorted).toEqual(expected);
      }),
      { numRuns },
    );
  });
});

describe("the chances", () => {
  /** Two reviewers set A1 and A2 apart: drawn twice, one of them alone puts A2 before A1 in a quarter of the runs. */
  const sheets = (of: Selecting) =>
    ["site", "presentation"].flatMap((stage) => [
      even(of, stage, "A1", "R1", 80),
      even(of, stage, "A1", "R2", 65),
      even(of, stage, "A2", "R1", 60),
      even(of, stage, "A2", "R2", 75),
    ]);

  it("are those of the limit: who is below it in a run is not proposed in it", async () => {
    const reviewRules = { ...rulesOf(70), shortlist: { first: 10 } };
    const { lines } = await told(nm, { ...BASE, sheets: sheets(nm), reviewRules }, { ...OPTIONS, runs: 20_000 });
    const [first, second] = lines.map(({ drawn }) => Number(drawn.proposed.over) / 20_000);
    expect(first).toBe(1);
    expect(second).toBe(1);
    const strict = await told(nm, { ...BASE, sheets: sheets(nm), reviewRules: rulesOf(700) }, { ...OPTIONS, runs: 20_000 });
    // At each of the two stages one draw in four is twice the one reviewer, one twice the other, and two are of both.
    const draws = [0, 1, 1, 2].flatMap((site) => [0, 1, 1, 2].map((shown) => ({ site, shown })));
    const shareFrom = (low: number, high: number) =>
      draws.filter(({ site, shown }) => 6 * (low * (2 - site) + high * site) + 4 * (low * (2 - shown) + high * shown) >= 20 * 70)
        .length / 16;
    const [one, two] = strict.lines.map(({ drawn }) => Number(drawn.proposed.over) / 20_000);
    expect(one).toBeCloseTo(shareFrom(65, 80), 1);
    expect(two).toBeCloseTo(shareFrom(60, 75), 1);
  });

  it("are the same for the same seed, and others for another", async () => {
    const question = { ...BASE, sheets: sheets(nm), reviewRules: rulesOf(700) };
    const options = { ...OPTIONS, runs: 1_000 };
    expect(await told(nm, question, options)).toEqual(await told(nm, question, options));
    expect((await told(nm, question, { ...options, seed: 2 })).lines).not.toEqual((await told(nm, question, options)).lines);
  });

  it("move with the weights, by as much as they are let", async () => {
    const apart = [
      ...["R1", "R2"].flatMap((reviewer) => [even(nm, "site", "A1", reviewer, 80), even(nm, "presentation", "A1", reviewer, 55)]),
      ...["R1", "R2"].flatMap((reviewer) => [even(nm, "site", "A2", reviewer, 55), even(nm, "presentation", "A2", reviewer, 90)]),
    ];
    const question = { ...BASE, sheets: apart, reviewRules: rulesOf(null) };
    const ranks = async (spread: number) =>
      (await told(nm, question, { ...OPTIONS, runs: 2_000, spread })).lines.map(({ moved }) => moved.ranks);
    expect(await ranks(0)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
    ]);
    expect(await ranks(30)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
    ]);
  });
});

describe("what is told beside them", () => {
  it("is nothing before all stages that rank are held", async () => {
    const sheets = [even(few, "site", "A1", "R1", 3)];
    expect(await test(few, { ...BASE, held: ["site"], sheets })).toBeNull();
  });

  it("is which sheets are left out since scores are missing, and who has then too few", async () => {
    const sheets = [
      ...sheetsOf([Array.from({ length: 6 }, () => [1, 2, 3] as const)], false),
      even(few, "site", "B1", "R1", 2, { "1.1": null }),
      even(few, "presentation", "B1", "R1", 2),
    ];
    const { lines, leftOut, untested } = await told(few, { ...BASE, sheets });
    expect(leftOut).toEqual([{ stage: "site", applicant: "B1", reviewer: "R1" }]);
    expect(untested).toEqual(["B1"]);
    expect(lines.map(({ applicant }) => applicant)).toEqual(["A0"]);
  });

  it("is whose rank or award missing scores leave open: no run settles that", async () => {
    const sheets = [
      ...["site", "presentation"].flatMap((stage) => [even(few, stage, "A1", "R1", 3), even(few, stage, "A2", "R1", 1)]),
      even(few, "site", "A2", "R2", 1, { "1.1": null }),
      ...["site", "presentation"].map((stage) => even(few, stage, "A3", "R1", 1)),
    ];
    const { lines } = await told(few, { ...BASE, sheets });
    expect(lines.map(({ applicant, open }) => [applicant, open])).toEqual([
      ["A1", undefined],
      ["A2", { best: 2, worst: 3 }],
      ["A3", { best: 2, worst: 3 }],
    ]);
    const alone = sheets.filter(({ applicant }) => applicant === "A2");
    const limited = await told(few, { ...BASE, sheets: alone, reviewRules: rulesOf(3) });
    expect(limited.lines).toMatchObject([{ open: { best: 1, worst: 1 }, drawn: { ranks: { best: 1, worst: 1 } } }]);
  });

  it("is who lacks the sheets for a score, and whose ranks that leaves open", async () => {
    const sheets = [
      ...["site", "presentation"].map((stage) => even(few, stage, "A1", "R1", 2)),
      even(few, "site", "A2", "R1", 3),
    ];
    const { lines, leftOut, untested } = await told(few, { ...BASE, sheets });
    expect([leftOut, untested]).toEqual([[], ["A2"]]);
    expect(lines).toMatchObject([{ applicant: "A1", open: { best: 1, worst: 2 } }]);
  });

  it("is nobody where there is nobody", async () => {
    expect(await told(few, { ...BASE, sheets: [] })).toMatchObject({ lines: [], absences: [], leftOut: [], untested: [] });
  });

  it("does not count excluded sheets", async () => {
    const sheets = [...sheetsOf([Array.from({ length: 6 }, () => [1, 2, 3] as const)], true), even(few, "site", "A0", "R9", 0)];
    const { lines } = await told(few, { ...BASE, interests: [{ reviewer: "R9", applicant: "A0" }], sheets });
    expect(lines).toEqual((await told(few, { ...BASE, sheets: sheets.slice(0, -1) })).lines);
  });

  it("is everything wrong with a question, as `select` tells it", async () => {
    const refused = await answer(few, { asOf: "soon" });
    expect(!refused.ok && refused.errors.map(({ code }) => code)).toEqual(["missing-member", "not-a-date"]);
  });
});

it.each([
  [0n, "0"],
  [1n, "<0.1"],
  [9_999n, ">99.9"],
  [10_000n, "100"],
  [9_732n, "97.3"],
  [5_025n, "50.3"],
])("a share of %i in 10000 is %s percent", (over, percent) => {
  expect(shareOf({ over, under: 10_000n }).percent).toBe(percent);
});

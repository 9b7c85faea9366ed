import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import type { ScoredStage } from "../../src/scoring/panels.js";
import * as reference from "../../src/scoring/reference/leave-one-out.js";
import { type LeaveOneOut, loadScorer, NO_TOTAL, type Scorer } from "../../src/scoring/scorer.js";
import { scoredStage, weights } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 500;
let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
});

const questions: fc.Arbitrary<LeaveOneOut> = fc
  .record({ applicants: fc.integer({ min: 1, max: 8 }), stages: fc.integer({ min: 1, max: 3 }), first: fc.nat({ max: 9 }) })
  .chain(({ applicants, stages, first }) =>
    fc
      .tuple(fc.array(scoredStage(applicants), { minLength: stages, maxLength: stages }), weights(stages))
      .map(([given, parts]) => ({ first, stages: given.map((stage, at) => ({ ...stage, weight: parts[at] as number })) })),
  );

/** A row a reviewer, a column an applicant. */
function stageOf(rows: readonly (readonly number[])[], weight = 10_000): ScoredStage {
  return {
    weight,
    aggregation: { method: "mean" },
    totals: Int32Array.from(rows.flat()),
    applicants: Uint32Array.from(rows.flatMap((row) => row.map((_, place) => place))),
    reviewers: Uint32Array.from(rows.flatMap((row, reviewer) => row.map(() => reviewer))),
  };
}

describe("leaveOneOut()", () => {
  it("is what the plain reference gives, for any stages, methods and cuts", () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(scorer.leaveOneOut(question)).toEqual(reference.leaveOneOut(question));
      }),
      { numRuns },
    );
  });

  it("reports nobody where reviewers agree, and nobody of a stage without weight", () => {
    const agreed = stageOf([
      [3, 2, 1],
      [3, 2, 1],
    ]);
    const against = stageOf([[0, 0, 9]], 0);
    expect(scorer.leaveOneOut({ stages: [agreed, against], first: 1 })).toEqual({ in: [0], tied: [], without: [] });
  });

  it("names the one reviewer who puts an applicant in, and who it would be without", () => {
    const stages = [
      stageOf([
        [50, 60],
        [50, 60],
        [90, 60],
      ]),
    ];
    expect(scorer.leaveOneOut({ stages, first: 1 })).toEqual({
      in: [0],
      tied: [],
      without: [{ stage: 0, reviewer: 2, gained: [1], lost: [0], tied: [] }],
    });
  });

  it("neither in nor out are those tied across the cut: one who ties them takes nobody in", () => {
    const stages = [
      stageOf([
        [5, 5, 1],
        [6, 5, 1],
      ]),
    ];
    expect(scorer.leaveOneOut({ stages, first: 1 })).toEqual({
      in: [0],
      tied: [],
      without: [{ stage: 0, reviewer: 1, gained: [], lost: [0], tied: [0, 1] }],
    });
    expect(scorer.leaveOneOut({ stages, first: 2 })).toEqual({ in: [0, 1], tied: [], without: [] });
  });

  it("an applicant whom nobody else judged loses its rank", () => {
    const stages = [
      stageOf([
        [9, 5, 4],
        [NO_TOTAL, 5, 4],
      ]),
    ];
    expect(scorer.leaveOneOut({ stages, first: 1 }).without).toEqual([
      { stage: 0, reviewer: 0, gained: [1], lost: [0], tied: [] },
    ]);
  });

  it("refuses weights that do not add up, and totals without reviewers", () => {
    expect(() => scorer.leaveOneOut({ stages: [stageOf([[1]], 9_999)], first: 1 })).toThrow("weights are parts per 10000");
    const stages = [{ ...stageOf([[1]]), reviewers: new Uint32Array(2) }];
    expect(() => scorer.leaveOneOut({ stages, first: 1 })).toThrow("a reviewer for each total");
  });
});

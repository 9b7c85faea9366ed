/** Stages of which some reviewers judged some applicants: what is drawn from anew, and what is left out of in turn. */
import type { Aggregation } from "../../../src/kernel/review-rules.js";
import type { ScoredStage } from "../../../src/scoring/panels.js";
import type { StageVector } from "../format.js";
import { draw } from "../made-up.js";

/** Some reviewers judge all applicants; `leftOut` of 100 totals are missing. */
function stageOf(
  run: number,
  size: { readonly reviewers: number; readonly applicants: number; readonly top: number; readonly leftOut?: number },
  aggregation: Aggregation,
  weight: number,
): ScoredStage {
  const random = draw(run);
  const pairs = Array.from({ length: size.reviewers * size.applicants }, (_, at) => at);
  return {
    totals: Int32Array.from(pairs, () => (random(100) < (size.leftOut ?? 0) ? -1 : random(size.top + 1))),
    applicants: Uint32Array.from(pairs, (pair) => pair % size.applicants),
    reviewers: Uint32Array.from(pairs, (pair) => Math.floor(pair / size.applicants)),
    aggregation,
    weight,
  };
}

export type Scored = readonly [name: string, stages: readonly ScoredStage[], first: number];

const MEAN = { method: "mean" } as const;
const MEDIAN = { method: "median" } as const;
const TRIMMED = { method: "trimmed-mean", drop: 1 } as const;

export function scoredCases(): readonly Scored[] {
  const small = { reviewers: 3, applicants: 4, top: 3 };
  const edition = { reviewers: 7, applicants: 12, top: 100_000 };
  return [
    ["nobody", [stageOf(500, { ...small, reviewers: 0 }, MEAN, 10_000)], 1],
    ["one applicant, one reviewer", [stageOf(501, { reviewers: 1, applicants: 1, top: 9 }, MEAN, 10_000)], 1],
    ["two applicants, one reviewer", [stageOf(502, { reviewers: 1, applicants: 2, top: 9 }, MEDIAN, 10_000)], 1],
    ["ties, mean", [stageOf(503, small, MEAN, 10_000)], 2],
    ["ties, median", [stageOf(504, small, MEDIAN, 10_000)], 2],
    ["ties, trimmed mean", [stageOf(505, { ...small, reviewers: 5 }, TRIMMED, 10_000)], 1],
    ["an even number of reviewers, median", [stageOf(506, { ...small, reviewers: 4 }, MEDIAN, 10_000)], 2],
    [
      "sheets missing: other panels, and applicants with too few",
      [stageOf(507, { ...edition, leftOut: 25 }, { method: "trimmed-mean", drop: 2 }, 10_000)],
      3,
    ],
    ["two stages", [stageOf(508, edition, MEAN, 6_000), stageOf(509, { ...edition, reviewers: 5 }, MEDIAN, 4_000)], 5],
    [
      "two stages with sheets missing, and a third without weight",
      [
        stageOf(510, { ...edition, leftOut: 10 }, TRIMMED, 6_000),
        stageOf(511, { ...edition, leftOut: 10 }, MEAN, 4_000),
        stageOf(512, small, MEAN, 0),
      ],
      5,
    ],
    ["nobody at the top", [stageOf(513, small, MEAN, 10_000)], 0],
    ["room for all at the top", [stageOf(514, small, MEAN, 10_000)], 4],
  ];
}

export function writtenStage({ totals, applicants, reviewers, ...rules }: ScoredStage): StageVector {
  const sheets = Array.from(
    totals,
    (total, at) => [applicants[at] as number, reviewers[at] as number, total === -1 ? null : `${total}`] as const,
  );
  return { ...rules, sheets };
}

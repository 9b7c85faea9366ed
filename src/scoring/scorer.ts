/** Scoring as a program uses it: one set of criteria, packed sheets in, exact numbers out. */
import type { Criteria } from "../kernel/criteria.js";
import { type Analyses, analysesOf } from "./analyses.js";
import { loadRanker, type Ranker } from "./ranker.js";

/** What is made of sheets, and of what was made of them; every function is exact and gives the same for the same. */
export interface Scorer extends Ranker, Analyses {}

/**
 * A scorer of one set of criteria, such as `criteria` of the pack that `GET /v1/awards/{award}` answers.
 * @throws RangeError where the module has no room for the criteria
 * @example
 * const scorer = await loadScorer(criteria);
 * const sheet = new Uint8Array(scorer.layout.stride).fill(50, 0, scorer.layout.items);
 * scorer.totals(sheet); // Int32Array [50000]: 500 points of 1000, in hundredths
 */
export async function loadScorer(criteria: Criteria): Promise<Scorer> {
  const ranker = await loadRanker(criteria);
  return { ...ranker, ...analysesOf(ranker) };
}

export type { Criteria } from "../kernel/criteria.js";
export type { Aggregation } from "../kernel/review-rules.js";
export { type Aggregates, outliers } from "./aggregate.js";
export { type Fraction, type Fractions, fractionAt, rounded } from "./fractions.js";
export { type Layout, MISSING, NO_TOTAL } from "./layout.js";
export type { LeaveOneOut, Reliance, Top, TopWithout } from "./leave-one-out.js";
export type { ScoredStage } from "./panels.js";
export { type InFirst, probabilityInFirst } from "./probability-in-first.js";
export type { Ranking, Standing, WeightedStage } from "./rank.js";
export { type RankInterval, rankIntervals } from "./rank-intervals.js";
export { type Spread, variance } from "./spread.js";
export type { Bootstrap, Movement, Runs, Stability } from "./stability.js";

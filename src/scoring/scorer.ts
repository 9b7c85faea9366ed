/** Scoring as a page or a program uses it: one set of criteria, packed sheets in, exact numbers out. */
import type { Criteria } from "../kernel/criteria.js";
import type { Aggregation } from "../kernel/review-rules.js";
import { type Aggregates, aggregate } from "./aggregate.js";
import type { Fractions } from "./fractions.js";
import { type Layout, layoutOf } from "./layout.js";
import { instantiate } from "./module.js";
import { composite, type Ranking, rank, type Standing, standings, type WeightedStage } from "./rank.js";
import { type SheetScorer, sheetScorer } from "./sheets.js";
import { type Bootstrap, bootstrap, type Movement, moveWeights, type Stability } from "./stability.js";

/** What is made of sheets, and of what was made of them; every function is exact and gives the same for the same. */
export interface Scorer extends SheetScorer {
  readonly layout: Layout;
  aggregate(totals: Int32Array, groups: Uint32Array, groupCount: number, aggregation: Aggregation): Aggregates;
  composite(stages: readonly WeightedStage[]): Fractions;
  rank(values: Fractions): Ranking;
  standings(lows: Fractions, highs: Fractions, first: number): readonly Standing[];
  bootstrap(question: Bootstrap): Stability;
  moveWeights(question: Movement): Stability;
}

/**
 * A scorer of one set of criteria, such as `criteria` of the pack that `GET /v1/awards/{award}` answers.
 * @throws RangeError where the module has no room for the criteria
 * @example
 * const scorer = await loadScorer(criteria);
 * const sheet = new Uint8Array(scorer.layout.stride).fill(50, 0, scorer.layout.items);
 * scorer.totals(sheet); // Int32Array [50000]: 500 points of 1000, in hundredths
 */
export async function loadScorer(criteria: Criteria): Promise<Scorer> {
  const layout = layoutOf(criteria);
  const module = await instantiate();
  return {
    layout,
    ...sheetScorer(module, layout),
    aggregate: (totals, groups, groupCount, aggregation) => aggregate(module, totals, groups, groupCount, aggregation),
    composite: (stages) => composite(module, stages),
    rank: (values) => rank(module, values),
    standings: (lows, highs, first) => standings(module, lows, highs, first),
    bootstrap: (question) => bootstrap(module, question),
    moveWeights: (question) => moveWeights(module, question),
  };
}

export { fractionAt, rounded } from "./fractions.js";
export { MISSING, NO_TOTAL } from "./layout.js";
export type {
  Aggregates,
  Aggregation,
  Bootstrap,
  Criteria,
  Fractions,
  Layout,
  Movement,
  Ranking,
  Stability,
  Standing,
  WeightedStage,
};

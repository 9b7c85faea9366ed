/** From packed sheets to ranks: what scoring itself needs, and small enough for any page to load. */
import type { Criteria } from "../kernel/criteria.js";
import type { Aggregation } from "../kernel/review-rules.js";
import { type Aggregates, aggregate } from "./aggregate.js";
import type { Fractions } from "./fractions.js";
import { type Layout, layoutOf } from "./layout.js";
import { instantiate, type ScoringModule } from "./module.js";
import { composite, type Ranking, rank, type Standing, standings, type WeightedStage } from "./rank.js";
import { type SheetScorer, sheetScorer } from "./sheets.js";

/** What is made of sheets, and of what was made of them; every function is exact and gives the same for the same. */
export interface Ranker extends SheetScorer {
  readonly layout: Layout;
  /** With a memory of its own, in which every call begins anew. */
  readonly module: ScoringModule;
  aggregate(totals: Int32Array, groups: Uint32Array, groupCount: number, aggregation: Aggregation): Aggregates;
  composite(stages: readonly WeightedStage[]): Fractions;
  rank(values: Fractions): Ranking;
  standings(lows: Fractions, highs: Fractions, first: number): readonly Standing[];
}

/** @throws RangeError where the module has no room for the criteria */
export async function loadRanker(criteria: Criteria): Promise<Ranker> {
  const layout = layoutOf(criteria);
  return rankerOf(await instantiate(), layout);
}

export function rankerOf(module: ScoringModule, layout: Layout): Ranker {
  return {
    layout,
    module,
    ...sheetScorer(module, layout),
    aggregate: (totals, groups, groupCount, aggregation) => aggregate(module, totals, groups, groupCount, aggregation),
    composite: (stages) => composite(module, stages),
    rank: (values) => rank(module, values),
    standings: (lows, highs, first) => standings(module, lows, highs, first),
  };
}

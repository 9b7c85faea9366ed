/**
 * `quality-award-kernel/scorer`: from score sheets to ranks in a page or a worker of it, in one module with nothing to fetch.
 * Under a strict policy it asks for `wasm-unsafe-eval` alone. How sure the ranks are is told by `quality-award-kernel/analyses`.
 */
export type { Criteria } from "../../kernel/criteria.js";
export type { Aggregation } from "../../kernel/review-rules.js";
export { type Aggregates, outliers } from "../aggregate.js";
export { type Fraction, type Fractions, fractionAt, rounded } from "../fractions.js";
export { type Layout, MISSING, NO_TOTAL } from "../layout.js";
export type { Ranking, Standing, WeightedStage } from "../rank.js";
export { loadRanker as loadScorer, type Ranker as Scorer } from "../ranker.js";
export { type Spread, variance } from "../spread.js";

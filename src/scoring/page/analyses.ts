/** `quality-award-kernel/analyses`: how sure a ranking is, and what it rests on; made by a scorer of `quality-award-kernel/scorer`. */
export { type Analyses, analysesOf } from "../analyses.js";
export type { LeaveOneOut, Reliance, Top, TopWithout } from "../leave-one-out.js";
export type { ScoredStage } from "../panels.js";
export { type InFirst, probabilityInFirst } from "../probability-in-first.js";
export { type RankInterval, rankIntervals } from "../rank-intervals.js";
export type { Bootstrap, Movement, Runs, Stability } from "../stability.js";

/** What a ranking rests on: asked of a ranker, whose module makes it again and again. */
import { type LeaveOneOut, leaveOneOut, type Reliance } from "./leave-one-out.js";
import type { Ranker } from "./ranker.js";
import { type Bootstrap, bootstrap, type Movement, moveWeights, type Stability } from "./stability.js";

/** Every function is exact and gives the same for the same. */
export interface Analyses {
  bootstrap(question: Bootstrap): Stability;
  moveWeights(question: Movement): Stability;
  leaveOneOut(question: LeaveOneOut): Reliance;
}

export function analysesOf(ranker: Pick<Ranker, "module" | "aggregate" | "composite" | "rank">): Analyses {
  const { module } = ranker;
  return {
    bootstrap: (question) => bootstrap(module, question),
    moveWeights: (question) => moveWeights(module, question),
    leaveOneOut: (question) => leaveOneOut(ranker, question),
  };
}

/** What a ranking rests on: asked of a ranker, whose module makes it again and again. */
import type { Ranker } from "./ranker.js";
import { type Bootstrap, bootstrap, type Movement, moveWeights, type Stability } from "./stability.js";

/** Every function is exact and gives the same for the same. */
export interface Analyses {
  bootstrap(question: Bootstrap): Stability;
  moveWeights(question: Movement): Stability;
}

export function analysesOf({ module }: Pick<Ranker, "module">): Analyses {
  return {
    bootstrap: (question) => bootstrap(module, question),
    moveWeights: (question) => moveWeights(module, question),
  };
}

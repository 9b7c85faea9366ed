/** Bootstrap over reviewers in the module, one thread. */
import { loadScorer } from "../../dist/scoring/scorer.js";
import { answerOf, bootstrapOf } from "../bootstrap.mjs";
import { criteria } from "../score-sets.mjs";

export const name = "ours, one thread";

const RUNS = 20_000;

export async function prepare(checked) {
  const scorer = await loadScorer(criteria);
  return {
    items: RUNS,
    pass: () => scorer.bootstrap(bootstrapOf(RUNS)),
    answer: () => answerOf(scorer.bootstrap(bootstrapOf(checked))),
  };
}

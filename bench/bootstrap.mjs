/** 71 applicants whom the same 10 reviewers judged, and how their ranking is drawn anew. */
import { randomOf } from "./random.mjs";

const APPLICANTS = 71;
const REVIEWERS = 10;

const { below } = randomOf(2022);
const pairs = Array.from({ length: APPLICANTS * REVIEWERS }, (_, at) => at);
const stage = {
  totals: Int32Array.from(pairs, () => 50_000 + 100 * below(300)),
  applicants: Uint32Array.from(pairs, (pair) => Math.floor(pair / REVIEWERS)),
  reviewers: Uint32Array.from(pairs, (pair) => pair % REVIEWERS),
  aggregation: { method: "mean" },
  weight: 10_000,
};

export function bootstrapOf(runs) {
  return { stages: [stage], seed: 2022n, from: 0, to: runs, first: 5 };
}

export function answerOf({ counts, ties }) {
  return `${counts.join()} ${ties.join()}`;
}

/** The plain TypeScript reference, with fractions of bigints. */
import { bootstrap } from "../../dist/scoring/reference/stability.js";
import { answerOf, bootstrapOf } from "../bootstrap.mjs";

export const name = "plain TypeScript";

const RUNS = 500;

export async function prepare(checked) {
  return {
    items: RUNS,
    pass: () => bootstrap(bootstrapOf(RUNS)),
    answer: () => answerOf(bootstrap(bootstrapOf(checked))),
  };
}

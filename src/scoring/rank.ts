/** Exact values put together and put in order. */
import { WHOLE_WEIGHT } from "../kernel/review-rules.js";
import { countOf, type Fractions } from "./fractions.js";
import { exactly } from "./instantiate.js";
import type { ScoringModule } from "./module.js";
import { checkWhole, isWhole } from "./whole.js";
import { workspaceIn } from "./workspace.js";

/** A stage of a composite. */
export interface WeightedStage {
  readonly values: Fractions;
  /** Parts per 10 000. */
  readonly weight: number;
}

/**
 * The weighted mean of stages; no value for one that lacks one at a stage with weight.
 * @throws RangeError where weights are not whole or do not add up, values differ in number, or a fraction becomes greater than 64 bits
 */
export function composite(module: ScoringModule, stages: readonly WeightedStage[]): Fractions {
  const count = countOf(stages[0]?.values ?? new BigUint64Array());
  const length = 2 * count;
  if (stages.reduce((sum, { weight }) => sum + weight, 0) !== WHOLE_WEIGHT || !stages.every(({ weight }) => isWhole(weight))) {
    throw new RangeError(`weights are parts per ${WHOLE_WEIGHT} and add up to it`);
  }
  if (stages.some(({ values }) => values.length !== length)) throw new RangeError("stages of different numbers of applicants");
  const { put, room, take } = workspaceIn(module);
  const values = put(BigUint64Array.from(stages.flatMap((stage) => [...stage.values])));
  const weights = put(Uint32Array.from(stages, ({ weight }) => weight));
  const out = room(8 * length);
  exactly(() => module.composite(values, stages.length, count, weights, WHOLE_WEIGHT, out));
  return take(BigUint64Array, out, length);
}

export interface Ranking {
  /** Places of the values from the greatest on; equal ones as they were given, those without a value last. */
  readonly order: Uint32Array;
  /** Rank of each from 1 on; equal values share the better one, and the next rank is left out. 0: no value. */
  readonly ranks: Uint32Array;
}

export function rank(module: ScoringModule, values: Fractions): Ranking {
  const count = countOf(values);
  const { put, room, take } = workspaceIn(module);
  const fractions = put(values);
  const order = room(4 * count);
  const ranks = room(4 * count);
  module.rank(fractions, count, order, ranks, room(4 * count));
  return { order: take(Uint32Array, order, count), ranks: take(Uint32Array, ranks, count) };
}

/** Whether one is among the first, whatever the scores come to that are missing. */
export type Standing = "in" | "out" | "open";

const STANDINGS: readonly Standing[] = ["open", "in", "out", "open"];

/**
 * @param lows the least value of each, `highs` the greatest
 * @param first how many are at the top; `in` is one whom not even a tie can put out
 * @throws RangeError where one has no value, `first` is no whole number, or `lows` and `highs` differ in number
 */
export function standings(module: ScoringModule, lows: Fractions, highs: Fractions, first: number): readonly Standing[] {
  if (lows.length !== highs.length) throw new RangeError("as many least values as greatest");
  const count = countOf(lows);
  checkWhole({ first });
  for (const [at, number] of [...lows, ...highs].entries()) {
    if (at % 2 === 1 && number === 0n) throw new RangeError("an applicant without a value: give its bounds");
  }
  const { put, room, take } = workspaceIn(module);
  const [low, high] = [put(lows), put(highs)];
  const out = room(count);
  module.standings(low, high, count, first, out, room(12 * count));
  return Array.from(take(Uint8Array, out, count), (code) => STANDINGS[code] as Standing);
}

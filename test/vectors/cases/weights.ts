/** Weights moved a little. */
import type { Fraction } from "../../../src/scoring/fractions.js";
import { moveWeights } from "../../../src/scoring/reference/stability.js";
import { fractionsOf } from "../../arbitraries/scoring.js";
import type { WeightCase } from "../format.js";
import { draw, GBZ_19579, whole } from "../made-up.js";
import { written } from "../write.js";
import { countedOf } from "./counted.js";

export function weightCases(): readonly WeightCase[] {
  const random = draw(600);
  const row = (length: number, top: number) =>
    Array.from({ length }, () => ({ over: BigInt(random(top)), under: BigInt(1 + random(4)) }));
  const cases: readonly (readonly [
    name: string,
    terms: readonly (readonly [weight: number, values: readonly (Fraction | null)[]])[],
    spread: number,
    first: number,
  ])[] = [
    ["nobody", [[10_000, []]], 500, 1],
    ["one term: nothing it can change", [[10_000, [3, 1, 2].map(whole)]], 10_000, 1],
    [
      "weights that stay",
      [
        [6_000, [3, 1, 2].map(whole)],
        [4_000, [1, 3, 2].map(whole)],
      ],
      0,
      1,
    ],
    [
      "close to each other",
      [
        [5_000, [3, 1, 2].map(whole)],
        [5_000, [1, 3, 2].map(whole)],
      ],
      100,
      1,
    ],
    [
      "some without a value, and a term without weight",
      [
        [7_000, [whole(3), null, whole(1), whole(2)]],
        [0, [null, null, null, null]],
        [3_000, [whole(1), whole(9), whole(2), whole(2)]],
      ],
      2_000,
      2,
    ],
    [
      "fractions",
      [
        [5_500, row(10, 400)],
        [2_500, row(10, 400)],
        [2_000, row(10, 400)],
      ],
      1_000,
      3,
    ],
    ["23 items, their points the weights", GBZ_19579.flat().map((points) => [points, row(8, 20)] as const), 3_000, 3],
  ];
  return cases.map(([name, terms, spread, first]) => {
    const runs = { seed: 42n, from: 0, to: 100, first };
    const question = { terms: terms.map(([weight, values]) => ({ weight, values: fractionsOf(values) })), spread, ...runs };
    return {
      name,
      ...runs,
      seed: `${runs.seed}`,
      spread,
      terms: terms.map(([weight, values]) => ({
        weight,
        values: values.map((value) => (value === null ? null : written(value))),
      })),
      ...countedOf(moveWeights(question)),
    };
  });
}

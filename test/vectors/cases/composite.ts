/** Stages put together. */
import type { Fraction } from "../../../src/scoring/fractions.js";
import { fraction } from "../../../src/scoring/reference/fraction.js";
import * as ranking from "../../../src/scoring/reference/rank.js";
import type { CompositeCase } from "../format.js";
import { draw, whole } from "../made-up.js";
import { term } from "../write.js";

export function compositeCases(): readonly CompositeCase[] {
  const random = draw(200);
  const mean = () => fraction(BigInt(random(600_000)), BigInt(1 + random(6)));
  const cases: readonly (readonly [
    name: string,
    weights: readonly number[],
    values: readonly (readonly (Fraction | null)[])[],
  ])[] = [
    ["one stage", [10_000], [[whole(0), whole(1), { over: 1n, under: 3n }]]],
    [
      "two stages of 6 and 4",
      [6_000, 4_000],
      [
        [whole(50_000), whole(60_001)],
        [whole(70_000), { over: 100_001n, under: 2n }],
      ],
    ],
    [
      "a stage without weight, and without values",
      [0, 10_000],
      [
        [null, whole(5)],
        [whole(7), null],
      ],
    ],
    ["parts that do not divide", [3_333, 3_333, 3_334], [[whole(1)], [{ over: 1n, under: 7n }], [{ over: 5n, under: 11n }]]],
    ["nobody", [5_000, 5_000], [[], []]],
    ["means of up to six", [2_500, 7_500], [0, 1].map(() => Array.from({ length: 12 }, mean))],
  ];
  return cases.map(([name, weights, values]) => ({
    name,
    weights,
    values: values.map((row) => row.map(term)),
    composite: (values[0] ?? []).map((_, place) =>
      term(
        ranking.composite(
          values.map((row) => row[place] ?? null),
          weights,
        ),
      ),
    ),
  }));
}

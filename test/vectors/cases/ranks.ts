/** Values put in order, equal ones and none among them. */
import type { Fraction } from "../../../src/scoring/fractions.js";
import { compare } from "../../../src/scoring/reference/fraction.js";
import * as ranking from "../../../src/scoring/reference/rank.js";
import type { RankCase } from "../format.js";
import { draw, U64, whole } from "../made-up.js";
import { written } from "../write.js";

export function rankCases(): readonly RankCase[] {
  const random = draw(300);
  const cases: readonly (readonly [name: string, values: readonly (Fraction | null)[]])[] = [
    ["nobody", []],
    ["one", [whole(0)]],
    ["one without a value", [null]],
    ["in order", [3, 2, 1].map(whole)],
    ["the other way round", [1, 2, 3].map(whole)],
    ["all tied", [5, 5, 5].map(whole)],
    ["equal in other terms, and one without a value", [{ over: 2n, under: 4n }, null, { over: 1n, under: 2n }, whole(1)]],
    ["ties in the middle and at the end", [9, 7, 7, 7, 4, 2, 2].map(whole)],
    [
      "apart by less than a float can hold",
      [
        { over: U64 - 2n, under: U64 - 1n },
        { over: U64 - 1n, under: U64 },
        { over: U64, under: U64 },
      ],
    ],
    ["71 applicants", Array.from({ length: 71 }, () => ({ over: BigInt(random(600)), under: BigInt(1 + random(6)) }))],
  ];
  return cases.map(([name, values]) => ({
    name,
    values: values.map((value) => (value === null ? null : written(value))),
    ranks: ranking.ranks(values),
    order: orderOf(values),
  }));
}

function orderOf(values: readonly (Fraction | null)[]): readonly number[] {
  return [...values.keys()].sort((a, b) => {
    const [one, other] = [values[a] ?? null, values[b] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
    return compare(other, one) || a - b;
  });
}

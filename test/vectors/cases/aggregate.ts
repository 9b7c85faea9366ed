/** Totals of nobody, of few and of many, by every method. */
import type { Aggregation } from "../../../src/kernel/review-rules.js";
import * as aggregates from "../../../src/scoring/reference/aggregate.js";
import type { AggregateCase } from "../format.js";
import { draw } from "../made-up.js";
import { term, text } from "../write.js";

const AGGREGATIONS: readonly Aggregation[] = [
  { method: "mean" },
  { method: "median" },
  { method: "trimmed-mean", drop: 1 },
  { method: "trimmed-mean", drop: 3 },
];

export function aggregateCases(): readonly AggregateCase[] {
  const random = draw(100);
  const lists: readonly (readonly [name: string, totals: readonly (number | null)[], deviation: number])[] = [
    ["nobody", [], 0],
    ["nobody who scored every item", [null, null], 0],
    ["one reviewer", [52_500], 0],
    ["two, far apart", [0, 100_000], 49_999],
    ["two, at the deviation", [0, 100_000], 50_000],
    ["three", [40_000, 50_005, 61_000], 10_000],
    ["an even number, the two in the middle apart", [10, 20, 31, 40], 14],
    ["one without a total among them", [7, null, 9, 11], 1],
    ["all alike", [7, 7, 7, 7, 7, 7, 7], 0],
    ["ties at either end", [1, 1, 5, 6, 9, 9], 4],
    ["as many as are dropped", [1, 2, 3, 4, 5, 6], 2],
    ["one more than are dropped", [7, 6, 5, 4, 3, 2, 1], 2],
    ["24 reviewers", Array.from({ length: 24 }, () => random(100_001)), 30_000],
    ["25 reviewers", Array.from({ length: 25 }, () => random(100_001)), 30_000],
    ["60 reviewers of few opinions", Array.from({ length: 60 }, () => 5 * random(4)), 5],
  ];
  return lists.flatMap(([name, totals, deviation]) =>
    AGGREGATIONS.map((aggregation) => {
      const places = totals.flatMap((total, place) => (total === null ? [] : [place]));
      const own = places.map((place) => BigInt(totals[place] as number));
      const sum = (numbers: readonly bigint[]) => numbers.reduce((all, number) => all + number, 0n);
      const sorted = [...own].sort((a, b) => Number(a - b));
      const median = aggregates.aggregate(own, { method: "median" });
      return {
        name,
        aggregation,
        totals: totals.map((total) => text(total)),
        value: term(aggregates.aggregate(own, aggregation)),
        variance: term(aggregates.variance(own)),
        count: own.length,
        sum: `${sum(own)}`,
        squares: `${sum(own.map((total) => total * total))}`,
        least: text(sorted[0] ?? null),
        greatest: text(sorted.at(-1) ?? null),
        twiceMedian: text(median === null ? null : (2n * median.over) / median.under),
        deviation: `${deviation}`,
        outliers: aggregates.outliers(own, BigInt(deviation)).map((at) => places[at] as number),
      };
    }),
  );
}

/** The module gives what the vectors say. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fraction, fractionAt } from "../../src/scoring/fractions.js";
import type { ScoredStage } from "../../src/scoring/panels.js";
import { drawsOf } from "../../src/scoring/reference/random.js";
import {
  type Fractions,
  loadScorer,
  NO_TOTAL,
  outliers,
  type Scorer,
  type Stability,
  variance,
} from "../../src/scoring/scorer.js";
import { fractionsOf, lowest, packed } from "../arbitraries/scoring.js";
import type { StageVector, Vectors } from "./format.js";
import { criteriaOf } from "./made-up.js";

let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(criteriaOf({ min: 0, max: 100, step: 5 }, [[1_000]]));
});

/** As they are stored, which is what others read. */
function casesOf<Name extends keyof Vectors>(name: Name): Vectors[Name]["cases"] {
  return (JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as Vectors[Name]).cases;
}

describe("the module gives what the vectors say", () => {
  it.each(casesOf("sheets.json"))("sheets: $name", async ({ scale, points, sheets, ...expected }) => {
    const criteria = criteriaOf(scale, points);
    const own = await loadScorer(criteria);
    const bytes = packed(sheets, criteria);
    expect(textsOf(own.totals(bytes))).toEqual(expected.totals);
    expect(textsOf(own.bounds(bytes))).toEqual(expected.bounds.flat());
    expect(textsOf(own.subtotals(bytes))).toEqual(expected.subtotals.flat());
    expect(textsOf(own.itemPoints(bytes))).toEqual(expected.itemPoints.flat());
  });

  it.each(casesOf("aggregate.json"))("aggregate: $name, $aggregation.method", ({
    aggregation,
    totals,
    deviation,
    ...expected
  }) => {
    const numbers = Int32Array.from(totals, (total) => (total === null ? NO_TOTAL : Number(total)));
    const groups = new Uint32Array(numbers.length);
    const { values, spreads } = scorer.aggregate(numbers, groups, 1, aggregation);
    const [spread] = spreads as [(typeof spreads)[number]];
    const isThere = expected.count > 0;
    expect({
      value: written(lowest(fractionAt(values, 0))),
      variance: written(lowest(variance(spread))),
      count: spread.count,
      sum: `${spread.sum}`,
      squares: `${spread.squares}`,
      least: isThere ? `${spread.least}` : null,
      greatest: isThere ? `${spread.greatest}` : null,
      twiceMedian: isThere ? `${spread.twiceMedian}` : null,
      outliers: outliers(numbers, groups, spreads, Number(deviation)),
    }).toEqual({ ...expected, name: undefined });
  });

  it.each(casesOf("composite.json"))("composite: $name", ({ weights, values, composite }) => {
    const stages = values.map((row, at) => ({ values: readAll(row), weight: weights[at] as number }));
    const found = scorer.composite(stages);
    expect(composite.map((_, place) => written(lowest(fractionAt(found, place))))).toEqual(composite);
  });

  it.each(casesOf("ranks.json"))("ranks: $name", ({ values, ranks, order }) => {
    const found = scorer.rank(readAll(values));
    expect([...found.ranks]).toEqual(ranks);
    expect([...found.order]).toEqual(order);
  });

  it.each(casesOf("standings.json"))("standings: $name", ({ lows, highs, first, standings }) => {
    expect(scorer.standings(readAll(lows), readAll(highs), first)).toEqual(standings);
  });

  it.each(casesOf("bootstrap.json"))("bootstrap: $name, from run $from on", ({ stages, seed, from, to, first, ...expected }) => {
    const found = scorer.bootstrap({ stages: stages.map(stageOf), seed: BigInt(seed), from, to, first });
    expect(countsOf(found)).toEqual({ ...expected, name: undefined });
  });

  it.each(casesOf("weights.json"))("moved weights: $name", ({ terms, seed, from, to, first, spread, ...expected }) => {
    const given = terms.map(({ weight, values }) => ({ weight, values: readAll(values) }));
    const found = scorer.moveWeights({ terms: given, seed: BigInt(seed), from, to, first, spread });
    expect(countsOf(found)).toEqual({ ...expected, name: undefined });
  });

  it.each(casesOf("leave-one-out.json"))("leave one out: $name", ({ stages, first, name: _, ...expected }) => {
    expect(scorer.leaveOneOut({ stages: stages.map(stageOf), first })).toEqual(expected);
  });
});

describe("the sequence of the vectors", () => {
  it("is drawn as its file says", () => {
    for (const { seed, run, bound, draws } of casesOf("random.json")) {
      const draw = drawsOf(BigInt(seed), run);
      expect(draws.map(() => `${draw(bound)}`)).toEqual(draws);
    }
  });

  it("gives the first numbers that SplitMix64 is known by", () => {
    // Of seed 1234567, as its author's program prints them.
    const known = [6457827717110365317n, 3203168211198807973n, 9817491932198370423n];
    const G = 0x9e3779b97f4a7c15n;
    expect(known.map((_, at) => splitMix(1234567n + BigInt(at + 1) * G))).toEqual(known);
    const next = drawsOf(42n, 3);
    const begin = splitMix(42n + G) ^ splitMix(3n * G + 1n);
    for (let at = 1n; at <= 5n; at += 1n) expect(next(2 ** 32)).toBe(Number(splitMix(begin + at * G) >> 32n));
  });
});

/** The mixing of SplitMix64, written from its author's. */
function splitMix(number: bigint): bigint {
  const z = BigInt.asUintN(64, number);
  const y = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  const x = BigInt.asUintN(64, (y ^ (y >> 27n)) * 0x94d049bb133111ebn);
  return x ^ (x >> 31n);
}

function textsOf(numbers: Int32Array): readonly (string | null)[] {
  return Array.from(numbers, (number) => (number === NO_TOTAL ? null : `${number}`));
}

function readAll(values: readonly (string | null)[]): Fractions {
  return fractionsOf(values.map((value) => (value === null ? null : read(value))));
}

function read(ratio: string): Fraction {
  const [over, under] = ratio.split("/").map(BigInt) as [bigint, bigint];
  return { over, under };
}

function written(value: Fraction | null): string | null {
  return value === null ? null : `${value.over}/${value.under}`;
}

function stageOf({ sheets, ...rules }: StageVector): ScoredStage {
  return {
    ...rules,
    totals: Int32Array.from(sheets, ([, , total]) => (total === null ? NO_TOTAL : Number(total))),
    applicants: Uint32Array.from(sheets, ([applicant]) => applicant),
    reviewers: Uint32Array.from(sheets, ([, reviewer]) => reviewer),
  };
}

function countsOf({ applicants, counts, ties }: Stability) {
  const { length } = applicants;
  return { applicants, counts: applicants.map((_, row) => [...counts.slice(row * length, (row + 1) * length)]), ties: [...ties] };
}

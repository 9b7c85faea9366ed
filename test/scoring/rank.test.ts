import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import { type Fraction, fractionAt } from "../../src/scoring/fractions.js";
import * as reference from "../../src/scoring/reference/rank.js";
import { loadScorer, type Scorer } from "../../src/scoring/scorer.js";
import { fractionsOf, lowest } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 500;
let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
});

const U64 = 2n ** 64n - 1n;
/** Small, so that ties are common; of reviewers' means; and as great as 64 bits hold, close to each other. */
const value: fc.Arbitrary<Fraction> = fc.oneof(
  fc.record({ over: fc.bigInt(0n, 6n), under: fc.bigInt(1n, 4n) }),
  fc.record({ over: fc.bigInt(0n, 1_000_000n), under: fc.bigInt(1n, 12n) }),
  fc.record({ over: fc.bigInt(U64 - 5n, U64), under: fc.bigInt(U64 - 5n, U64) }),
);
const values = fc.array(fc.option(value, { freq: 8 }), { maxLength: 60 });

describe("rank() is what the plain reference gives", () => {
  it("with ties, without values, to the last of 64 bits", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { ranks, order } = scorer.rank(fractionsOf(given));
        expect([...ranks]).toEqual(reference.ranks(given));
        // Stable: equal ones as they were given, those without a value last.
        const expected = given.map((_, place) => place).sort((a, b) => (ranks[a] || Infinity) - (ranks[b] || Infinity) || a - b);
        expect([...order]).toEqual(expected);
      }),
      { numRuns },
    );
  });

  it.each([1, 2, 3, 255, 256, 257, 10_000])("%i values", (count) => {
    const given = Array.from({ length: count }, (_, at) => ({ over: BigInt((at * 7919) % 1009), under: BigInt(1 + (at % 7)) }));
    const { ranks } = scorer.rank(fractionsOf(given));
    const exact = given.map(({ over, under }) => (over * 420n) / under);
    const sorted = [...exact].sort((a, b) => Number(b - a));
    const first = new Map<bigint, number>();
    for (const [at, number] of sorted.entries()) if (!first.has(number)) first.set(number, at + 1);
    expect([...ranks]).toEqual(exact.map((number) => first.get(number)));
  });

  it("the order of applicants changes no rank", () => {
    const shuffled = values.chain((given) =>
      fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray([...given.keys()], { minLength: given.length, maxLength: given.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, order }) => {
        const { ranks } = scorer.rank(fractionsOf(given));
        const moved = scorer.rank(fractionsOf(order.map((place) => given[place] ?? null))).ranks;
        expect([...moved]).toEqual(order.map((place) => ranks[place]));
      }),
      { numRuns },
    );
  });

  it("raising one value never lowers its rank", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ over: fc.bigInt(0n, 50n), under: fc.bigInt(1n, 5n) }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (given, which) => {
          const place = which % given.length;
          const raised = given.map((own, at) => (at === place ? { ...own, over: own.over + 1n } : own));
          const before = scorer.rank(fractionsOf(given)).ranks[place] as number;
          expect(scorer.rank(fractionsOf(raised)).ranks[place]).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns },
    );
  });
});

describe("composite() is what the plain reference gives", () => {
  const stages = fc
    .record({ weights: fc.array(fc.nat({ max: 10_000 }), { minLength: 0, maxLength: 3 }), applicants: fc.nat({ max: 12 }) })
    .chain(({ weights, applicants }) => {
      const cuts = [0, ...weights.sort((a, b) => a - b), 10_000];
      const parts = cuts.slice(1).map((cut, at) => cut - (cuts[at] as number));
      const own = fc.record({ over: fc.bigInt(0n, 5_000_000n), under: fc.bigInt(1n, 60n) });
      return fc.tuple(
        ...parts.map((weight) =>
          fc
            .array(fc.option(own, { freq: 8 }), { minLength: applicants, maxLength: applicants })
            .map((given) => ({ weight, given })),
        ),
      );
    });

  it("over any stages and weights", () => {
    fc.assert(
      fc.property(stages, (given) => {
        const result = scorer.composite(given.map((stage) => ({ weight: stage.weight, values: fractionsOf(stage.given) })));
        const weights = given.map(({ weight }) => weight);
        const applicants = given[0]?.given.length ?? 0;
        for (let place = 0; place < applicants; place += 1) {
          const own = given.map((stage) => stage.given[place] ?? null);
          expect(lowest(fractionAt(result, place))).toEqual(reference.composite(own, weights));
        }
      }),
      { numRuns },
    );
  });

  it("weights that do not add up are refused", () => {
    const values = fractionsOf([{ over: 1n, under: 1n }]);
    expect(() =>
      scorer.composite([
        { values, weight: 6_000 },
        { values, weight: 3_999 },
      ]),
    ).toThrow("weights are parts per 10000 and add up to it");
    expect(() =>
      scorer.composite([
        { values, weight: 10_001 },
        { values, weight: -1 },
      ]),
    ).toThrow(RangeError);
  });

  it("what would not fit 64 bits is refused, not rounded", () => {
    const values = [2n ** 61n - 1n, 2n ** 59n - 55n].map((under) => fractionsOf([{ over: 1n, under }]));
    expect(() => scorer.composite(values.map((own) => ({ values: own, weight: 5_000 })))).toThrow("too many and too different");
  });

  it("stages of different numbers of applicants are refused", () => {
    const values = [1, 2].map((count) => fractionsOf(new Array(count).fill({ over: 1n, under: 1n })));
    expect(() => scorer.composite(values.map((own) => ({ values: own, weight: 5_000 })))).toThrow(RangeError);
  });
});

describe("standings()", () => {
  const spans = fc.array(
    fc
      .record({ low: fc.nat({ max: 9 }), more: fc.nat({ max: 4 }), under: fc.integer({ min: 1, max: 3 }) })
      .map(({ low, more, under }) => ({
        low: { over: BigInt(low), under: BigInt(under) },
        high: { over: BigInt(low + more), under: BigInt(under) },
      })),
    { maxLength: 30 },
  );

  it("is what the plain reference gives", () => {
    fc.assert(
      fc.property(spans, fc.nat({ max: 32 }), (given, first) => {
        const [lows, highs] = [given.map(({ low }) => low), given.map(({ high }) => high)];
        expect(scorer.standings(fractionsOf(lows), fractionsOf(highs), first)).toEqual(reference.standings(lows, highs, first));
      }),
      { numRuns },
    );
  });

  it("is in or out only where every completion says so, open only where two say different things", () => {
    const few = fc.array(fc.record({ low: fc.nat({ max: 3 }), more: fc.nat({ max: 2 }) }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(few, fc.nat({ max: 5 }), (given, first) => {
        const whole = (number: number) => ({ over: BigInt(number), under: 1n });
        const found = scorer.standings(
          fractionsOf(given.map(({ low }) => whole(low))),
          fractionsOf(given.map(({ low, more }) => whole(low + more))),
          first,
        );
        const every = completions(given);
        given.forEach((_, place) => {
          // Surely among the first: with its ties it fits. Surely not: so many are truly above it.
          const isIn = every.every((one) => one.filter((other) => other >= (one[place] as number)).length <= first);
          const isOut = every.every((one) => one.filter((other) => other > (one[place] as number)).length >= first);
          expect(found[place]).toBe(isIn ? "in" : isOut ? "out" : "open");
        });
      }),
      { numRuns },
    );
  });

  it("refuses one without a value", () => {
    const none = fractionsOf([null]);
    expect(() => scorer.standings(none, none, 1)).toThrow("without a value");
  });
});

function completions(given: readonly { readonly low: number; readonly more: number }[]): readonly (readonly number[])[] {
  return given.reduce<readonly (readonly number[])[]>(
    (all, { low, more }) => all.flatMap((one) => Array.from({ length: more + 1 }, (_, extra) => [...one, low + extra])),
    [[]],
  );
}

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import { panelsOf, type ScoredStage } from "../../src/scoring/panels.js";
import * as definition from "../../src/scoring/reference/panels.js";
import { drawsOf } from "../../src/scoring/reference/random.js";
import * as reference from "../../src/scoring/reference/stability.js";
import { loadScorer, NO_TOTAL, type Scorer } from "../../src/scoring/scorer.js";
import { fractionsOf, scoredStage } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 3_000 : 150;
let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
});

const bootstraps = fc
  .record({ applicants: fc.integer({ min: 1, max: 8 }), stages: fc.integer({ min: 1, max: 3 }) })
  .chain(({ applicants, stages }) =>
    fc.record({
      stages: fc.array(scoredStage(applicants), { minLength: stages, maxLength: stages }),
      seed: fc.bigInt(0n, 2n ** 64n - 1n),
      from: fc.nat({ max: 1_000_000 }),
      first: fc.nat({ max: 9 }),
    }),
  );

describe("bootstrap() is what the plain reference gives", () => {
  it("for any panels, stages, methods and seeds, run by run", () => {
    fc.assert(
      fc.property(bootstraps, fc.nat({ max: 12 }), ({ from, ...question }, runs) => {
        const asked = { ...question, from, to: from + runs };
        expect(scorer.bootstrap(asked)).toEqual(reference.bootstrap(asked));
      }),
      { numRuns },
    );
  });

  it("parts of the runs add up to the whole, whoever makes them", () => {
    fc.assert(
      fc.property(bootstraps, fc.nat({ max: 30 }), fc.nat({ max: 30 }), ({ from, ...question }, one, two) => {
        const part = (begin: number, end: number) => scorer.bootstrap({ ...question, from: begin, to: end });
        const [whole, ...parts] = [part(from, from + one + two), part(from, from + one), part(from + one, from + one + two)];
        expect([...(whole?.counts ?? [])]).toEqual(added(parts.map(({ counts }) => counts)));
        expect([...(whole?.ties ?? [])]).toEqual(added(parts.map(({ ties }) => ties)));
      }),
      { numRuns },
    );
  });

  it("every run gives each applicant one rank", () => {
    fc.assert(
      fc.property(bootstraps, ({ from, ...question }) => {
        const { applicants, counts } = scorer.bootstrap({ ...question, from, to: from + 20 });
        applicants.forEach((_, row) => {
          const own = counts.subarray(row * applicants.length, (row + 1) * applicants.length);
          expect(own.reduce((sum, count) => sum + count, 0)).toBe(20);
        });
      }),
      { numRuns },
    );
  });

  it("reviewers who agree leave no doubt, and one who alone sets two apart leaves some", () => {
    const panel = (rows: readonly (readonly number[])[]): ScoredStage => ({
      weight: 10_000,
      aggregation: { method: "mean" },
      totals: Int32Array.from(rows.flat()),
      applicants: Uint32Array.from(rows.flatMap((row) => row.map((_, place) => place))),
      reviewers: Uint32Array.from(rows.flatMap((row, reviewer) => row.map(() => reviewer))),
    });
    const runs = { seed: 7n, from: 0, to: 2_000, first: 1 };
    expect([
      ...scorer.bootstrap({
        stages: [
          panel([
            [3, 1],
            [3, 1],
          ]),
        ],
        ...runs,
      }).counts,
    ]).toEqual([2_000, 0, 0, 2_000]);
    // Three of four see them alike: the fourth is left out of a run with probability (3/4)^4, some 632 times in 2000.
    const { ties } = scorer.bootstrap({
      stages: [
        panel([
          [2, 2],
          [2, 2],
          [2, 2],
          [9, 1],
        ]),
      ],
      ...runs,
    });
    expect(Math.abs((ties[0] as number) - 2_000 * (3 / 4) ** 4)).toBeLessThan(100);
  });
});

describe("moveWeights() is what the plain reference gives", () => {
  const movements = fc.integer({ min: 1, max: 7 }).chain((applicants) =>
    fc.record({
      terms: fc.array(
        fc.record({
          weight: fc.nat({ max: 10_000 }),
          values: fc
            .array(fc.option(fc.record({ over: fc.bigInt(0n, 1_000n), under: fc.bigInt(1n, 6n) }), { freq: 15 }), {
              minLength: applicants,
              maxLength: applicants,
            })
            .map(fractionsOf),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      spread: fc.nat({ max: 10_000 }),
      seed: fc.bigInt(0n, 2n ** 64n - 1n),
      first: fc.nat({ max: 8 }),
    }),
  );

  it("for any terms and spreads", () => {
    fc.assert(
      fc.property(movements, fc.nat({ max: 1_000 }), fc.nat({ max: 12 }), (question, from, runs) => {
        const asked = { ...question, from, to: from + runs };
        expect(scorer.moveWeights(asked)).toEqual(reference.moveWeights(asked));
      }),
      { numRuns },
    );
  });

  it("weights moved by nothing rank as they stand", () => {
    fc.assert(
      fc.property(movements, (question) => {
        const { applicants, counts } = scorer.moveWeights({ ...question, spread: 0, from: 0, to: 5 });
        expect([...counts].filter((count) => count !== 0)).toEqual(applicants.map(() => 5));
      }),
      { numRuns },
    );
  });
});

describe("the sequence of a run", () => {
  it("is that of SplitMix64: even over its bound, and its own for each run", () => {
    const counts = new Array(10).fill(0);
    for (let run = 0; run < 2_000; run += 1) {
      const draw = drawsOf(42n, run);
      for (let at = 0; at < 10; at += 1) counts[draw(10)] += 1;
    }
    // 2000 expected each, standard deviation 42: five of them.
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(212);
  });
});

describe("panelsOf()", () => {
  it("are those of the definition, for any sheets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }).chain(scoredStage), (stage) => {
        const found = panelsOf(stage).map(({ reviewers, applicants, totals }) => ({
          reviewers,
          members: applicants.map((applicant, column) => ({
            applicant,
            totals: reviewers.map((_, row) => BigInt(totals[row * applicants.length + column] as number)),
          })),
        }));
        expect(found).toEqual(definition.panels(stage));
      }),
      { numRuns },
    );
  });

  it("puts those with the same reviewers together, and leaves out those with too few", () => {
    const panels = panelsOf({
      weight: 1,
      aggregation: { method: "trimmed-mean", drop: 1 },
      totals: Int32Array.of(10, 20, 30, 11, 21, 31, 5, NO_TOTAL, 6),
      applicants: Uint32Array.of(4, 4, 4, 2, 2, 2, 9, 9, 9),
      reviewers: Uint32Array.of(3, 1, 2, 1, 2, 3, 1, 2, 3),
    });
    expect(panels).toEqual([
      { reviewers: [1, 2, 3], applicants: [2, 4], drop: 1, totals: Int32Array.of(11, 20, 21, 30, 31, 10) },
    ]);
  });

  it("refuses two sheets of one reviewer for one applicant", () => {
    const one = { totals: new Int32Array(2), applicants: new Uint32Array(2), reviewers: new Uint32Array(2) };
    expect(() => panelsOf({ ...one, weight: 1, aggregation: { method: "mean" } })).toThrow(
      "two sheets of reviewer 0 for applicant 0",
    );
  });
});

function added(arrays: readonly Uint32Array[]): readonly number[] {
  return Array.from(arrays[0] ?? [], (_, at) => arrays.reduce((sum, array) => sum + (array[at] as number), 0));
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityInFirst, rankIntervals, type Stability } from "../../src/scoring/scorer.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 500;

/** The ranks of each run as they were, by applicant. */
const rankings = fc
  .record({ applicants: fc.integer({ min: 1, max: 6 }), runs: fc.integer({ min: 1, max: 60 }), first: fc.nat({ max: 7 }) })
  .chain(({ applicants, runs, first }) =>
    fc.record({
      first: fc.constant(first),
      values: fc.array(fc.array(fc.nat({ max: 4 }), { minLength: applicants, maxLength: applicants }), {
        minLength: runs,
        maxLength: runs,
      }),
    }),
  );

const rankOf = (run: readonly number[], own: number) => 1 + run.filter((other) => other > own).length;
const lastOf = (run: readonly number[], own: number) => run.filter((other) => other >= own).length;

function stabilityOf(values: readonly (readonly number[])[], first: number): Stability {
  const length = values[0]?.length ?? 0;
  const counts = new Uint32Array(length * length);
  const ties = new Uint32Array(length);
  for (const run of values) {
    for (const [place, own] of run.entries()) {
      const cell = place * length + rankOf(run, own) - 1;
      counts[cell] = (counts[cell] as number) + 1;
      if (rankOf(run, own) <= first && lastOf(run, own) > first) ties[place] = (ties[place] as number) + 1;
    }
  }
  return { runs: values.length, first, applicants: [...Array(length).keys()], counts, ties };
}

/** Counts of one applicant, as if the others had none. */
const only = (counts: readonly number[]): Stability => ({
  runs: counts.reduce((sum, count) => sum + count, 0),
  first: 1,
  applicants: counts.map((_, place) => place),
  counts: Uint32Array.from(counts.flatMap((_, row) => (row === 0 ? counts : counts.map((__, at) => (at === 0 ? 100 : 0))))),
  ties: new Uint32Array(counts.length),
});

describe("rankIntervals()", () => {
  it("leaves out beyond either end at most half of what it may, and as much of that as it can", () => {
    fc.assert(
      fc.property(rankings, fc.integer({ min: 1, max: 100 }), ({ values, first }, percent) => {
        rankIntervals(stabilityOf(values, first), percent).forEach(({ best, worst }, place) => {
          const ranks = values.map((run) => rankOf(run, run[place] as number));
          const share = (holds: (rank: number) => boolean) => (200 * ranks.filter(holds).length) / values.length;
          expect(share((rank) => rank < best)).toBeLessThanOrEqual(100 - percent);
          expect(share((rank) => rank > worst)).toBeLessThanOrEqual(100 - percent);
          expect(share((rank) => rank <= best)).toBeGreaterThan(100 - percent);
          expect(share((rank) => rank >= worst)).toBeGreaterThan(100 - percent);
          expect(best).toBeLessThanOrEqual(worst);
          expect(share((rank) => rank >= best && rank <= worst)).toBeGreaterThanOrEqual(2 * percent);
        });
      }),
      { numRuns },
    );
  });

  it.each([
    [95, [1, 1, 96, 1, 1], { best: 3, worst: 3 }],
    [95, [2, 1, 94, 2, 1], { best: 2, worst: 4 }],
    [95, [3, 0, 97], { best: 1, worst: 3 }],
    [94, [3, 0, 97], { best: 3, worst: 3 }],
    [100, [1, 98, 0, 1, 0], { best: 1, worst: 4 }],
    [1, [50, 50], { best: 1, worst: 2 }],
  ])("%i in 100 of runs with ranks %j", (percent, counts, interval) => {
    expect(rankIntervals(only(counts), percent)[0]).toEqual(interval);
  });

  it("is refused without a run, and for what is no percentage", () => {
    expect(() => rankIntervals(stabilityOf([], 1), 95)).toThrow("no interval without a run");
    for (const percent of [0, 101, 0.95, Number.NaN]) expect(() => rankIntervals(only([1]), percent)).toThrow(RangeError);
  });
});

describe("probabilityInFirst()", () => {
  it("counts the runs in which one is in, and apart those in which it is tied across the cut", () => {
    fc.assert(
      fc.property(rankings, ({ values, first }) => {
        const runs = BigInt(values.length);
        const expected = (values[0] ?? []).map((_, place) => {
          const count = (holds: (run: readonly number[]) => boolean) => BigInt(values.filter(holds).length);
          return {
            in: { over: count((run) => lastOf(run, run[place] as number) <= first), under: runs },
            tied: {
              over: count((run) => rankOf(run, run[place] as number) <= first && lastOf(run, run[place] as number) > first),
              under: runs,
            },
          };
        });
        expect(probabilityInFirst(stabilityOf(values, first))).toEqual(expected);
      }),
      { numRuns },
    );
  });

  it("is refused without a run", () => {
    expect(() => probabilityInFirst(stabilityOf([], 1))).toThrow("no probability without a run");
  });
});

/** Random criteria, and sheets of them, as arrays of scores and packed. */
import fc from "fast-check";
import { type Criteria, itemsOf, type Scale } from "../../src/kernel/criteria.js";
import type { Aggregation } from "../../src/kernel/review-rules.js";
import type { Fraction, Fractions } from "../../src/scoring/fractions.js";
import { NO_TOTAL } from "../../src/scoring/layout.js";
import type { ScoredStage } from "../../src/scoring/panels.js";
import type { Sheet } from "../../src/scoring/reference/sheet.js";

const scales: fc.Arbitrary<Scale> = fc
  .record({ min: fc.integer({ min: 0, max: 40 }), step: fc.integer({ min: 1, max: 30 }), steps: fc.integer({ min: 1, max: 20 }) })
  .map(({ min, step, steps }) => ({ unit: "mark" as const, min, max: min + step * steps, step }))
  .filter(({ max }) => max <= 250);

const PERCENT: Scale = { unit: "percent", min: 0, max: 100, step: 5 };

/** Other counts of items, on both sides of every multiple of a lane, other weights, other scales. */
export const criteria: fc.Arbitrary<Criteria> = fc
  .record({
    scale: fc.oneof(fc.constant(PERCENT), scales),
    points: fc.array(fc.array(fc.integer({ min: 1, max: 32_767 }), { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 7,
    }),
  })
  .map(({ scale, points }) => ({
    standard: "invented",
    pointsFrom: "invented",
    scale,
    categories: points.map((own, category) => ({
      clause: `${category + 1}`,
      title: { zh: `类${category + 1}`, en: `category ${category + 1}` },
      points: own.reduce((sum, number) => sum + number, 0),
      items: own.map((number, item) => ({
        clause: `${category + 1}.${item + 1}`,
        title: { zh: `项${category + 1}.${item + 1}`, en: `item ${category + 1}.${item + 1}` },
        points: number,
      })),
    })),
  }));

/** Sheets of some criteria; `missing` of 10 items are not scored. */
export function sheets(
  of: Criteria,
  missing = 1,
  sizes: fc.ArrayConstraints = { maxLength: 40 },
): fc.Arbitrary<readonly Sheet[]> {
  const { min, max, step } = of.scale;
  const score = fc.integer({ min: 0, max: (max - min) / step }).map((steps) => min + steps * step);
  const item =
    missing === 0
      ? score
      : fc.oneof({ weight: 10 - missing, arbitrary: score }, { weight: missing, arbitrary: fc.constant(null) });
  const { length } = itemsOf(of);
  const sheet = fc.array(item, { minLength: length, maxLength: length });
  // Most random sheets lack an item where there are many: some must be whole.
  const whole = fc.array(score, { minLength: length, maxLength: length });
  return fc.array(fc.oneof(sheet, whole), sizes);
}

/** As the module reads sheets, written from `wasm/README.md`: a byte an item, 255 for none, sheets on a multiple of 16 bytes. */
export function packed(all: readonly Sheet[], of: Criteria): Uint8Array {
  const stride = 16 * Math.ceil(itemsOf(of).length / 16);
  const bytes = new Uint8Array(stride * all.length);
  for (const [at, sheet] of all.entries()) {
    bytes.set(
      sheet.map((score) => score ?? 255),
      at * stride,
    );
  }
  return bytes;
}

export const aggregations: fc.Arbitrary<Aggregation> = fc.oneof(
  fc.constantFrom<Aggregation>({ method: "mean" }, { method: "median" }),
  fc.integer({ min: 1, max: 3 }).map((drop): Aggregation => ({ method: "trimmed-mean", drop })),
);

/** Some reviewers judge some applicants, in any order; now and then a total is missing. */
export const scoredStage = (applicants: number): fc.Arbitrary<ScoredStage> =>
  fc
    .record({
      reviewers: fc.integer({ min: 1, max: 5 }),
      weight: fc.integer({ min: 0, max: 10_000 }),
      aggregation: aggregations,
      left: fc.array(fc.nat({ max: 40 }), { maxLength: 4 }),
      top: fc.constantFrom(3, 100_000),
    })
    .chain(({ reviewers, weight, aggregation, left, top }) => {
      const pairs = Array.from({ length: reviewers * applicants }, (_, at) => at).filter((at) => !left.includes(at));
      return fc
        .record({
          order: fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length }),
          totals: fc.array(
            fc.oneof({ weight: 20, arbitrary: fc.nat({ max: top }) }, { weight: 1, arbitrary: fc.constant(NO_TOTAL) }),
            {
              minLength: pairs.length,
              maxLength: pairs.length,
            },
          ),
        })
        .map(({ order, totals }) => ({
          weight,
          aggregation,
          totals: Int32Array.from(totals),
          applicants: Uint32Array.from(order, (pair) => Math.floor(pair / reviewers)),
          reviewers: Uint32Array.from(order, (pair) => pair % reviewers),
        }));
    });

/** Parts of 10 000, as many as there are stages; some without weight. */
export const weights = (stages: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.oneof(fc.nat({ max: 10_000 }), fc.constantFrom(0, 10_000)), { minLength: stages - 1, maxLength: stages - 1 })
    .map((given) => {
      const cuts = [0, ...given.sort((a, b) => a - b), 10_000];
      return cuts.slice(1).map((cut, at) => cut - (cuts[at] as number));
    });

export function fractionsOf(values: readonly (Fraction | null)[]): Fractions {
  return BigUint64Array.from(values.flatMap((value) => (value === null ? [0n, 0n] : [value.over, value.under])));
}

/** Equal as values, whatever terms they are written in. */
export function lowest(value: Fraction | null): Fraction | null {
  if (value === null) return null;
  let [a, b] = [value.over, value.under];
  while (b !== 0n) [a, b] = [b, a % b];
  return { over: value.over / a, under: value.under / a };
}

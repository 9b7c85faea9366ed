import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import { outliers } from "../../src/scoring/aggregate.js";
import { fractionAt, rounded } from "../../src/scoring/fractions.js";
import * as reference from "../../src/scoring/reference/aggregate.js";
import { loadScorer, NO_TOTAL, type Scorer } from "../../src/scoring/scorer.js";
import { variance } from "../../src/scoring/spread.js";
import { sumsByGroup } from "../../src/scoring/sums.js";
import { aggregations, lowest } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 20_000 : 500;
let scorer: Scorer;
beforeAll(async () => {
  scorer = await loadScorer(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
});

/** Totals with their groups; `groupCount` may be more than occur. */
const grouped = fc.integer({ min: 1, max: 9 }).chain((groupCount) =>
  fc.record({
    groupCount: fc.constant(groupCount),
    sheets: fc.array(
      fc.record({
        total: fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
          { weight: 1, arbitrary: fc.constant(NO_TOTAL) },
        ),
        group: fc.nat({ max: groupCount - 1 }),
      }),
      { maxLength: 120 },
    ),
  }),
);

type Grouped = typeof grouped extends fc.Arbitrary<infer T> ? T : never;

const totalsOf = ({ sheets }: Pick<Grouped, "sheets">) => Int32Array.from(sheets, ({ total }) => total);
const groupsOf = ({ sheets }: Pick<Grouped, "sheets">) => Uint32Array.from(sheets, ({ group }) => group);
const ownOf = ({ sheets }: Grouped, group: number) =>
  sheets.filter((sheet) => sheet.group === group && sheet.total !== NO_TOTAL).map(({ total }) => BigInt(total));

describe("aggregate() is what the plain reference gives", () => {
  it("mean, trimmed mean and median, with spread and outlying reviewers, over any number of reviewers", () => {
    fc.assert(
      fc.property(grouped, aggregations, fc.nat({ max: 50_000 }), (given, aggregation, deviation) => {
        const { values, spreads } = scorer.aggregate(totalsOf(given), groupsOf(given), given.groupCount, aggregation);
        const flagged = outliers(totalsOf(given), groupsOf(given), spreads, deviation);
        for (let group = 0; group < given.groupCount; group += 1) {
          const own = ownOf(given, group);
          const spread = spreads[group];
          expect(lowest(fractionAt(values, group))).toEqual(reference.aggregate(own, aggregation));
          expect(spread?.count).toBe(own.length);
          expect(lowest(variance(spread as NonNullable<typeof spread>))).toEqual(reference.variance(own));
          if (own.length > 0) {
            expect(BigInt(spread?.least as number)).toBe(own.reduce((a, b) => (a < b ? a : b)));
            expect(BigInt(spread?.greatest as number)).toBe(own.reduce((a, b) => (a > b ? a : b)));
          }
          const places = given.sheets.flatMap((sheet, at) => (sheet.group === group && sheet.total !== NO_TOTAL ? [at] : []));
          expect(flagged.filter((at) => given.sheets[at]?.group === group)).toEqual(
            reference.outliers(own, BigInt(deviation)).map((at) => places[at]),
          );
        }
      }),
      { numRuns },
    );
  });

  it("a great many reviewers of one applicant, as they come, sorted either way and all alike", () => {
    for (const total of [(at: number) => (at * 7919) % 100_003, (at: number) => at, (at: number) => 50_000 - at, () => 7]) {
      const own = Array.from({ length: 20_001 }, (_, at) => total(at));
      for (const aggregation of [{ method: "median" }, { method: "trimmed-mean", drop: 5_000 }] as const) {
        const { values } = scorer.aggregate(Int32Array.from(own), new Uint32Array(own.length), 1, aggregation);
        expect(lowest(fractionAt(values, 0))).toEqual(reference.aggregate(own.map(BigInt), aggregation));
      }
    }
  });
});

describe("sums of groups", () => {
  it("are those of all totals at once, in whatever parts they come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(grouped, { maxLength: 6 }), fc.nat({ max: 5_000 }), async (parts, far) => {
        const sums = await sumsByGroup();
        const all = parts.flatMap(({ sheets }, part) =>
          sheets.map((sheet) => ({ ...sheet, group: sheet.group + (part === 3 ? far : 0) })),
        );
        for (const [part, { sheets }] of parts.entries()) {
          sums.add(
            totalsOf({ sheets }),
            groupsOf({ sheets }).map((group) => group + (part === 3 ? far : 0)),
          );
        }
        const groups = groupsOf({ sheets: all });
        const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
        const whole = scorer.aggregate(totalsOf({ sheets: all }), groups, count, { method: "mean" }).spreads;
        expect(sums.spreads()).toEqual(whole.map((spread) => ({ ...spread, twiceMedian: 0 })));
      }),
      { numRuns },
    );
  });
});

describe("laws of aggregation", () => {
  it("the order of reviewers changes nothing", () => {
    const shuffled = grouped.chain((given) =>
      fc.record({
        given: fc.constant(given),
        sheets: fc.shuffledSubarray([...given.sheets], { minLength: given.sheets.length, maxLength: given.sheets.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, aggregations, ({ given, sheets }, aggregation) => {
        const aggregate = (of: Pick<Grouped, "sheets">) =>
          scorer.aggregate(totalsOf(of), groupsOf(of), given.groupCount, aggregation);
        expect(aggregate({ sheets })).toEqual(aggregate(given));
      }),
      { numRuns },
    );
  });

  it("equal sheets come to what each comes to", () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 7, max: 60 }), aggregations, (total, count, aggregation) => {
        const { values, spreads } = scorer.aggregate(new Int32Array(count).fill(total), new Uint32Array(count), 1, aggregation);
        expect(lowest(fractionAt(values, 0))).toEqual({ over: BigInt(total), under: 1n });
        expect(outliers(new Int32Array(count).fill(total), new Uint32Array(count), spreads, 0)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("a value lies between the least and the greatest total", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 }), { minLength: 7, maxLength: 60 }), aggregations, (totals, aggregation) => {
        const { values } = scorer.aggregate(Int32Array.from(totals), new Uint32Array(totals.length), 1, aggregation);
        const { over, under } = fractionAt(values, 0) ?? { over: -1n, under: 1n };
        expect(over >= BigInt(Math.min(...totals)) * under && over <= BigInt(Math.max(...totals)) * under).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe("what cannot be aggregated is refused", () => {
  it("a total without a group, and a group that is not below their number", () => {
    expect(() => scorer.aggregate(new Int32Array(2), new Uint32Array(1), 1, { method: "mean" })).toThrow(
      "2 totals, but 1 groups",
    );
    expect(() => scorer.aggregate(new Int32Array(1), Uint32Array.of(1), 1, { method: "mean" })).toThrow(
      "a group that is not below 1",
    );
  });
});

describe("rounded()", () => {
  it("goes to the nearest, halves up", () => {
    expect([0n, 1n, 2n, 3n, 4n].map((over) => rounded({ over, under: 4n }))).toEqual([0n, 0n, 1n, 1n, 1n]);
  });
});

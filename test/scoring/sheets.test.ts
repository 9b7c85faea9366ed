import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Criteria, itemsOf, totalPoints } from "../../src/kernel/criteria.js";
import * as reference from "../../src/scoring/reference/sheet.js";
import { loadScorer, MISSING, NO_TOTAL } from "../../src/scoring/scorer.js";
import { criteria, packed, sheets } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 5_000 : 200;
const gbt19580 = JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria;

const scored = (missing = 1) => criteria.chain((of) => fc.record({ of: fc.constant(of), all: sheets(of, missing) }));
const numbers = (values: readonly (bigint | null)[]) => values.map((value) => (value === null ? NO_TOTAL : Number(value)));

describe("sheets are scored as the plain reference scores them", () => {
  it("totals, bounds, subtotals and points of items, for any criteria and any number of sheets", async () => {
    await fc.assert(
      fc.asyncProperty(scored(), async ({ of, all }) => {
        const scorer = await loadScorer(of);
        const bytes = packed(all, of);
        expect([...scorer.totals(bytes)]).toEqual(numbers(all.map((sheet) => reference.total(of, sheet))));
        expect([...scorer.bounds(bytes)]).toEqual(numbers(all.flatMap((sheet) => reference.bounds(of, sheet))));
        expect([...scorer.subtotals(bytes)]).toEqual(numbers(all.flatMap((sheet) => reference.subtotals(of, sheet))));
        expect([...scorer.itemPoints(bytes)]).toEqual(numbers(all.flatMap((sheet) => reference.itemPoints(of, sheet))));
      }),
      { numRuns },
    );
  });

  it.each([
    0, 1, 2, 3, 4, 5, 7, 8, 8191, 8192, 8193, 40_001,
  ])("%i sheets, whole and not, over every edge of a chunk", async (count) => {
    const scorer = await loadScorer(gbt19580);
    const all = Array.from({ length: count }, (_, at) => Array.from({ length: 23 }, (_, item) => ((at * 7 + item * 3) % 21) * 5));
    const bytes = packed(all, gbt19580);
    for (let at = 0; at < count; at += 3) bytes[at * 32 + (at % 23)] = MISSING;
    const whole = all.map((sheet, at) => (at % 3 === 0 ? sheet.map((score, item) => (item === at % 23 ? null : score)) : sheet));
    expect([...scorer.totals(bytes)]).toEqual(numbers(whole.map((sheet) => reference.total(gbt19580, sheet))));
    expect([...scorer.bounds(bytes)]).toEqual(numbers(whole.flatMap((sheet) => reference.bounds(gbt19580, sheet))));
  });

  it("sheets that begin at any byte of a buffer are scored alike, and left as they were", async () => {
    const scorer = await loadScorer(gbt19580);
    const bytes = packed([Array.from({ length: 23 }, (_, item) => (item % 21) * 5)], gbt19580);
    for (let shift = 0; shift < 17; shift += 1) {
      const shifted = new Uint8Array(shift + bytes.length);
      shifted.set(bytes, shift);
      const before = shifted.slice();
      expect(scorer.totals(shifted.subarray(shift))).toEqual(scorer.totals(bytes));
      expect(shifted).toEqual(before);
    }
  });
});

describe("a score that is none is refused, never counted", () => {
  it("every byte that is not on the scale, at every item", async () => {
    const scorer = await loadScorer(gbt19580);
    for (let item = 0; item < 23; item += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        const bytes = packed([new Array(23).fill(100), new Array(23).fill(0)], gbt19580);
        bytes[32 + item] = byte;
        const isScore = (byte <= 100 && byte % 5 === 0) || byte === MISSING;
        if (isScore) expect(scorer.totals(bytes)[0]).toBe(100_000);
        else
          expect(() => scorer.totals(bytes)).toThrow(
            `sheet 1, item ${item}: ${byte} is no score: 0 to 100 by 5, or 255 for none`,
          );
      }
    }
  });

  it("every byte of every scale", async () => {
    await fc.assert(
      fc.asyncProperty(criteria, fc.integer({ min: 0, max: 255 }), async (of, byte) => {
        const scorer = await loadScorer(of);
        const bytes = packed([new Array(itemsOf(of).length).fill(of.scale.min)], of);
        bytes[0] = byte;
        const { min, max, step } = of.scale;
        if (byte === MISSING || (byte >= min && byte <= max && (byte - min) % step === 0))
          expect(scorer.totals(bytes)).toHaveLength(1);
        else expect(() => scorer.totals(bytes)).toThrow(RangeError);
      }),
      { numRuns },
    );
  });

  it("anything but zero after the last item, so that sheets packed without their zeros are found", async () => {
    const scorer = await loadScorer(gbt19580);
    for (const byte of [1, 5, 50, 128, MISSING]) {
      for (let at = 23; at < 32; at += 1) {
        const bytes = packed([new Array(23).fill(100), new Array(23).fill(0)], gbt19580);
        bytes[32 + at] = byte;
        expect(() => scorer.totals(bytes)).toThrow(`sheet 1, item ${at}: ${byte} is no score`);
      }
    }
    const close = new Uint8Array(32 * 23).fill(50);
    for (const of of ["totals", "bounds", "subtotals", "itemPoints"] as const)
      expect(() => scorer[of](close)).toThrow("255 for none, and 0 after 23 items");
  });

  it("bytes that are no whole number of sheets", async () => {
    const scorer = await loadScorer(gbt19580);
    expect(() => scorer.totals(new Uint8Array(33))).toThrow("33 bytes are no whole number of sheets of 32 bytes");
  });

  it.each([
    ["no items", { categories: [] }],
    ["a fraction of a point", withPoints(1.5)],
    ["points beyond 16 bits", withPoints(32_768)],
    ["points below zero", withPoints(-1)],
    ["a scale up to 255", { scale: { ...gbt19580.scale, max: 255 } }],
    ["a scale by nothing", { scale: { ...gbt19580.scale, step: 0 } }],
  ])("criteria with %s", async (_, change) => {
    await expect(loadScorer({ ...gbt19580, ...change } as Criteria)).rejects.toThrow(RangeError);
  });

  it.each([
    [undefined, "criteria without scale"],
    [{}, "criteria without scale"],
    [{ scale: gbt19580.scale }, "criteria without categories"],
    [{ scale: gbt19580.scale, categories: [{}] }, "a category without items"],
    [{ ...gbt19580, scale: { max: 100, step: 5 } }, "criteria: points are 0..32767, scores 0..254"],
  ])("criteria that lack something: %#", async (given, says) => {
    await expect(loadScorer(given as unknown as Criteria)).rejects.toThrow(says);
  });
});

describe("laws of a total", () => {
  it("raising one score never lowers it", async () => {
    const raised = scored(0).filter(({ all }) => all.length > 0);
    await fc.assert(
      fc.asyncProperty(raised, fc.nat(), fc.nat(), async ({ of, all }, which, where) => {
        const scorer = await loadScorer(of);
        const before = packed(all, of);
        const after = before.slice();
        const at = (which % all.length) * scorer.layout.stride + (where % scorer.layout.items);
        after[at] = Math.min(of.scale.max, (before[at] as number) + of.scale.step);
        const [low, high] = [scorer.totals(before), scorer.totals(after)];
        expect(high.every((total, sheet) => total >= (low[sheet] as number))).toBe(true);
      }),
      { numRuns },
    );
  });

  it("it lies between nothing and all points, and its parts add up to it", async () => {
    await fc.assert(
      fc.asyncProperty(scored(0), async ({ of, all }) => {
        const scorer = await loadScorer(of);
        const bytes = packed(all, of);
        const subtotals = scorer.subtotals(bytes);
        scorer.totals(bytes).forEach((total, sheet) => {
          expect(total).toBeGreaterThanOrEqual(totalPoints(of) * of.scale.min);
          expect(total).toBeLessThanOrEqual(totalPoints(of) * of.scale.max);
          const own = subtotals.subarray(sheet * scorer.layout.categoryCount, (sheet + 1) * scorer.layout.categoryCount);
          expect(own.reduce((sum, part) => sum + part, 0)).toBe(total);
        });
      }),
      { numRuns },
    );
  });

  it("its bounds hold for every completion, and both are reached", async () => {
    const completed = criteria.chain((of) =>
      fc.record({
        of: fc.constant(of),
        open: sheets(of, 5, { minLength: 1, maxLength: 5 }),
        full: sheets(of, 0, { minLength: 5, maxLength: 5 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(completed, async ({ of, open, full }) => {
        const scorer = await loadScorer(of);
        const filled = (by: (sheet: number, item: number) => number) =>
          scorer.totals(
            packed(
              open.map((sheet, at) => sheet.map((score, item) => score ?? by(at, item))),
              of,
            ),
          );
        const bounds = scorer.bounds(packed(open, of));
        filled((sheet, item) => full[sheet]?.[item] as number).forEach((total, sheet) => {
          expect(total).toBeGreaterThanOrEqual(bounds[2 * sheet] as number);
          expect(total).toBeLessThanOrEqual(bounds[2 * sheet + 1] as number);
        });
        expect([...filled(() => of.scale.min)]).toEqual([...bounds].filter((_, at) => at % 2 === 0));
        expect([...filled(() => of.scale.max)]).toEqual([...bounds].filter((_, at) => at % 2 === 1));
      }),
      { numRuns },
    );
  });

  it("the criteria of GB/T 19580 have 23 items of 1000 points", () => {
    expect(itemsOf(gbt19580)).toHaveLength(23);
    expect(totalPoints(gbt19580)).toBe(1000);
  });
});

function withPoints(points: number): Partial<Criteria> {
  const [category] = gbt19580.categories as [Criteria["categories"][number]];
  return { categories: [{ ...category, items: category.items.map((item) => ({ ...item, points })) }] };
}

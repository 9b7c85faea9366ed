import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviationInHundredths, inHundredths, totalInHundredths } from "../../src/scoring/hundredths.js";

/** Of totals over 100. */
function deviation(...totals: readonly number[]): bigint | null {
  const sum = BigInt(totals.reduce((all, total) => all + total, 0));
  const squares = BigInt(totals.reduce((all, total) => all + total ** 2, 0));
  return deviationInHundredths({ count: totals.length, sum, squares, least: 0, greatest: 0, twiceMedian: 0 }, 100);
}

describe("hundredths of a point", () => {
  it("are totals as they are, where scores are percent", () => {
    expect(totalInHundredths(61250, 100)).toBe(61250n);
    expect(totalInHundredths(1225, 2)).toBe(61250n);
  });

  it("are rounded halves up", () => {
    expect(inHundredths({ over: 1n, under: 2n }, 100)).toBe(1n);
    expect(inHundredths({ over: 1n, under: 3n }, 100)).toBe(0n);
    expect(inHundredths({ over: 122500n, under: 3n }, 100)).toBe(40833n);
  });

  it("of a standard deviation are over count - 1, and none of one sheet", () => {
    expect(deviation(60000)).toBeNull();
    expect(deviation(60000, 60000)).toBe(0n);
    expect(deviation(50000, 60000)).toBe(7071n);
    expect(deviation(1, 2, 3, 4)).toBe(1n);
  });

  it("of any deviation are the nearest", () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(totals, (all) => {
        const mean = all.reduce((sum, total) => sum + total, 0) / all.length;
        const exact = Math.sqrt(all.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (all.length - 1));
        expect(Math.abs(Number(deviation(...all)) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

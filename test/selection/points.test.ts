import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsOf, rootInHundredths } from "../../src/selection/points.js";

describe("points", () => {
  it("are exact beside a text rounded half up", () => {
    expect(pointsOf({ over: 61250n, under: 1n }, 100)).toEqual({ text: "612.50", over: "1225", under: "2" });
    expect(pointsOf({ over: 1n, under: 2n }, 100)).toEqual({ text: "0.01", over: "1", under: "200" });
    expect(pointsOf({ over: 1n, under: 3n }, 100)).toEqual({ text: "0.00", over: "1", under: "300" });
    expect(pointsOf({ over: 0n, under: 7n }, 10)).toEqual({ text: "0.00", over: "0", under: "1" });
  });

  it("a root is the nearest hundredth, halves up", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 6n), fc.integer({ min: 1, max: 250 }), (over, under, top) => {
        const hundredths = BigInt(rootInHundredths({ over, under }, top).replace(".", ""));
        // (h - 1/2)² <= 10000 x < (h + 1/2)², of x = over / (under × top²), all times 4.
        const scaled = 40_000n * over;
        const whole = under * BigInt(top) * BigInt(top);
        if (hundredths > 0n) expect((2n * hundredths - 1n) ** 2n * whole <= scaled).toBe(true);
        expect(scaled < (2n * hundredths + 1n) ** 2n * whole).toBe(true);
      }),
    );
  });
});

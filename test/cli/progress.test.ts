import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { progressLine } from "../../src/cli/progress.js";
import { widthOf } from "../../src/cli/width.js";

const now = { progress: 0.5, lines: "123,456", rate: "98,765", errors: "1,234", left: "10m05s" };
const screen = (language: "zh" | "en", coloured = false) => ({ width: 100, language, paint: createColors(coloured) });
const at = (width: number) => progressLine(screen("en"), now, true, width);

test("a progress line that fits has everything, its bar at full length", () => {
  expect(at(100)).toBe(`  ${"━".repeat(12)}${"─".repeat(12)} 50% · 123,456 lines · 98,765/s · errors 1,234 · 10m05s left`);
});

test("in a narrow terminal the bar is shortened, then the rate goes, and the errors last", () => {
  expect(at(70)).toBe("  ━━━━──── 50% · 123,456 lines · 98,765/s · errors 1,234 · 10m05s left");
  expect(at(60)).toBe("  ━━━━━──── 50% · 123,456 lines · errors 1,234 · 10m05s left");
  expect(at(43)).toBe("  ━━━─── 50% · 123,456 lines · errors 1,234");
  expect(at(30)).toBe("  123,456 lines · errors 1,234");
  expect(at(20)).toBe("  errors 1,234");
  expect(progressLine(screen("en"), now, false, 38)).toBe("  123,456 lines · errors 1,234");
});

test.each([
  "zh",
  "en",
] as const)("a progress line in %s never runs over, never ends in a dot, and tells the errors", (language) => {
  for (const sized of [true, false]) {
    for (const coloured of [true, false]) {
      for (let width = 16; width <= 120; width += 1) {
        const line = progressLine(screen(language, coloured), now, sized, width);
        expect(line.length, line).toBeLessThanOrEqual(width);
        expect(widthOf(line), line).toBeLessThanOrEqual(width);
        expect(line).toMatch(/(错误|errors) 1,234/);
        expect(line).not.toMatch(/·\s*$/);
      }
    }
  }
});

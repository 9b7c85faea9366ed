import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { padEnd, widthOf, wrap } from "../../src/cli/width.js";

const text = fc.stringMatching(/^[a-zA-Z0-9 质量管理体系健全，。（）“”、：art.]{0,200}$/);

describe("widthOf()", () => {
  it.each([
    ["", 0],
    ["quality", 7],
    ["质量", 4],
    ["第10条（一）", 12],
    ["内政办发〔2022〕86号", 20],
    ["\u001b[31m质量\u001b[39m", 4],
    ["e\u0301", 1],
    ["✓ → ·", 5],
    ["𠮷", 2],
  ])("of %j is %d", (given, width) => {
    expect(widthOf(given)).toBe(width);
  });

  it("padEnd() fills up to a width and cuts nothing", () => {
    fc.assert(
      fc.property(text, fc.nat(80), (given, width) => {
        expect(widthOf(padEnd(given, width))).toBe(Math.max(width, widthOf(given)));
        expect(padEnd(given, width).startsWith(given)).toBe(true);
      }),
    );
  });
});

describe("wrap()", () => {
  it("loses nothing but spaces at the ends of lines", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (given, width) => {
        expect(wrap(given, width).join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
      }),
    );
  });

  it("keeps to the width wherever a line may break", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (given, width) => {
        for (const line of wrap(given, width)) if (widthOf(line) > width) expect(wrap(line, 1)).toHaveLength(1);
      }),
    );
  });

  it("begins no line with a closing mark and ends none with an opening one", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (given, width) => {
        const lines = wrap(given.replaceAll(" ", ""), width);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、：）”.]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“]$/);
      }),
    );
  });

  it("leaves a word longer than a line whole", () => {
    expect(wrap("see /facts/energySavingAndEmissionReductionOutstanding there", 20)).toEqual([
      "see",
      "/facts/energySavingAndEmissionReductionOutstanding",
      "there",
    ]);
  });
});

/** The cases that packs are shipped with cover all that can be covered. */
import { describe, expect, it } from "vitest";
import { coveredShare } from "../../src/audit/coverage/coverage.js";
import { coverageOf } from "../../src/audit/coverage/coverage-of.js";
import { PACKS, shipped } from "./shipped.js";

describe.each(PACKS)("the cases of %s", async (folder) => {
  const { award, cases } = await shipped(folder);
  const coverage = coverageOf(award, cases);

  it("leave nothing uncovered", () => {
    const open = coverage.items.filter(({ needs, seen }) => seen.length < needs.length);
    expect(
      open.map(({ kind, decision, name, pointer = "", needs, seen }) => ({ kind, decision, name, pointer, needs, seen })),
    ).toEqual([]);
    expect(coveredShare(coverage)).toBe(10_000);
  });

  it("cover something of every kind of every decision that has it", () => {
    expect(new Set(coverage.items.map(({ decision }) => decision))).toEqual(new Set(award.plans.keys()));
    expect(coverage.counts.every(({ items, complete }) => items > 0 && complete === items)).toBe(true);
  });
});

describe("a decision without its cases", async () => {
  const { award, cases } = await shipped(PACKS[0]);

  it("is covered in nothing, and the others as before", () => {
    const all = coverageOf(award, cases);
    const fewer = coverageOf(
      award,
      cases.filter(({ decision }) => decision !== "quota"),
    );
    const of = (coverage: typeof all, isQuota: boolean) =>
      coverage.items.filter(({ decision }) => (decision === "quota") === isQuota);
    expect(of(fewer, true).flatMap(({ seen }) => seen)).toEqual([]);
    expect(of(fewer, false)).toEqual(of(all, false));
    expect(coveredShare(fewer)).toBeLessThan(9_000);
  });
});

describe("the boundary of five years", async () => {
  const { award, cases } = await shipped(PACKS[0]);
  const YEARS = "operatingYears greaterThanInclusive minOperatingYears";

  it("is open again once nobody lacks a day", () => {
    const older = cases.filter(({ facts }) => !String(facts["operatingSince"]).match(/^20(18-0[4-9]|19|2)/));
    const without = older.filter(({ facts }) => JSON.stringify(facts["operationStops"] ?? []) === "[]");
    const { items } = coverageOf(award, without);
    const found = items.find(({ kind, name }) => kind === "boundary" && name === YEARS);
    expect(found).toMatchObject({ decision: "eligibility", file: "eligibility.json", pointer: "/3/conditions/all/0" });
    expect(found?.seen).not.toEqual(found?.needs);
  });
});

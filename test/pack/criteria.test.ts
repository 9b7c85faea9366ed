import { describe, expect, it } from "vitest";
import { loadPackFolder, readPackFolder } from "../../src/files/read-pack.js";
import { loadAward } from "../../src/index.js";
import { type Criteria, itemsOf, totalPoints } from "../../src/kernel/criteria.js";
import { PackError } from "../../src/pack/pack-error.js";
import { BASES } from "./changed-pack.js";

describe("the criteria of the 2022 measures", async () => {
  const { criteria } = (await loadPackFolder(BASES["nm-chairman-2022"])).files as { criteria: Criteria };

  it("are 23 items in 7 categories, 1000 points together", () => {
    expect(criteria.categories).toHaveLength(7);
    expect(itemsOf(criteria)).toHaveLength(23);
    expect([criteria.total, totalPoints(criteria)]).toEqual([1000, 1000]);
  });

  it("are in the standard's order, from leadership to results", () => {
    expect(itemsOf(criteria).map(({ clause }) => clause)).toEqual(
      [...itemsOf(criteria).map(({ clause }) => clause)].sort((a, b) => a.localeCompare(b, "en", { numeric: true })),
    );
    expect(criteria.categories.map(({ points }) => points)).toEqual([110, 90, 90, 130, 100, 80, 400]);
    expect(itemsOf(criteria)[0]?.title.zh).toBe("高层领导的作用");
  });

  it("are worth what GB/Z 19579-2012 gives each clause", () => {
    expect(Object.fromEntries(itemsOf(criteria).map(({ clause, points }) => [clause, points]))).toEqual({
      "4.1.2": 50,
      "4.1.3": 30,
      "4.1.4": 30,
      "4.2.2": 40,
      "4.2.3": 50,
      "4.3.2": 40,
      "4.3.3": 50,
      "4.4.2": 60,
      "4.4.3": 15,
      "4.4.4": 20,
      "4.4.5": 15,
      "4.4.6": 10,
      "4.4.7": 10,
      "4.5.2": 50,
      "4.5.3": 50,
      "4.6.2": 40,
      "4.6.3": 40,
      "4.7.2": 80,
      "4.7.3": 80,
      "4.7.4": 80,
      "4.7.5": 60,
      "4.7.6": 50,
      "4.7.7": 50,
    });
  });

  it("are scored in steps of five percent, each in one band", () => {
    const { min, max, step } = criteria.scale;
    const values = Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step);
    expect(values).toHaveLength(21);
    for (const value of values) {
      expect(criteria.bands?.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1);
    }
  });
});

describe("criteria of a great size", async () => {
  const pack = await readPackFolder(BASES.minimal);

  /** What is wrong with so many items of so many points each. */
  function failuresOf(count: number, points: number) {
    const items = Array.from({ length: count }, (_, index) => ({
      clause: `9.${index}`,
      title: { zh: `第${index}条`, en: `item ${index}` },
      points,
    }));
    const all = { clause: "9", title: { zh: "全部", en: "all" }, points: count * points, items };
    const { total: _, ...rest } = pack["criteria"] as Criteria;
    try {
      loadAward({ ...pack, criteria: { ...rest, categories: [all] } });
    } catch (error) {
      if (error instanceof PackError) return error.failures.map(({ file, pointer, code }) => `${file}#${pointer} ${code}`);
      throw error;
    }
    return [];
  }

  it("are read up to 512 items and 8 000 000 points, and not beyond", () => {
    expect(failuresOf(512, 15_625)).toEqual([]);
    expect(failuresOf(513, 1)).toEqual(["criteria.json#/categories too-many"]);
    expect(failuresOf(512, 15_626)).toEqual(["criteria.json#/categories out-of-range"]);
  });
});

describe("a pack without a selection", () => {
  it("may have criteria, and its digest rests on what it has alone", async () => {
    const { criteria, selection: _, "review-rules": __, ...rest } = await readPackFolder(BASES.minimal);
    const ledger = rest["ledger"] as { provisions: readonly { readonly provision: string }[] };
    const provisions = ledger.provisions.map((row) =>
      row.provision.startsWith("art_6") ? { ...row, status: "procedure", rules: [] } : row,
    );
    const bare = { ...rest, ledger: { provisions } };
    const [without, scored] = [loadAward(bare), loadAward({ ...bare, criteria })];
    expect(Object.keys(without.files)).not.toContain("criteria");
    expect(loadAward({ ...bare, criteria: undefined }).digest).toBe(without.digest);
    expect(scored.files.criteria).toEqual(criteria);
    expect(scored.digest).not.toBe(without.digest);
  });
});

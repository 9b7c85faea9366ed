/** The slips that are made of a pack, one by one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withValue } from "../../src/audit/mutation/edit.js";
import { keyOf, type RuleMutant } from "../../src/audit/mutation/mutant.js";
import { mutantsOf } from "../../src/audit/mutation/mutants-of.js";
import { OPERATOR_NAMES } from "../../src/audit/mutation/operators.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import type { Award } from "../../src/kernel/award.js";
import type { PackFiles } from "../../src/kernel/model.js";
import { digestOf } from "../../src/pack/digest.js";
import { placeIn } from "../../src/pack/place.js";
import { packOf } from "../arbitraries/packs.js";
import { PACKS } from "./shipped.js";

const RUNS = process.env["QAK_PROFILE"] === "long" ? 2_000 : 100;
const FOLDERS = [...PACKS, "test/packs/minimal"];

describe.each(FOLDERS)("the mutants of %s", async (folder) => {
  const award = await loadPackFolder(folder);
  const mutants = [...mutantsOf(award.files)];

  it("each have a name of their own, in the same order every time", () => {
    const names = mutants.map(keyOf);
    expect(new Set(names).size).toBe(names.length);
    expect([...mutantsOf(award.files)].map(keyOf)).toEqual(names);
  });

  it("are never the pack itself", () => {
    const same = mutants.filter(({ files }) => partsOf(files).every(([name, part]) => isSame(part, partOf(award, name))));
    expect(same.map(keyOf)).toEqual([]);
  });

  it("say what was there and what is there now", () => {
    const silent = mutants.filter(({ from, to }) => JSON.stringify(from) === JSON.stringify(to));
    expect(silent.map(keyOf)).toEqual([]);
  });

  it("leave the pack as it is", () => {
    expect(digestOf(award.files)).toBe(award.digest);
  });
});

describe("of these packs together", async () => {
  const awards = await Promise.all(FOLDERS.map((folder) => loadPackFolder(folder)));
  const used = new Set(awards.flatMap(({ files }) => [...mutantsOf(files)].map(({ operator }) => operator)));

  it.each(OPERATOR_NAMES)("there is a mutant by `%s`", (operator) => {
    expect(used).toContain(operator);
  });
});

describe("of any pack", () => {
  it("each mutant has a name of its own", () => {
    fc.assert(
      fc.property(packOf(), (files) => {
        const names = [...mutantsOf(files)].map(keyOf);
        expect(names).toEqual([...new Set(names)]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("of the 2022 measures", async () => {
  const { files } = await loadPackFolder(PACKS[0]);
  const mutants = [...mutantsOf(files)];
  const named = (key: string) => mutants.find((mutant) => keyOf(mutant) === key);

  it.each<{ readonly key: string; readonly is: Partial<RuleMutant> }>([
    {
      key: "parameter-raised parameters.json#/parameters/4/value",
      is: { from: 5, to: 6, provision: "art_10__item_1__sent_1" },
    },
    {
      key: "threshold-lowered facts.json#/derived/12/expression/where/all/2/any/1/value",
      is: { from: "2022-12-12", to: "2022-12-11", provision: "art_18__sent_2" },
    },
    {
      key: "comparison-strictness eligibility.json#/3/conditions/all/0/operator",
      is: { from: "greaterThanInclusive", to: "greaterThan" },
    },
    {
      key: "window-later facts.json#/derived/3/expression/to",
      is: { from: { fact: "countingDay" }, to: { op: "addDays", date: { fact: "countingDay" }, days: 1 } },
    },
    {
      key: "select-swapped facts.json#/derived/1/expression/days/cases/included",
      is: { from: 1, to: 0 },
    },
    {
      key: "provision-swapped revocation.json#/0/event/params/consequences/2/provision",
      is: { from: "art_23__sent_2", to: "art_24__sent_1", provision: "art_23__sent_2" },
    },
    {
      key: "consequence-added revocation.json#/1/event/params/consequences/claw-back",
      is: { from: null, to: "claw-back" },
    },
    { key: "rule-dropped quota.json#/2", is: { from: "at-most-quota", to: null } },
    {
      key: "weight-moved criteria.json#/categories/0/items/1/points",
      is: { from: 30, to: 31, provision: null },
    },
  ])("there is `$key`", ({ key, is }) => {
    expect(named(key)).toMatchObject(is);
  });

  it("a provision that is swapped takes its quote along", () => {
    const swapped = named("provision-swapped quota.json#/2/event/params/provision") as RuleMutant;
    const { provision, quote } = swapped.files.rules["quota"]?.[2]?.event.params ?? {};
    expect([provision, quote]).toEqual(["art_3__para_2__sent_1", "若无符合条件的单位，奖项可以空缺。"]);
  });

  it("a point that is moved leaves every sum as it is", () => {
    const moved = mutants.filter(({ operator }) => operator === "weight-moved");
    const sums = ({ criteria }: PackFiles) =>
      criteria?.categories.map(({ items }) => items.reduce((sum, { points }) => sum + points, 0));
    expect(moved).toHaveLength(16);
    for (const mutant of moved) expect(sums(mutant.files)).toEqual(sums(files));
  });
});

describe("of the small pack", async () => {
  const { files } = await loadPackFolder("test/packs/minimal");
  const byOperator = (operator: string) => [...mutantsOf(files)].filter((mutant) => mutant.operator === operator);

  it("a `not` is left out", () => {
    expect(byOperator("negation-dropped").map(({ pointer, to }) => [pointer, to])).toContainEqual([
      "/3/conditions",
      { all: [{ fact: "recentAccident", operator: "equal", value: true }] },
    ]);
  });

  it("a `not` left out is not the condition left out", () => {
    const all = [{ fact: "registeredHere", operator: "equal", value: true }, files.rules["eligibility"]?.[3]?.conditions];
    const several = withValue(files, placeIn("eligibility.json", 3, "conditions"), { all });
    const keys = [...mutantsOf(several)].map(keyOf).filter((key) => key.endsWith(" eligibility.json#/3/conditions/all/1"));
    expect(keys.toSorted()).toEqual([
      "condition-dropped eligibility.json#/3/conditions/all/1",
      "negation-dropped eligibility.json#/3/conditions/all/1",
    ]);
  });

  it("a parameter that is a list gains a value, and a list keeps at least one", () => {
    const levels = "parameters.json#/parameters/3/value";
    expect(byOperator("member-added").map((mutant) => [keyOf(mutant), mutant.to])).toEqual([
      ["member-added eligibility.json#/0/conditions/all/0/value/2", "other"],
      [`member-added ${levels}/1`, "general"],
    ]);
    expect(byOperator("member-removed").map(({ from }) => from)).toEqual(["enterprise", "institution"]);
  });
});

function partsOf(files: PackFiles): readonly (readonly [string, unknown])[] {
  return Object.entries({ ...files, ...files.rules });
}

function partOf(award: Award, name: string): unknown {
  return { ...award.files, ...award.files.rules }[name as keyof PackFiles];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

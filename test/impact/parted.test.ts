/** Packs that part in one small thing each: none of them is called the same. */
import { describe, expect, test } from "vitest";
import type { DecisionDifference } from "../../src/impact/decision-difference.js";
import { unitImpact } from "../../src/impact/population.js";
import type { Side } from "../../src/impact/side.js";
import { differencesBetween } from "../../src/impact/witnesses.js";
import type { Award } from "../../src/kernel/award.js";
import type { PackFiles, Rule } from "../../src/kernel/model.js";
import { craft, nm } from "../proof/awards.js";
import { changed } from "../reference/awards.js";

type Files = Parameters<Parameters<typeof changed>[1]>[0];

const sideOf = (award: Award): Side => ({ award, readings: {} });

async function differenceOf(first: Award, second: Award, decision: string): Promise<DecisionDifference> {
  const [found] = await differencesBetween(sideOf(first), sideOf(second), [decision]);
  return found as DecisionDifference;
}

const pairsOf = ({ pairs }: DecisionDifference) =>
  pairs.map(({ first, second, witness }) => `${first} → ${second}${witness === null ? "?" : ""}`);

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** A decision `grade` beside the others, by rules of these conditions, the first that holds. */
function withGrade(
  base: Award,
  rules: Readonly<Record<string, object>>,
  outcomes: readonly string[],
  change: (files: Files) => void = () => undefined,
): Award {
  return changed(base, (files) => {
    const model = (files.rules["eligibility"] as unknown as Rule[])[0] as Rule;
    const [decision] = files.pack.decisions as unknown as [PackFiles["pack"]["decisions"][number]];
    const says = { zh: "级", en: "grade" };
    const graded = Object.entries(rules).map(([outcome, conditions]) => ({
      ...model,
      name: `is-${outcome}`,
      conditions,
      event: {
        type: "satisfied",
        params: { provision: model.event.params.provision, quote: "", says, effect: { satisfied: outcome }, remedy: "none" },
      },
    }));
    Object.assign(files.rules, { grade: graded });
    const declared = {
      ...decision,
      name: "grade",
      hitPolicy: "priority",
      outcomes: outcomes.map((name) => ({ name, label: says, favourable: name !== "low" })),
      otherwise: "mid",
      outputs: [],
    };
    (files.pack.decisions as unknown as unknown[]).push(declared);
    change(files);
  });
}

const addParameter = (files: Files, name: string, value: number, unit: string) => {
  const model = named(files.parameters.parameters, "minAge");
  (files.parameters.parameters as unknown as unknown[]).push({ ...model, name, value, unit });
};

describe("two packs part", () => {
  test("in how long applications are refused alone", async () => {
    const shorter = changed(nm, (files) => {
      named(files.parameters.parameters, "refusalYears").value = 1;
    });
    const found = await differenceOf(nm, shorter, "revocation");
    expect([found.status, pairsOf(found)]).toEqual(["different", ["revoke → revoke"]]);
    const years = (side: "first" | "second") =>
      found.pairs[0]?.witness?.[side].due.find(({ name }) => name === "refuse-applications")?.value;
    expect([years("first"), years("second")]).toEqual([5, 1]);
  });

  test("where a reading is left to the default, and the default is another", async () => {
    const other = changed(nm, (files) => {
      const open = named(files.interpretations.interpretations, "editionInterval");
      open.default = "day-to-day";
    });
    const found = await differenceOf(nm, other, "quota");
    expect(found.status).toBe("different");
    for (const { witness } of found.pairs) {
      if (witness === null) continue;
      expect(witness.interpretations).not.toHaveProperty("editionInterval");
      const { asOf, facts, interpretations } = witness;
      expect(unitImpact(sideOf(nm), sideOf(other), "quota", { asOf, facts, interpretations }).kind).toBe("changed");
    }
  });

  test("where rows are counted by a number of each one's own, in every way that happens", async () => {
    const grade = (least: number) =>
      withGrade(
        craft,
        {
          high: { all: [{ fact: "longPeriods", operator: "greaterThanInclusive", value: { fact: "ten" } }] },
          low: { all: [{ fact: "longPeriods", operator: "lessThanInclusive", value: { fact: "none" } }] },
        },
        ["high", "low", "mid"],
        (files) => {
          addParameter(files, "leastMonths", least, "month");
          addParameter(files, "ten", 10, "period");
          addParameter(files, "none", 0, "period");
          const where = { all: [{ field: "months", operator: "greaterThanInclusive", value: { fact: "leastMonths" } }] };
          const count = { op: "count", list: "practicePeriods", where };
          const model = named(files.facts.derived, "failedInspections");
          (files.facts.derived as unknown as unknown[]).push({
            ...model,
            name: "longPeriods",
            unit: "period",
            expression: count,
          });
        },
      );
    const [first, second] = [grade(1), grade(5)];
    const practicePeriods = Array.from({ length: 10 }, () => ({ months: 3, sameCraft: true }));
    const impact = unitImpact(sideOf(first), sideOf(second), "grade", { asOf: "2031-06-01", facts: { practicePeriods } });
    expect(impact).toMatchObject({ first: { outcome: "high" }, second: { outcome: "low" } });
    expect(pairsOf(await differenceOf(first, second, "grade"))).toContain("high → low");
  });

  test("under readings that stand in another order, each by its name", async () => {
    const is = (reading: string) => ({ all: [{ fact: "firstDay", operator: "equal", value: reading }] });
    const first = withGrade(craft, { high: is("excluded"), low: is("included") }, ["high", "low", "mid"]);
    const second = withGrade(craft, { high: is("included"), low: is("excluded") }, ["high", "low", "mid"], (files) => {
      named(files.interpretations.interpretations, "firstDay").readings.reverse();
    });
    const found = await differenceOf(first, second, "grade");
    expect(pairsOf(found)).toEqual(["high → low", "low → high"]);
    expect(found.pairs.map(({ witness }) => witness?.interpretations)).toEqual([
      { firstDay: "excluded" },
      { firstDay: "included" },
    ]);
    for (const { first: from, second: to, witness } of found.pairs) {
      expect([witness?.first.outcome, witness?.second.outcome]).toEqual([from, to]);
    }
  });

  test("in a number of which one allows more, within what both do", async () => {
    const below = (name: string) => ({ all: [{ fact: "apprenticesTrained", operator: "lessThan", value: { fact: name } }] });
    const graded = (limit: number, max?: number) =>
      withGrade(craft, { low: below("limit") }, ["low", "mid"], (files) => {
        addParameter(files, "limit", limit, "person");
        const fact = named(files.facts.facts, "apprenticesTrained") as { max?: number };
        if (max !== undefined) fact.max = max;
      });
    const found = await differenceOf(graded(2), graded(9, 900), "grade");
    expect([found.narrowed, found.unshared.first, pairsOf(found)]).toEqual([["apprenticesTrained"], [], ["mid → low"]]);
    const same = await differenceOf(graded(2), graded(2, 900), "grade");
    expect([same.status, same.narrowed]).toEqual(["same", ["apprenticesTrained"]]);
  });
});

/** A pack with a fault planted in it: the property is refuted, by cases that both engines decide as told. */
import { afterAll, describe, expect, it } from "vitest";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import type { Consequence, PackFiles, Rule } from "../../src/kernel/model.js";
import { proveNoDeadRule } from "../../src/proof/properties/no-dead-rule.js";
import { proveAll } from "../../src/proof/prove.js";
import type { ProofResult } from "../../src/proof/result.js";
import { openSolver } from "../../src/proof/solver.js";
import { changed } from "../reference/awards.js";
import { casesPass, craft, nm, shortcomings } from "./awards.js";

const solver = await openSolver();
afterAll(() => solver.close());

const isLong = process.env["QAK_PROFILE"] === "long";

type Change = Parameters<typeof changed>[1];
type Files = Parameters<Change>[0];

async function provedOf(award: Award, property: string): Promise<readonly ProofResult[]> {
  return proveAll(award, { solver, properties: [property] });
}

/** Of one decision alone, which is quicker. */
async function livesOf(award: Award, decision: string): Promise<readonly ProofResult[]> {
  const plan = award.plans.get(decision);
  if (plan === undefined) throw new Error(`no decision ${decision}`);
  return proveNoDeadRule(solver, award, plan);
}

/** What is told of the one property that is refuted. */
async function refuted(base: Award, property: string, change: Change): Promise<{ award: Award; result: ProofResult }> {
  const award = changed(base, change);
  const results = (await provedOf(award, property)).filter(({ status }) => status !== "proved");
  expect(results.map(({ status }) => status)).toEqual(["refuted"]);
  return { award, result: results[0] as ProofResult };
}

function rule(files: Files, decision: keyof PackFiles["rules"], name: string) {
  const found = (files.rules[decision] as Rule[]).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no rule ${name}`);
  return found as { -readonly [Member in keyof Rule]: Rule[Member] };
}

function withParams(files: Files, decision: string, name: string, params: object): void {
  const found = rule(files, decision, name);
  found.event = { ...found.event, params: { ...found.event.params, ...params } };
}

function decisionOf(files: Files, name: string) {
  const found = files.pack.decisions.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no decision ${name}`);
  return found;
}

const CLAW_BACK: Consequence = {
  name: "claw-back",
  provision: "art_24__sent_1",
  quote: "撤销奖励",
  says: { zh: "追缴", en: "claw back" },
  value: { fact: "grantPaidFen" },
};

describe("refuted, with a case that shows it:", () => {
  it("a gap, where the outcome without a hit is none", async () => {
    const { award, result } = await refuted(nm, "complete", (files) => {
      decisionOf(files, "quota").otherwise = "nowhere";
    });
    expect(result).toMatchObject({ kind: "complete", decision: "quota", provision: null });
    expect(result.counterexample).toMatchObject({ award: nm.id, decision: "quota" });
    const [one] = result.counterexample?.cases ?? [];
    expect(one?.expect).toEqual({ outcome: "undetermined" });
    const answer = decide(award, {
      decision: "quota",
      asOf: one?.asOf,
      facts: one?.facts,
      interpretations: one?.interpretations,
    });
    expect(answer).toMatchObject({ ok: true, decision: { outcome: "undetermined", missing: [] } });
  });

  it("a conflict under `any`, where two rules that hit give different outcomes", async () => {
    const { award, result } = await refuted(nm, "consistent", (files) => {
      const { outcomes } = decisionOf(files, "title-use");
      outcomes.push({ ...(outcomes[0] as (typeof outcomes)[number]), name: "forbidden" });
      withParams(files, "title-use", "holder-only", { effect: { violated: "forbidden" } });
    });
    expect(result.decision).toBe("title-use");
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a conflict under `priority`, where a grant comes before what stands in its way", async () => {
    const { award, result } = await refuted(nm, "consistent", (files) => {
      decisionOf(files, "funding").outcomes.reverse();
      withParams(files, "funding", "award-won", { effect: { satisfied: "grant" } });
    });
    expect(result.counterexample?.cases[0]?.expect).toMatchObject({ outcome: "grant" });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a conflict under `collect`, where two amounts are clawed back", async () => {
    const { award, result } = await refuted(nm, "consistent", (files) => {
      const consequences = [{ ...CLAW_BACK, value: { fact: "refusalYears" } }];
      withParams(files, "revocation", "serious-breach", { consequences });
    });
    expect(result.decision).toBe("revocation");
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("an accident that makes a unit eligible: the case before it and the case after", async () => {
    const { award, result } = await refuted(nm, "accidents-never-help", (files) => {
      rule(files, "eligibility", "no-accident").conditions = {
        all: [{ fact: "recentAccident", operator: "equal", value: true }],
      };
    });
    expect(result).toMatchObject({ kind: "monotone", provision: "art_10__item_5__sent_1" });
    const cases = result.counterexample?.cases ?? [];
    expect(cases.map(({ expect: expected }) => expected)).toEqual([{ outcome: "ineligible" }, { outcome: "eligible" }]);
    const [before, after] = cases.map(({ facts }) => facts["accidents"] as readonly unknown[]);
    expect(after?.length).toBe((before?.length ?? 0) + 1);
    expect({ ...cases[0]?.facts, accidents: [] }).toEqual({ ...cases[1]?.facts, accidents: [] });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a failed inspection that makes an organisation eligible, where failures are counted", async () => {
    const { award, result } = await refuted(craft, "inspections-never-help", (files) => {
      const value = { fact: "maxFailedInspections" };
      rule(files, "eligibility", "inspections").conditions = {
        all: [{ fact: "failedInspections", operator: "greaterThanInclusive", value }],
      };
    });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("teaching that harms, where fewer hours are asked for", async () => {
    const { award, result } = await refuted(craft, "teaching-never-harms", (files) => {
      const value = { fact: "minTeachingHours" };
      rule(files, "eligibility", "transmission").conditions = { all: [{ fact: "teachingHours", operator: "lessThan", value }] };
    });
    expect(result.counterexample?.cases.map(({ expect: expected }) => expected)).toEqual([
      { outcome: "eligible" },
      { outcome: "ineligible" },
    ]);
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a clawback that follows from article 24", async () => {
    const { award, result } = await refuted(nm, "revoked-without-fraud", (files) => {
      const { consequences = [] } = rule(files, "revocation", "larger-accident").event.params;
      withParams(files, "revocation", "larger-accident", { consequences: [...consequences, CLAW_BACK] });
    });
    const [one] = result.counterexample?.cases ?? [];
    expect(one?.facts).toMatchObject({ fraudFound: false });
    expect(one?.expect).toMatchObject({ consequences: expect.arrayContaining(["claw-back"]) });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("an edition of more awards than the quota", async () => {
    const { award, result } = await refuted(nm, "edition-within-quota", (files) => {
      const value = { fact: "qualifiedApplicants" };
      rule(files, "quota", "at-most-quota").conditions = {
        all: [{ fact: "proposedAwards", operator: "lessThanInclusive", value }],
      };
    });
    expect(result.counterexample?.cases[0]?.facts["proposedAwards"]).toBeGreaterThan(5);
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a second grant to one unit", async () => {
    const { award, result } = await refuted(nm, "one-grant-a-unit", (files) => {
      files.rules["funding"] = (files.rules["funding"] as Rule[]).filter(({ name }) => name !== "not-repeat-winner") as never;
    });
    expect(result.counterexample?.cases[0]?.expect).toEqual({ outcome: "grant" });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("a unit of less than five years, where fewer are enough", async () => {
    const { award, result } = await refuted(nm, "young-units-barred", (files) => {
      const value = { fact: "minInnovationYears" };
      rule(files, "eligibility", "operating-years").conditions = {
        all: [{ fact: "operatingYears", operator: "greaterThanInclusive", value }],
      };
    });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });

  it("spending past the grant that passes, where only what is diverted counts", async () => {
    const { award, result } = await refuted(nm, "overspending-is-breach", (files) => {
      files.rules["use-of-funds"] = (files.rules["use-of-funds"] as Rule[]).filter(
        ({ name }) => name !== "within-grant",
      ) as never;
    });
    expect(await casesPass(award, result.counterexample as never)).toBe(true);
  });
});

describe("a property of what the decision does not read", () => {
  it("is refuted by a case that has it", async () => {
    const { result } = await refuted(nm, "who-won-is-in-order", (files) => {
      (files.properties as { properties: unknown[] }).properties.push({
        name: "who-won-is-in-order",
        says: { zh: "获奖即合规", en: "who won is in order" },
        provision: "art_3__para_1__sent_1",
        kind: "implies",
        decision: "quota",
        given: { fact: "wonAward", operator: "equal", value: true },
        holds: { outcome: "in-order" },
      });
    });
    expect(result.counterexample?.cases[0]?.facts).toHaveProperty("wonAward", true);
  });
});

describe("refuted, since there is no case:", () => {
  if (isLong)
    it("a rule that nobody satisfies: four hundred years of operation", async () => {
      const award = changed(nm, (files) => {
        for (const parameter of files.parameters.parameters) if (parameter.name === "minOperatingYears") parameter.value = 400;
      });
      const results = await livesOf(award, "eligibility");
      // With it the outcome `eligible` is out of reach too.
      expect(shortcomings(results)).toEqual(["no-dead-rule/operating-years refuted", "no-dead-rule/eligible refuted"]);
      const dead = results.find(({ rule: name }) => name === "operating-years");
      expect(dead).toMatchObject({
        provision: "art_10__item_1__sent_1",
        reason: { en: "there is no case in which it is satisfied" },
      });
      expect(dead).not.toHaveProperty("counterexample");
      expect(results.find(({ outcome }) => outcome === "eligible")?.reason?.en).toBe(
        "there is no case in which it is reached: in every case at least one of these rules gives another: art. 10 (1) operating-years",
      );
    });

  it("an outcome that nobody comes to", async () => {
    const award = changed(nm, (files) => {
      files.rules.quota = (files.rules.quota as Rule[]).map((one) => ({ ...one, conditions: { all: [] } })) as never;
    });
    const dead = (await livesOf(award, "quota")).filter(({ outcome }) => outcome === "out-of-order");
    expect(dead).toMatchObject([{ status: "refuted", reason: { en: "there is no case in which it is reached" } }]);
  });

  it("rules that contradict each other, and the outcome that they keep away between them", async () => {
    const award = changed(nm, (files) => {
      const rules = files.rules["title-use"] as unknown as Rule[];
      const forged = rules.find(({ name }) => name === "not-forged") as Rule;
      const conditions = { all: [{ fact: "plaqueOrCertificateForged", operator: "equal", value: true }] } as const;
      rules.push({ ...forged, name: "always-forged", conditions });
    });
    const dead = (await livesOf(award, "title-use")).filter(({ status }) => status !== "proved");
    expect(dead).toMatchObject([{ outcome: "permitted", status: "refuted", provision: "art_28__sent_1" }]);
    expect(dead[0]?.reason).toEqual({
      zh: "任何案例中均不会得出该结论：在任何案例中，下列规则至少有一条得出别的结论：第二十八条 not-forged、第二十八条 always-forged",
      en: "there is no case in which it is reached: in every case at least one of these rules gives another: art. 28 not-forged, art. 28 always-forged",
    });
  });

  it("a property of what never is given", async () => {
    const { result } = await refuted(nm, "of-nobody", (files) => {
      (files.properties as { properties: unknown[] }).properties.push({
        name: "of-nobody",
        says: { zh: "无从谈起", en: "of nobody" },
        provision: "art_3__para_1__sent_1",
        kind: "implies",
        decision: "quota",
        given: { all: [{ outcome: "in-order" }, { outcome: "out-of-order" }] },
        holds: { outcome: "in-order" },
      });
    });
    expect(result.reason?.en).toMatch(/^no case is as `given` says/);
    expect(result).not.toHaveProperty("counterexample");
  });

  it("a rule that nobody violates", async () => {
    const award = changed(nm, (files) => {
      rule(files, "title-use", "not-forged").conditions = {
        any: [
          { fact: "plaqueOrCertificateForged", operator: "equal", value: false },
          { fact: "plaqueOrCertificateForged", operator: "equal", value: true },
        ],
      };
    });
    const dead = (await livesOf(award, "title-use")).filter(({ status }) => status !== "proved");
    expect(dead).toEqual([
      expect.objectContaining({
        rule: "not-forged",
        status: "refuted",
        reason: expect.objectContaining({ en: "there is no case in which it is violated" }),
      }),
    ]);
  });

  if (isLong)
    it("a rule of more failures than a list can hold, and none of as many", async () => {
      const withFailures = (most: number) =>
        changed(craft, (files) => {
          for (const parameter of files.parameters.parameters)
            if (parameter.name === "maxFailedInspections") parameter.value = most;
        });
      const dead = await livesOf(withFailures(100), "eligibility");
      expect(shortcomings(dead)).toEqual(["no-dead-rule/inspections refuted"]);
      expect(shortcomings(await livesOf(withFailures(12), "eligibility"))).toEqual([]);
    });
});

describe("the score card is refuted with sheets that show it", () => {
  const withPoints =
    (points: number): Change =>
    (files) => {
      const item = files.criteria?.categories[0]?.items[0];
      if (item !== undefined) item.points = points;
    };

  it("weights that come to more than the total", async () => {
    const { result } = await refuted(nm, "score-weights-add-up", withPoints(51));
    expect(result).toMatchObject({ kind: "score-card", decision: null, provision: "art_6__sent_1" });
  });

  it("a sheet past the total", async () => {
    const { result } = await refuted(nm, "score-within-total", withPoints(51));
    const [sheet = []] = result.sheets ?? [];
    const points = (nm.files.criteria?.categories ?? []).flatMap(({ items }) => items.map((item) => item.points));
    const earned = sheet.reduce((sum, value, place) => sum + value * (place === 0 ? 51 : (points[place] ?? 0)), 0);
    expect(earned).toBeGreaterThan(100_000);
    expect(sheet.every((value) => value % 5 === 0 && value >= 0 && value <= 100)).toBe(true);
  });

  it("a value that lowers the score", async () => {
    const { result } = await refuted(nm, "score-never-falls", withPoints(-50));
    const [lower = [], higher = []] = result.sheets ?? [];
    expect(lower.length).toBe(23);
    expect(higher.every((value, place) => value >= (lower[place] as number))).toBe(true);
    expect(higher[0]).toBeGreaterThan(lower[0] as number);
  });
});

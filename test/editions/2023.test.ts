import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { generateEdition, SEED } from "../../rules/nm-chairman-2022/editions/generate-2023.js";
import { readPackFolder } from "../../src/files/read-pack.js";
import { type Award, type Decision, decide, loadAward, type Status } from "../../src/index.js";

const PACK = new URL("../../rules/nm-chairman-2022/", import.meta.url);

interface Line {
  readonly id: string;
  readonly asOf: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly interpretations?: Readonly<Record<string, string>>;
}

const textOf = (file: string) => readFileSync(new URL(`editions/${file}`, PACK), "utf8");
const linesOf = (file: string) =>
  textOf(file)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

let award: Award;
let decisions: readonly Decision[];

beforeAll(async () => {
  award = loadAward(await readPackFolder(PACK.pathname));
  decisions = linesOf("2023.ndjson").map((line) => answer("eligibility", line));
});

function answer(decision: string, line: Omit<Line, "id">): Decision {
  const given = decide(award, { decision, ...line });
  if (!given.ok) throw new Error(JSON.stringify(given.errors));
  return given.decision;
}

function tally(of: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(of)].sort().map((one) => [one, of.filter((other) => other === one).length]));
}

describe("the files of the edition", () => {
  it("are what the seed gives, byte for byte", () => {
    const { applicants, awards } = generateEdition(SEED);
    expect(textOf("2023.ndjson")).toBe(applicants);
    expect(textOf("2023-awards.ndjson")).toBe(awards);
  });

  it("differ under another seed", () => {
    expect(generateEdition(SEED + 1).applicants).not.toBe(textOf("2023.ndjson"));
  });

  it("hold 71 applicants of 12 leagues and cities, each marked as invented and named once", () => {
    const ids = linesOf("2023.ndjson").map(({ id }) => id);
    expect(ids).toHaveLength(71);
    expect(new Set(ids).size).toBe(71);
    expect(new Set(ids.map((id) => id.split(" ")[1])).size).toBe(12);
    for (const id of ids) expect(id).toMatch(/^invented-\d{3} \S+[市盟] 虚构\S+$/);
  });
});

describe("deciding the 71", () => {
  it("finds 46 eligible, 18 ineligible and 7 undetermined", () => {
    expect(tally(decisions.map(({ outcome }) => outcome))).toEqual({ eligible: 46, ineligible: 18, undetermined: 7 });
  });

  it("finds every rule satisfied by one, violated by one and undetermined for one", () => {
    const statuses = new Map<string, Set<Status>>();
    for (const { rules } of decisions) {
      for (const { name, status } of rules ?? []) statuses.set(name, (statuses.get(name) ?? new Set<Status>()).add(status));
    }
    expect(statuses.size).toBe(22);
    for (const [rule, taken] of statuses) {
      expect([rule, ...["satisfied", "violated", "undetermined"].filter((status) => !taken.has(status as Status))]).toEqual([
        rule,
      ]);
    }
  });

  it("echoes whose question each line was", () => {
    expect(decisions.map(({ id }) => id)).toEqual(linesOf("2023.ndjson").map(({ id }) => id));
  });

  it("names missing facts for the undetermined and for nobody else", () => {
    for (const { outcome, missing } of decisions) expect((missing ?? []).length > 0).toBe(outcome === "undetermined");
  });

  it("finds what each kind of applicant was made to show", () => {
    const lines = linesOf("2023.ndjson");
    const by = (fact: string, value: unknown) => decisions.filter((_, index) => lines[index]?.facts[fact] === value);
    expect(by("registeredInRegion", false).map(violated)).toEqual([["registered-in-region"]]);
    expect(by("operatesNormally", false).map(violated)).toEqual([["normal-operation", "business-front-rank"]]);
    expect(by("qualityInnovationEffectiveSince", "2022-01-10").map(violated)).toEqual([["innovation-years"]]);
    expect(by("operatingSince", "2018-05-20").map(violated)).toEqual([[]]);
    expect(by("accidents", null).map(({ missing }) => missing?.map(({ name }) => name))).toEqual([["accidents"]]);
    expect(by("organisationKind", "social-organisation").map(({ outcome }) => outcome)).toEqual(["ineligible", "eligible"]);
  });

  it("turns on an open point for 15 of the eligible and 4 of the ineligible", () => {
    const turning = decisions.filter(({ interpretations }) => interpretations?.some(({ wouldChange }) => wouldChange));
    expect(tally(turning.map(({ outcome }) => outcome))).toEqual({ eligible: 15, ineligible: 4 });
  });
});

describe("the 4 awards", () => {
  it("go to applicants that are eligible", () => {
    const eligible = new Set(decisions.filter(({ outcome }) => outcome === "eligible").map(({ id }) => id));
    for (const { id } of linesOf("2023-awards.ndjson")) expect(eligible).toContain(id);
  });

  it("are within the quota of 5 and leave one vacant", () => {
    const qualifiedApplicants = decisions.filter(({ outcome }) => outcome === "eligible").length;
    const facts = { previousEdition: false, proposedAwards: 4, qualifiedApplicants, feeChargedFen: 0 };
    const { outcome, outputs } = answer("quota", { asOf: "2023-12-20", facts });
    expect(outcome).toBe("in-order");
    expect(outputs?.map(({ name, value }) => [name, value])).toEqual([["vacancies", 1]]);
  });

  it("bring 3 grants, the repeat winner none, and together no more than the quota would", () => {
    const grants = linesOf("2023-awards.ndjson").map((line) => answer("funding", line));
    expect(grants.map(({ outcome }) => outcome)).toEqual(["no-grant", "grant", "grant", "grant"]);
    const paid = grants.flatMap(({ outputs }) => outputs ?? []).filter(({ name }) => name === "grantFen");
    const total = paid.reduce((sum, { value }) => sum + Number(value), 0);
    expect(total).toBe(300_000_000);
    expect(total).toBeLessThanOrEqual(parameter("quota") * parameter("grantFen"));
  });
});

function violated({ rules }: Decision): readonly string[] {
  return (rules ?? []).filter(({ status }) => status === "violated").map(({ name }) => name);
}

function parameter(name: string): number {
  return Number(award.files.parameters.parameters.find((one) => one.name === name)?.value);
}

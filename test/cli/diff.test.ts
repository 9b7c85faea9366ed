import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { diffPage } from "../../src/cli/page/diff.js";
import { craft, nm } from "../proof/awards.js";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();
const EDITION = `rules/${AWARD}/editions/2023.ndjson`;
const population = ["--decision", "eligibility", "--population", EDITION, "--no-witnesses"];

describe("qak diff", () => {
  it("of a pack and itself finds nobody changed", async () => {
    const { code, stdout, stderr } = await qak(["diff", AWARD, AWARD, ...population, "--lang", "en"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("71 units: 0 change, 71 stay, 0 cannot be decided");
  });

  it("counts who changes with a parameter, by which provision, and writes each", async () => {
    const out = join(folder, "changed.ndjson");
    const args = ["diff", AWARD, AWARD, ...population, "--parameter", "minOperatingYears=15", "--out", out];
    const { code, stdout } = await qak([...args, "--lang", "en"]);
    expect(code).toBe(1);
    const changed = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { line: number; id: string; first: { outcome: string }; second: { outcome: string } });
    expect(changed.length).toBeGreaterThan(0);
    expect(stdout).toContain(`71 units: ${changed.length} change, ${71 - changed.length} stay, 0 cannot be decided`);
    expect(stdout).toContain("art. 10 (1)");
    const lines = readFileSync(EDITION, "utf8").split("\n");
    for (const { line, id, second } of changed) {
      expect((JSON.parse(lines[line - 1] as string) as { id: string }).id).toBe(id);
      expect(second.outcome).toBe("ineligible");
    }
    const json = JSON.parse((await qak([...args, "--format", "json"])).stdout);
    expect(json.population.pairs.reduce((sum: number, { units }: { units: number }) => sum + units, 0)).toBe(changed.length);
  });

  it("takes the folder of another pack", async () => {
    const other = join(folder, AWARD);
    cpSync(`rules/${AWARD}`, other, { recursive: true });
    const file = join(other, "parameters.json");
    const { parameters } = JSON.parse(readFileSync(file, "utf8")) as { parameters: { name: string; value: unknown }[] };
    const changed = parameters.map((one) => (one.name === "cleanRecordYears" ? { ...one, value: 10 } : one));
    writeFileSync(file, JSON.stringify({ parameters: changed }));
    const { code, stdout } = await qak(["diff", AWARD, other, ...population, "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/71 units: [1-9]\d* change/);
  });

  it.each([
    ["no such award", ["nobody", AWARD]],
    ["a folder that holds no pack", [AWARD, "./test"]],
    ["a decision that there is not", [AWARD, AWARD, "--decision", "eligible"]],
    ["a population without a decision", [AWARD, AWARD, "--population", EDITION]],
    ["a reading that there is not", [AWARD, AWARD, "--reading", "lookbackAnchor=yesterday"]],
    ["a parameter that there is not", [AWARD, AWARD, "--parameter", "quotas=6"]],
    ["a parameter that is no integer", [AWARD, AWARD, "--parameter", "quota=1.5"]],
    ["nothing to compare", [AWARD, AWARD, "--no-witnesses"]],
    ["a file for the changes of nobody", [AWARD, AWARD, "--out", "changes.ndjson"]],
    ["no such population", [AWARD, AWARD, "--decision", "eligibility", "--population", "none.ndjson", "--no-witnesses"]],
  ])("refuses %s, and says what to write", async (_, args) => {
    const { code, stdout, stderr } = await qak(["diff", ...args, "--lang", "en"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^✗ /);
  });

  it("says of a folder without a pack just that, and names every file by the path that was given", async () => {
    const bare = join(folder, "bare");
    const broken = join(folder, "broken");
    cpSync(`rules/${AWARD}`, broken, { recursive: true });
    cpSync(`rules/${AWARD}`, bare, { recursive: true });
    rmSync(join(bare, "pack.json"));
    writeFileSync(join(broken, "quota.json"), "[{");
    const rules = readFileSync(join(broken, "eligibility.json"), "utf8");
    writeFileSync(join(broken, "eligibility.json"), rules.replace('"effect"', '"efect"'));
    const missing = "./no/such";
    for (const [path, says] of [
      [bare, `✗ ${bare}: holds no pack: name a folder that has a pack.json\n`],
      [missing, `✗ ${missing}: no such folder: check the path\n`],
      [`${broken}/`, expect.stringContaining(`✗ ${broken}/quota.json:1`)],
      [`${broken}/`, expect.stringContaining(`✗ ${broken}/eligibility.json:16 [0].event.params.efect`)],
    ] as const) {
      const { code, stdout, stderr } = await qak(["diff", AWARD, path, "--no-witnesses", "--lang", "en"]);
      expect([code, stdout, stderr]).toEqual([2, "", says]);
    }
    const { stderr } = await qak(["test", "--rules", missing, "--lang", "en"]);
    expect(stderr).toBe(`✗ ${missing}: no such file: check the path\n`);
  });

  it.each(["", "\n\n"])("takes a population of nobody, %j, for bad input and not for no change", async (text) => {
    const empty = join(folder, "empty.ndjson");
    writeFileSync(empty, text);
    const args = ["diff", AWARD, AWARD, "--decision", "eligibility", "--no-witnesses", "--lang", "en"];
    const named = await qak([...args, "--population", empty]);
    const says = "holds no unit: write one a line, as { id, asOf, facts }\n";
    expect([named.code, named.stdout, named.stderr]).toEqual([2, "", `✗ ${empty}: ${says}`]);
    const piped = await qak([...args, "--population", "-"], { input: text });
    expect([piped.code, piped.stdout, piped.stderr]).toEqual([2, "", `✗ <stdin>: ${says}`]);
  });

  it("counts a line that cannot be decided, and goes on", async () => {
    const input = `{oops\n${readFileSync(EDITION, "utf8").split("\n")[0]}\n`;
    const args = ["diff", AWARD, AWARD, "--decision", "eligibility", "--population", "-", "--no-witnesses", "--lang", "en"];
    const { code, stdout } = await qak(args, { input });
    expect(code).toBe(2);
    expect(stdout).toMatch(/2 units: 0 change, 1 stay, 1 cannot be decided\n✗ <stdin>:1: /);
  });

  it("tells why each line cannot be decided, and never takes one for a unit that stays", async () => {
    const input = `{"asOf":"2023-05-01"}\n{"asOf":"2023-05-01","facts":{"nobody":1}}\n`;
    const args = ["diff", AWARD, AWARD, "--decision", "eligibility", "--population", "-", "--no-witnesses", "--format", "json"];
    const { code, stdout } = await qak(args, { input });
    const { population } = JSON.parse(stdout);
    expect([code, population.same, population.refused]).toEqual([2, 0, 2]);
    expect(
      population.refusals.map(({ line, errors }: { line: number; errors: { code: string }[] }) => [line, errors[0]?.code]),
    ).toEqual([
      [1, "missing-member"],
      [2, "unknown-fact"],
    ]);
  });

  it("tells of what no decision reads that it is otherwise, though everything is decided the same", async () => {
    const args = ["diff", AWARD, AWARD, "--decision", "title-use", "--parameter", "noticeWorkingDays=8"];
    const { code, stdout } = await qak([...args, "--lang", "en"]);
    expect(code).toBe(0);
    expect(stdout).toContain("  · parameters.json: noticeWorkingDays 7 → 8 (no decision reads it)\n");
    expect(stdout).toContain("✓ the same on every complete input");
    expect(stdout).toContain("was succeeded by 内政办发〔2025〕28号 on 2025-07-03");
  });

  it("tells facts and amounts in words, and only those that are others", async () => {
    const diff = (decision: string, parameter: string) =>
      qak(["diff", AWARD, AWARD, "--decision", decision, "--parameter", parameter, "--lang", "en"]);
    const { stdout } = await diff("funding", "grantFen=200000000");
    expect(stdout).toMatch(/for instance as of 2\d{3}-\d\d-\d\d: won the award = yes; awarded on = 2\d{3}-/);
    expect(stdout).toContain("      · amount of the grant: 1,000,000 yuan → 2,000,000 yuan\n");
    const revocation = await diff("revocation", "refusalYears=1");
    expect(revocation.stdout).toContain("      · refuse-applications (5 years) → refuse-applications (1 year)\n");
  });

  it("calls packs of which one refuses what the other takes different", async () => {
    const narrow = join(folder, "narrow", AWARD);
    cpSync(`rules/${AWARD}`, narrow, { recursive: true });
    const file = join(narrow, "facts.json");
    const vocabulary = JSON.parse(readFileSync(file, "utf8")) as { facts: { name: string; max?: number }[] };
    for (const fact of vocabulary.facts) if (fact.max !== undefined) fact.max = 1000;
    writeFileSync(file, JSON.stringify(vocabulary));
    const { code, stdout } = await qak(["diff", AWARD, narrow, "--decision", "quota", "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/≠ what only one side allows, the other refuses: [a-zA-Z, \n]*feeChargedFen/);
  });

  it("says which decisions only one of the packs has, what it was given, and from which day the two are compared", () => {
    const screen = { width: 100, language: "en", paint: picocolors.createColors(false) } as const;
    const page = diffPage(screen, nm, craft, {
      first: { award: nm.id, digest: nm.digest },
      second: { award: craft.id, digest: craft.digest, readings: {}, parameters: { minAge: 31 } },
      unshared: { first: ["title-use"], second: ["prize"] },
      rewritten: null,
      decisions: [],
      population: null,
    }).join("\n");
    expect(page).toMatch(/\n {3}minAge = 31\n/);
    expect(page).toContain("compared as of days on which both have come into force, from 2030-03-01 on");
    expect(page).toMatch(/\nuse of title and mark\n {2}≠ a decision of pack 1 alone\n/);
    expect(page).toMatch(/\nprize\n {2}≠ a decision of pack 2 alone$/);
  });

  it("tells of two awards whose provision it is by which they part", () => {
    const screen = { width: 100, language: "en", paint: picocolors.createColors(false) } as const;
    const asked = {
      asOf: "2031-01-01",
      facts: { operatingSince: "2026-01-01" },
      interpretations: { continuity: "ordinary-stops" },
    };
    const result = (outcome: string) => ({ outcome, outputs: {}, due: [] });
    const by = [
      { rule: "operating-years", provision: "art_5__item_1__sent_1", first: "violated", second: "satisfied" },
      { rule: "enterprise-or-institution", provision: "art_2__sent_1", first: "violated", second: null },
    ] as const;
    const results = { first: result("ineligible"), second: result("eligible") };
    const page = diffPage(screen, nm, craft, {
      first: { award: nm.id, digest: nm.digest },
      second: { award: craft.id, digest: craft.digest, readings: {}, parameters: {} },
      unshared: { first: [], second: [] },
      rewritten: null,
      decisions: [
        {
          decision: "eligibility",
          status: "different",
          unshared: { first: [], second: [] },
          narrowed: [],
          pairs: [
            {
              first: "ineligible",
              second: "eligible",
              witness: { ...asked, ...results, by, questions: { first: asked, second: asked } },
            },
          ],
        },
      ],
      population: null,
    }).join("\n");
    expect(page).toContain("· 1 art. 10 (1) / 2 art. 5 (1) operating-years: violated → satisfied");
    expect(page).toContain("· 1 art. 2 enterprise-or-institution: violated → no such rule");
    expect(page).toMatch(/as of 2031-01-01: [^=]+ = 2026-01-01; continuity = ordinary-stops/);
  });
});

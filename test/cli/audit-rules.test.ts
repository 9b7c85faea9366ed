import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();
/** What takes the whole of its time is left to the long profile. */
const quick = ["--no-proofs", "--sample", "40"];

/** A copy of the package's packs in which one file of the award is put otherwise. */
function packsWith(name: string, file: string, change: (text: string) => string): string {
  const packs = join(folder, name);
  cpSync(`rules/${AWARD}`, join(packs, AWARD), { recursive: true });
  const path = join(packs, AWARD, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return packs;
}

describe("qak audit-rules", () => {
  it("tells what was asked for and what was not, and ends with 0 where all of it is met", async () => {
    const { code, stdout, stderr } = await qak(["audit-rules", AWARD, ...quick, "--lang", "en"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/✓ cases: (\d+) \/ \1\n/);
    expect(stdout).toContain("✓ coverage: 100 % (≥ 100 %)\n");
    expect(stdout).toMatch(/✓ mutation score: 100 % \(≥ 95 %\); \d+ killed, 0 survived/);
    expect(stdout).toContain("– proofs: not asked for\n");
    expect(stdout).toContain("What no rule decides\n");
  });

  it("tells what a case less leaves uncovered, and ends with 1", async () => {
    const cases = join(folder, "few");
    mkdirSync(cases);
    for (const name of readdirSync(`rules/${AWARD}/cases`).filter((one) => !one.startsWith("title-use"))) {
      cpSync(`rules/${AWARD}/cases/${name}`, join(cases, name));
    }
    const few = ["audit-rules", AWARD, "--cases", cases, ...quick, "--lang", "en"];
    const { code, stdout } = await qak(few);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ coverage: \d\d(\.\d\d)? % /);
    expect(stdout).toMatch(/Not covered\n {2}· title-use /);
    expect((await qak([...few, "--min-coverage", "50", "--min-mutation", "50"])).code).toBe(0);
  });

  it("tells a rule that no longer says what its cases say", async () => {
    const packs = packsWith("wrong", "parameters.json", (text) => {
      const { parameters } = JSON.parse(text) as { parameters: { name: string; value: unknown }[] };
      const changed = parameters.map((one) => (one.name === "minOperatingYears" ? { ...one, value: 6 } : one));
      return JSON.stringify({ parameters: changed });
    });
    const { code, stdout } = await qak(["audit-rules", AWARD, "--rules", packs, ...quick, "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ cases: /);
    expect(stdout).toContain("Cases that fail\n");
  });

  it("writes the ledger: every sentence of the law, the bare ones told first, in both languages, with nothing fetched", async () => {
    const out = join(folder, "ledger.html");
    const { code, stdout, stderr } = await qak([
      "audit-rules",
      AWARD,
      ...quick,
      "--report",
      "html",
      "--out",
      out,
      "--lang",
      "zh",
    ]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("✓ 覆盖率: 100 %");
    const page = readFileSync(out, "utf8");
    const law = JSON.parse(readFileSync(`rules/${AWARD}/law.json`, "utf8")) as object;
    const sentences = [...JSON.stringify(law).matchAll(/"eId":"([^"]*__sent_\d+)","text":"([^"]*)"/g)];
    expect(sentences.length).toBeGreaterThan(40);
    for (const [, eId, text] of sentences) {
      expect(page.split(`id="${eId}"`)).toHaveLength(2);
      expect(page).toContain(text);
    }
    const ledger = JSON.parse(readFileSync(`rules/${AWARD}/ledger.json`, "utf8")) as {
      provisions: { provision: string; rules: string[]; reason: { zh: string; en: string } }[];
    };
    for (const { provision, rules, reason } of ledger.provisions) {
      expect(page.includes(`href="#${provision}"`)).toBe(rules.length === 0);
      expect(page).toContain(reason.zh);
    }
    expect(page).toContain("连续生产经营满5年");
    expect(page).not.toMatch(/<script|https?:|undefined|\[object/);
  });

  it("writes all of the evidence as JSON", async () => {
    const { stdout } = await qak(["audit-rules", AWARD, ...quick, "--report", "json"]);
    const report = JSON.parse(stdout);
    expect(report.requirements.map(({ name, met }: { name: string; met: boolean | null }) => [name, met])).toEqual([
      ["cases", true],
      ["coverage", true],
      ["mutation", true],
      ["proofs", null],
      ["translation", null],
    ]);
    expect(report.coverage.items.length).toBeGreaterThan(100);
    expect(report.mutation.mutants.every(({ status }: { status: string }) => status !== "survived")).toBe(true);
  });

  it("tells everything that is wrong before anything is run", async () => {
    const bad = join(folder, "bad.yaml");
    writeFileSync(
      bad,
      `award: ${AWARD}\ndecision: eligibility\ncases: [{ case: x, asOf: 2024-01-01, expect: { outcome: elegible } }]\n`,
    );
    const wrong = await qak(["audit-rules", AWARD, "--cases", bad, "--lang", "en"]);
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain("eligible");
    for (const args of [["nobody"], [AWARD, "--min-coverage", "101"], [AWARD, "--sample", "0"], [AWARD, "--out", "x.html"]]) {
      const { code, stderr } = await qak(["audit-rules", ...args, "--lang", "en"]);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(/^✗ /);
    }
    expect(existsSync("x.html")).toBe(false);
  });

  it("tells what of the list of equivalents does not hold", async () => {
    const packs = packsWith("stale", "cases/equivalents.json", (text) => {
      const list = JSON.parse(text) as unknown[];
      return JSON.stringify([...list, { mutant: "no-such facts.json#/", reason: { zh: "无", en: "none" } }]);
    });
    const { code, stdout } = await qak(["audit-rules", AWARD, "--rules", packs, ...quick, "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toContain("Listed as equivalent, and not so\n  · no-such facts.json#/: unknown\n");
  });
});

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();
const isLong = process.env["QAK_PROFILE"] === "long";
/** What takes the whole of its time is left to the long profile. */
const quick = ["--no-proofs", "--sample", "100"];
/** And of these few cases not all is asked. */
const few = (name: string) => ["--cases", `rules/${AWARD}/cases/${name}.yaml`, "--min-coverage", "0", ...quick];

/** A copy of the package's packs in which one file of the award is put otherwise. */
function packsWith(name: string, file: string, change: (text: string) => string): string {
  const packs = join(folder, name);
  cpSync(`rules/${AWARD}`, join(packs, AWARD), { recursive: true });
  const path = join(packs, AWARD, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return packs;
}

describe("qak audit-rules", () => {
  it("tells what a case less leaves uncovered, and ends with 1", async () => {
    const cases = join(folder, "few");
    mkdirSync(cases);
    for (const name of readdirSync(`rules/${AWARD}/cases`).filter((one) => !one.startsWith("title-use"))) {
      cpSync(`rules/${AWARD}/cases/${name}`, join(cases, name));
    }
    const fewer = ["audit-rules", AWARD, "--cases", cases, ...quick, "--lang", "en"];
    const { code, stdout } = await qak(fewer);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ coverage: \d\d(\.\d\d)? % /);
    expect(stdout).toMatch(/Not covered\n {2}· title-use art\. \d/);
    expect(stdout).toMatch(/\n {2}· title-use \S+ \(art\. \d+[^)]*\): not seen: satisfied/);
    expect(stdout.slice(0, stdout.indexOf("Changes that no case"))).not.toMatch(/art_\d/);
    expect(stdout).toMatch(/Changes that no case notices\n {2}· art\. \d+.* (a|an|another|the|points) [\s\S]*\.json#\//);
    expect((await qak([...fewer, "--min-coverage", "50", "--min-mutation", "50"])).code).toBe(0);
  });

  it("tells a rule that no longer says what its cases say", async () => {
    const packs = packsWith("wrong", "parameters.json", (text) => {
      const { parameters } = JSON.parse(text) as { parameters: { name: string; value: unknown }[] };
      const changed = parameters.map((one) => (one.name === "minOperatingYears" ? { ...one, value: 6 } : one));
      return JSON.stringify({ parameters: changed });
    });
    const { code, stdout } = await qak(["audit-rules", AWARD, "--rules", packs, ...few("eligibility-item-1"), "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ cases: /);
    const file = `rules/${AWARD}/cases/eligibility-item-1.yaml`;
    const [, line = "", told = ""] =
      /Cases that fail\n {2}· .+(?:\n {4}.+)*?\n {4}\S+eligibility-item-1\.yaml:(\d+) · eligibility · \d{4}-\d\d-\d\d\n {4}(.+)\n/.exec(
        stdout,
      ) ?? [];
    expect(stdout).toContain(`    ${file}:${line} · eligibility · `);
    expect(readFileSync(file, "utf8").split("\n")[Number(line) - 1]).toContain("- case: ");
    expect(told).toMatch(/^outcome: expected eligible, got ineligible · art\. 10 \(1\)/);
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
    expect(stderr).toMatch(/✓ 案例: (\d+) \/ \1\n {2}✓ 覆盖率: 100 % \(≥ 100 %\)\n/);
    expect(stderr).toMatch(/✓ 变异检出率: 100 % \(≥ 95 %\)；抽取 \d+ 个中的 \d 个，每 100 个取 1 个；检出 \d，未检出 0/);
    expect(stderr).toContain(
      "这不是完整的审核，不能据以签字：\n  ! 变异检出率：抽取 640 个中的 7 个，每 100 个取 1 个\n  ! 证明：未审核\n",
    );
    expect(stderr).toContain("– 证明: 未审核\n");
    expect(stderr).toContain("不由规则判断的条款\n");
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
    expect(page).toMatch(/\d of \d+ tried, every 100th/);
    expect(page).not.toMatch(/<script|https?:|undefined|\[object/);
  });

  it("writes all of the evidence as JSON", async () => {
    const { stdout } = await qak(["audit-rules", AWARD, ...few("title-use"), "--report", "json"]);
    const report = JSON.parse(stdout);
    expect(report.requirements.map(({ name, met }: { name: string; met: boolean | null }) => [name, met])).toEqual([
      ["cases", true],
      ["coverage", true],
      ["mutation", false],
      ["proofs", null],
      ["translation", null],
    ]);
    expect(report.whole).toBe(false);
    expect(report.coverage.items.length).toBeGreaterThan(100);
    expect(report.mutation.mutants.some(({ status }: { status: string }) => status === "survived")).toBe(true);
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
    for (const args of [
      ["nobody"],
      [AWARD, "--min-coverage", "101"],
      [AWARD, "--sample", "0"],
      [AWARD, "--property", "none"],
      [AWARD, "--out", "x.html"],
    ]) {
      const { code, stderr } = await qak(["audit-rules", ...args, "--lang", "en"]);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(/^✗ /);
    }
    expect(existsSync("x.html")).toBe(false);
  });

  it.each([
    [["--no-proofs", "--property", "complete"], "--property: nothing is proved: leave --no-proofs out"],
    [
      ["--no-proofs", "--counterexamples", join(folder, "unmade")],
      "--counterexamples: without proofs there are no counterexamples: leave",
    ],
    [["--no-mutation", "--sample", "3"], "--sample: no rules are changed: leave --no-mutation out, or leave --sample out"],
  ])("refuses %j, of which one drops what the other asks for", async (args, says) => {
    const { code, stdout, stderr } = await qak(["audit-rules", AWARD, ...args, "--lang", "en"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`✗ ${says}`);
    expect(existsSync(join(folder, "unmade"))).toBe(false);
  });

  it.each([
    ["en", "(default: 100)", "(default: 95)"],
    ["zh", "（默认 100）", "（默认 95）"],
  ])("says in its help, in %s, what is asked for, in percent", async (language, ...shares) => {
    const { stdout } = await qak(["audit-rules", "--help", "--lang", language]);
    for (const share of shares) expect(stdout).toContain(share);
  });

  it("tells what of the list of equivalents does not hold", async () => {
    const packs = packsWith("stale", "cases/equivalents.json", (text) => {
      const list = JSON.parse(text) as unknown[];
      return JSON.stringify([...list, { mutant: "no-such facts.json#/", reason: { zh: "无", en: "none" } }]);
    });
    const { code, stdout } = await qak(["audit-rules", AWARD, "--rules", packs, ...few("title-use"), "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toContain("Listed as equivalent, and not so\n  · no-such facts.json#/: unknown\n");
  });

  it("proves what holds of every input, and writes a counterexample of what does not as cases that can be run", async () => {
    const only = ["--cases", `rules/${AWARD}/cases/title-use.yaml`, "--min-coverage", "0", "--no-mutation", "--lang", "en"];
    // An accident after the award would cost the funds, which only fraud does.
    const packs = packsWith("clawed", "revocation.json", (text) => {
      const rules = JSON.parse(text) as { name: string; event: { params: { consequences?: { name: string }[] } } }[];
      const clawBack = rules.flatMap(({ event }) => event.params.consequences ?? []).find(({ name }) => name === "claw-back");
      for (const { event } of rules) event.params.consequences = [...(event.params.consequences ?? [])];
      for (const { event } of rules) {
        const own = event.params.consequences as object[];
        if (clawBack !== undefined && !own.includes(clawBack)) own.push(clawBack);
      }
      return JSON.stringify(rules);
    });
    const found = join(folder, "found");
    const one = ["--property", "revoked-without-fraud"];
    const alone = await qak(["audit-rules", AWARD, ...only, ...one]);
    expect(alone.code).toBe(0);
    expect(alone.stdout).toContain("✓ proofs: 1 / 1; of the properties named: revoked-without-fraud\n");
    const { code, stdout, stderr } = await qak([
      "audit-rules",
      AWARD,
      "--rules",
      packs,
      ...only,
      ...one,
      "--counterexamples",
      found,
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain("Properties not proved\n  · refuted: art. 24");
    const files = readdirSync(found);
    expect(stderr.trimEnd().split("\n").toSorted()).toEqual(files.map((name) => join(found, name)).toSorted());
    expect(files.length).toBeGreaterThan(0);
    // Wherever the lines are broken, each file is named in the report, and how to write it no longer.
    const report = stdout.replace(/\s+/g, "");
    for (const name of files) expect(report).toContain(`acaseofitstandsin${join(found, name)}`);
    expect(stdout).not.toContain("--counterexamples");
    const rerun = await qak(["test", ...files.map((name) => join(found, name)), "--rules", packs, "--lang", "en"]);
    expect([rerun.code, rerun.stdout]).toEqual([0, expect.stringMatching(/^✓ \d+ passed/)]);
  });

  if (isLong)
    it("asks for everything unless told otherwise", { timeout: 600_000 }, async () => {
      const { code, stdout } = await qak(["audit-rules", "--lang", "en"]);
      expect(stdout).toMatch(/✓ proofs: (\d+) \/ \1\n {2}✓ logical model agrees with the kernel: (\d+) \/ \2\n/);
      expect(stdout).toMatch(/✓ mutation score: \d+(\.\d\d)? % \(≥ 95 %\); \d{3} killed/);
      expect(stdout).not.toContain("not the whole audit");
      expect(code).toBe(0);
    });
});

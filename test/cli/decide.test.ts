import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/cli/width.js";
import { loadPacks } from "../../src/files/packs.js";
import type { Decision } from "../../src/kernel/answer.js";
import { decide } from "../../src/kernel/decide.js";
import { AWARD, EXAMPLE, qak, scratch } from "./qak.js";

const folder = scratch();
const question = JSON.parse(readFileSync(EXAMPLE, "utf8")) as { asOf: string; facts: Record<string, unknown> };

describe("qak decide --json", () => {
  it("prints exactly what the library answers", async () => {
    const award = (await loadPacks("rules")).get(AWARD);
    const answer = award && decide(award, { ...question, decision: "eligibility" });
    const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`${JSON.stringify(answer?.ok && answer.decision, null, 2)}\n`);
  });

  it("reads the same from a file, from - and from a pipe, as JSON and as YAML", async () => {
    const yaml = file("question.yaml", "asOf: 2024-06-01\nfacts: { wonAward: false }\n");
    const json = '{ "asOf": "2024-06-01", "facts": { "wonAward": false } }';
    const flow = "{ asOf: 2024-06-01, facts: { wonAward: false } }";
    const args = ["decide", AWARD, "title-use"];
    const answers = await Promise.all([
      qak([...args, yaml, "--json"]),
      qak([...args, "-", "--json"], { input: json }),
      qak([...args, "--json"], { input: flow }),
      qak([...args, "--json", "--as-of", "2024-06-01", "--facts", file("facts.yaml", "wonAward: false")]),
    ]);
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
    expect(JSON.parse(answers[0].stdout)).toMatchObject({ outcome: "not-permitted" });
  });
});

describe("what the command line says goes before what the file says", () => {
  it("--as-of is another day", async () => {
    const decision = await decided(["--as-of", "2025-07-03"]);
    expect(decision).toMatchObject({ asOf: "2025-07-03", notices: [{ code: "superseded" }] });
  });

  it("--facts replaces facts of the same name, and null makes one unknown", async () => {
    const facts = file("other.yaml", "qualitySystemSound: false\noperatingSince: null");
    const decision = await decided(["--facts", facts]);
    expect(decision.outcome).toBe("ineligible");
    expect(decision.rules?.find(({ name }) => name === "operating-years")?.status).toBe("undetermined");
  });

  it("--reading chooses a reading, and may be repeated", async () => {
    const decision = await decided(["--reading", "continuity=any-stop-breaks", "--reading", "firstDay=included"]);
    expect(decision.outcome).toBe("ineligible");
    const chosen = decision.interpretations?.filter(({ chosenBy }) => chosenBy === "caller").map(({ name }) => name);
    expect(chosen?.sort()).toEqual(["continuity", "firstDay"]);
  });

  it("--engine reference decides by the other evaluator", async () => {
    const decision = await decided(["--engine", "reference"]);
    expect(decision.outcome).toBe("eligible");
    expect(decision).not.toHaveProperty("interpretations");
  });

  it("--detail verdict leaves the reasons out", async () => {
    expect(await decided(["--detail", "verdict"])).not.toHaveProperty("rules");
    const { stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--detail", "verdict"]);
    expect(stdout).toMatch(/^✓ eligible\n/);
  });
});

describe("the page", () => {
  it("of an eligible unit has every rule under its provision, with the law's words, and points on which the outcome turns", async () => {
    const { code, stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ eligible\n/);
    expect(stdout).toMatch(/\n {2}art\. 10 \(1\)\n/);
    expect(stdout).toContain("“连续正常生产经营5年以上”");
    expect(stdout).toContain("Open points on which the outcome turns");
    expect(stdout).toContain("--reading continuity=any-stop-breaks");
    expect(stdout).not.toContain("\u001b");
  });

  it("of an ineligible unit has outcome, deciding rules, values, remedies and notices, in this order", async () => {
    const facts = file("young.yaml", "operatingSince: 2021-01-10\nqualitySystemSound: false");
    const { stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--facts", facts, "--as-of", "2025-08-01"]);
    const order = [
      "✗ ineligible",
      "Rules that decide it",
      "violated · operating-years",
      "art. 10 (1) “连续正常生产经营5年以上”",
      "What would change it",
      "quality management system sound: no → yes",
      "wait until 2026-01-10",
      "Notices",
      "内政办发〔2025〕28号",
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).toMatch(/whole years of continuous operation +2 years +computed/);
  });

  it("of an undetermined unit lists the missing facts under who supplies them", async () => {
    const { stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--facts", file("gap.yaml", "accidents: null")]);
    expect(stdout).toMatch(/^\? undetermined\n/);
    expect(stdout).toMatch(
      /supplied by the supervision authorities concerned\n {4}\? .*\n {6}\/facts\/accidents · list · objective · art\. 10 \(5\)/,
    );
  });

  it("of a revocation tells each consequence with its provision", async () => {
    const input =
      "{ asOf: 2023-06-01, facts: { wonAward: true, awardedOn: 2023-02-01, fraudFound: true, grantPaidFen: 100000000, accidents: [], breaches: [] } }";
    const { stdout } = await qak(["decide", AWARD, "revocation"], { input });
    expect(stdout).toContain("• the grant paid is clawed back: 1,000,000 yuan\n    art. 23 sent. 2 “追缴资助资金”");
  });

  it("of a grant tells the amount", async () => {
    const input = "{ asOf: 2023-06-01, facts: { wonAward: true, awardedOn: 2023-02-01, priorAwards: [], awardRevoked: false } }";
    const { stdout } = await qak(["decide", AWARD, "funding", "--lang", "zh"], { input });
    expect(stdout).toMatch(/^✓ 给予资助资金 {2}grant\n/);
    expect(stdout).toContain("资助资金：1,000,000 元 第十八条第一句");
    expect(stdout).toContain("列入部门预算的年度：2024 年");
  });

  it("names a rule that nothing cures", async () => {
    const { stdout } = await qak([
      "decide",
      AWARD,
      "eligibility",
      EXAMPLE,
      "--facts",
      file("kind.yaml", "organisationKind: government-body"),
    ]);
    expect(stdout).toContain("In the way, and nothing cures it");
  });

  it("in Chinese has no English sentence, and its columns align", async () => {
    const facts = file("young-zh.yaml", "operatingSince: 2021-01-10");
    const { stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--facts", facts], { env: { LANG: "zh_CN.UTF-8" } });
    expect(stdout).toMatch(/^✗ 不符合申报条件 {2}ineligible\n/);
    expect(stdout).toContain("等到 2026-01-10（申报之日推迟到该日）");
    expect(stdout).not.toMatch(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
    const sources = stdout.split("\n").flatMap((line) => {
      const cells = /^ {6}(\S+ +\S+(?: 年)? +)(?:推算|填报|办法规定)$/.exec(line);
      return cells === null ? [] : [widthOf(cells[1] ?? "")];
    });
    expect(sources.length).toBeGreaterThan(5);
    expect(new Set(sources).size).toBe(1);
  });

  it("never runs over its width", async () => {
    const facts = file("young-wide.yaml", "operatingSince: 2021-01-10\nactivity: both\naccidents: null");
    for (const lang of ["zh", "en"]) {
      const { stdout } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--facts", facts, "--lang", lang]);
      for (const line of stdout.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(100);
    }
  });
});

describe("bad input exits with 2, decides nothing and tells everything wrong", () => {
  it("each with file, line, place and provision", async () => {
    const bad = file(
      "bad.yaml",
      "asOf: 2023-06-01\nfacts:\n  operatingSinse: 2018-05-10\n  operatingSince: 2018-13-01\n  accidents:\n    - { level: huge }\ndetial: 3\n",
    );
    const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", bad]);
    expect([code, stdout]).toEqual([2, ""]);
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(stderr).toContain(`${bad}:3 facts.operatingSinse: no such fact in ${AWARD}: did you mean \`operatingSince\`?`);
    expect(stderr).toMatch(/bad\.yaml:4 facts\.operatingSince: .* is no calendar date: .* \(art\. 10 \(1\)\)/);
    expect(stderr).toMatch(/bad\.yaml:6 facts\.accidents\[0\]\.level: /);
    expect(stderr).toMatch(/bad\.yaml:7 detial: /);
  });

  it("as JSON with --json, in both languages", async () => {
    const bad = file("bad.json", '{\n "asOf": "2023-06-01",\n "facts": { "wonAward": 1 }\n}');
    const { code, stdout, stderr } = await qak(["decide", AWARD, "title-use", bad, "--json"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(JSON.parse(stderr)).toMatchObject({
      errors: [{ pointer: "/facts/wonAward", code: "not-a-boolean", file: bad, line: 3, message: { zh: /布尔/, en: /boolean/ } }],
    });
  });

  it("names what came from the command line", async () => {
    const args = ["decide", AWARD, "eligibility", EXAMPLE, "--as-of", "2022-01-01", "--reading", "firstDay=never"];
    const { code, stderr } = await qak([...args, "--facts", file("wrong-facts.yaml", "\nappliedOn: soon")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/✗ --as-of: .* in force from 2022-12-12/);
    expect(stderr).toMatch(/✗ --reading firstDay: /);
    expect(stderr).toMatch(/wrong-facts\.yaml:2 appliedOn|wrong-facts\.yaml:2 facts\.appliedOn/);
  });

  it.each([
    { name: "JSON", given: '{\n "asOf": ]', says: /not JSON at line 2, column 10/ },
    {
      name: "a key given twice",
      given: '{ "asOf": "2023-06-01",\n "asOf": "2023-06-02" }',
      says: /`asOf` stands twice, again at line 2, column 2/,
    },
    { name: "YAML", given: "asOf: 2023-06-01\nfacts: [1,\n  b: }", says: /not YAML at line 3, column 6/ },
    {
      name: "a YAML key given twice",
      given: "asOf: 2023-06-01\nasOf: 2023-06-02",
      says: /`asOf` stands twice, again at line 2, column 1/,
    },
    {
      name: "a number that can be kept",
      given: '{ "facts": { "x": 1e-400 } }',
      says: /facts\.x: `1e-400` cannot be kept exactly/,
    },
    {
      name: "a YAML number that can be kept",
      given: "facts: { x: [5.0000000000000000001] }",
      says: /facts\.x\[0\]: `5\.0+1` cannot/,
    },
    { name: "text", given: Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4), says: /not UTF-8/ },
    { name: "anything", given: "", says: /nothing here/ },
    { name: "an object", given: "[1]", says: /no object/ },
  ])("where it is not $name", async ({ given, says }) => {
    const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", "-"], { input: given });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^✗ <stdin>/);
    expect(stderr).toMatch(says);
  });

  it.each([
    { args: ["nm-chairman-202", "eligibility"], says: /did you mean `nm-chairman-2022`\?.*known are nm-chairman-2022/ },
    { args: [AWARD, "eligibilty"], says: /did you mean `eligibility`\?.*known are eligibility, funding/ },
    { args: [AWARD, "eligibility", "nowhere.yaml"], says: /nowhere\.yaml: no such file/ },
    { args: [AWARD, "eligibility", "rules"], says: /rules: a folder/ },
    { args: [AWARD, "eligibility", EXAMPLE, "--reading", "x"], says: /--reading: `x` chooses no reading: write name=reading/ },
    { args: [AWARD, "eligibility", EXAMPLE, "--engine", "x"], says: /write one of compiled, reference/ },
  ])("where $says holds", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["decide", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it("where the file asks for another decision", async () => {
    const input = JSON.stringify({ ...question, decision: "funding" });
    const { code, stderr } = await qak(["decide", AWARD, "eligibility"], { input });
    expect(code).toBe(2);
    expect(stderr).toContain("the file asks for `funding`, the command for `eligibility`");
  });

  it("where the reference engine lacks a fact", async () => {
    const gap = file("gap2.yaml", "accidents: null");
    const { code, stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--facts", gap, "--engine", "reference"]);
    expect(code).toBe(2);
    expect(stderr).toContain("the reference engine decides on complete facts only");
  });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function decided(more: readonly string[]): Promise<Decision> {
  const { code, stdout, stderr } = await qak(["decide", AWARD, "eligibility", EXAMPLE, "--json", ...more]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Decision;
}

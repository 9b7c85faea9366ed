import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AWARD, qak, scratch } from "./qak.js";

const folder = scratch();

const HEAD =
  "decision: title-use\nasOf: 2024-06-01\nfacts: { wonAward: true, awardRevoked: false, useOf: title, plaqueOrCertificateForged: false }\ncases:\n";
const RIGHT =
  "  - case: a holder may use the title in its image and state the year\n    facts: { useIn: corporate-image, awardYearStated: true }\n    expect: { outcome: permitted }\n";
const WRONG =
  "  - case: a holder may print the title on packaging\n    facts: { useIn: product-or-packaging }\n    expect: { outcome: permitted }\n";

describe("qak test", () => {
  it("passes on the cases of every pack", async () => {
    const { code, stdout, stderr } = await qak(["test"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^✓ \d+ passed · \d+ files? · \d+ confirmed by the second evaluator\n$/);
  });

  it("of one award gives every result as JSON", async () => {
    const { code, stdout } = await qak(["test", AWARD, "--json"]);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { cases: number; failed: number; passed: number; results: object[] };
    expect(report).toMatchObject({ failed: 0, passed: report.cases });
    expect(report.results).toHaveLength(report.cases);
    expect(report.results[0]).toMatchObject({ award: AWARD, passed: true, differences: [] });
  });

  it("tells of a case that fails what was expected, what came, the rule and the law's sentence, and exits with 1", async () => {
    const mine = file("mine.yaml", HEAD + RIGHT + WRONG);
    const { code, stdout, stderr } = await qak(["test", mine]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain(`✗ a holder may print the title on packaging\n  ${mine}:8 · title-use · 2024-06-01\n`);
    expect(stdout).toContain("    outcome\n      expected permitted\n      got      not permitted (not-permitted)\n");
    expect(stdout).toMatch(/ {6}\S+ (satisfied|violated) · /);
    expect(stdout.replace(/\n {6}/g, "")).toContain("不得在产品或包装上标注主席质量奖标志和获奖称号。");
    expect(stdout).toMatch(/✗ 1 failed · 1 passed · 1 file · \d confirmed by the second evaluator\n$/);
  });

  it("the same in Chinese", async () => {
    const { stdout } = await qak(["test", file("mine-zh.yaml", HEAD + WRONG), "--lang", "zh"]);
    expect(stdout).toContain("    结论\n      预期 可以使用 (permitted)\n      实得 不得使用 (not-permitted)\n");
    expect(stdout).toMatch(/✗ 1 个不符 · 0 个通过/);
  });

  it("the same as JSON", async () => {
    const { code, stdout } = await qak(["test", AWARD, file("mine-json.yaml", HEAD + WRONG), "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      failed: 1,
      results: [{ line: 5, passed: false, differences: [{ of: "outcome", expected: "permitted", got: "not-permitted" }] }],
    });
  });

  it("takes folders, and finds the award by its name in the file", async () => {
    const cases = join(folder, "more");
    mkdirSync(cases);
    writeFileSync(join(cases, "a.yaml"), `award: ${AWARD}\n${HEAD}${RIGHT}`);
    writeFileSync(join(cases, "b.yml"), HEAD + RIGHT);
    writeFileSync(join(cases, "notes.txt"), "no cases");
    const { code, stdout } = await qak(["test", cases]);
    expect([code, stdout]).toEqual([0, "✓ 2 passed · 2 files · 2 confirmed by the second evaluator\n"]);
  });
});

describe("files of cases that are wrong exit with 2, none of them run, everything wrong told", () => {
  it("with file, line and what was meant", async () => {
    const bad = file(
      "bad.yaml",
      `${HEAD}  - case: one\n    expect: { outcom: permitted }\n  - cas: two\n    expect: { outcome: permited }\n`,
    );
    const { code, stdout, stderr } = await qak(["test", bad]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${bad}:6 cases[0].expect.outcom: no such member \`outcom\`: did you mean \`outcome\`?`);
    expect(stderr).toContain(`${bad}:7 cases[1].cas: no such member \`cas\`: did you mean \`case\`?`);
    expect(stderr).toContain(`${bad}:8 cases[1].expect.outcome: no such outcome \`permited\`: did you mean \`permitted\`?`);
  });

  it.each([
    { args: ["nm-chairman-202"], says: "nm-chairman-202: no such award `nm-chairman-202`: did you mean `nm-chairman-2022`?" },
    { args: ["nowhere.yaml"], says: "nowhere.yaml: no such file" },
  ])("$says", async ({ args, says }) => {
    const { code, stderr } = await qak(["test", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  it("where a file is GBK, not UTF-8", async () => {
    const gbk = Buffer.concat([Buffer.from("# "), Buffer.of(0xd6, 0xca, 0xc1, 0xbf), Buffer.from(`\n${HEAD}${RIGHT}`)]);
    const path = join(folder, "gbk.yaml");
    writeFileSync(path, gbk);
    const { code, stdout, stderr } = await qak(["test", path]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^✗ \S+gbk\.yaml: not UTF-8 \(perhaps GBK\)/);
  });

  it("where there are none, by the folder that was named", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    for (const args of [
      ["test", empty],
      ["test", file("right.yaml", HEAD + RIGHT), empty],
      ["audit-rules", "--cases", empty],
    ]) {
      const { code, stdout, stderr } = await qak(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(`✗ ${empty}: no files of cases: put some there, named .yaml, .csv or .xlsx, or name others\n`);
    }
  });

  it("where --cases names nothing that is there, which is no award", async () => {
    const { code, stderr } = await qak(["audit-rules", "--cases", "nosuch"]);
    expect([code, stderr]).toEqual([2, "✗ nosuch: no such file or folder: check the path\n"]);
  });

  it("where the award of a file is not at hand, at its line", async () => {
    const path = file("foo.yaml", `# mine\naward: foo\n${HEAD}${RIGHT}`);
    const { code, stderr } = await qak(["test", path]);
    expect([code, stderr]).toEqual([2, `✗ ${path}:2 award: no such award \`foo\`: known are ${AWARD}\n`]);
  });

  it.each(["txt", "html", "YAML.bak"])("where the name does not tell the format: .%s", async (ending) => {
    const path = file(`named.${ending}`, HEAD + RIGHT);
    const { code, stdout, stderr } = await qak(["test", path]);
    expect([code, stdout]).toEqual([2, ""]);
    const own = ending.replace("YAML.", "");
    expect(stderr).toBe(`✗ ${path}: of which format is .${own}? name a file of cases .yaml, .csv or .xlsx\n`);
  });

  it.each(["json", "YML"])("but not where it ends in .%s", async (ending) => {
    expect((await qak(["test", file(`named.${ending}`, HEAD + RIGHT)])).code).toBe(0);
  });

  it("where the decision has nothing of what is expected, which is said", async () => {
    const path = file("none.yaml", `${HEAD}  - case: a\n    expect: { outcome: permitted, outputs: { x: 1 } }\n`);
    const { code, stderr } = await qak(["test", path]);
    expect(code).toBe(2);
    expect(stderr).toContain("outputs.x: no such output `x`: the decision has no output at all, leave it out\n");
  });

  it("where a day is of a year that is not read, with the bounds", async () => {
    const path = file("old.csv", "case,decision,as of,expected outcome\nold,title-use,1066-10-14,permitted\n");
    const { code, stderr } = await qak(["test", path]);
    expect(code).toBe(2);
    expect(stderr).toContain("1066-10-14 is not within the dates that are read: write one from 1900-01-01 to 2199-12-31\n");
  });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

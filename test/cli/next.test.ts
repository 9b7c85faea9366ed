import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/cli/width.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { type NextResult, next } from "../../src/procedure/next.js";
import { AWARD, noTerminal, qak, qakOnTerminal, scratch } from "./qak.js";

const folder = scratch();
const CASE = `rules/${AWARD}/examples/case.json`;
const SOUND = `rules/${AWARD}/editions/2023.events.ndjson`;
const log = JSON.parse(readFileSync(CASE, "utf8")) as object;
const award = await loadPackFolder(`rules/${AWARD}`);
const official = await loadOfficialCalendar();
const DAY = ["--as-of", "2023-09-27"];

function answered(question: object): NextResult {
  const answer = next(award, question, official);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

describe("as JSON", () => {
  it("prints exactly what the library answers", async () => {
    const { code, stdout, stderr } = await qak(["next", CASE, "--format", "json", ...DAY]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`${JSON.stringify(answered({ ...log, asOf: "2023-09-27" }), null, 2)}\n`);
  });

  it("of applicants that are named has these alone, in the order in which they are named", async () => {
    const { stdout } = await qak(["next", CASE, "虚构机械", " 虚构乳业 ", "虚构机械", "--format=json"]);
    const { applicants } = JSON.parse(stdout) as NextResult;
    expect(applicants.map(({ applicant }) => applicant)).toEqual(["虚构机械", "虚构乳业"]);
  });
});

describe("the page", () => {
  it("is short: stage, steps with by whom, evidence and days, the next step that is barred", async () => {
    const { code, stdout } = await qak(["next", CASE, ...DAY]);
    expect(code).toBe(0);
    const order = [
      "· 4 steps that may be taken\n",
      "\nThe edition\n  reached: public notice of the award list on 2023-09-25 (line 107)\n",
      "  → request for approval: from 2023-10-11\n      by Administration for Market Regulation",
      "      procedure/notice-of-seven-working-days\n",
      "  ✗ approval, not yet: what is approved was asked for\n    7 that may be taken again: --all lists them\n",
      "\n虚构乳业\n  reached: comprehensive scoring on 2023-08-21 (line 90)\n",
      "    10 that may be taken again, 2 more barred: --all lists them\n",
      "\n虚构机械\n",
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("with all has steps that may be taken again, and everything barred", async () => {
    const { stdout } = await qak(["next", CASE, "虚构乳业", "--all", "--lang", "zh", ...DAY]);
    expect(stdout).not.toContain("整届评审");
    expect(stdout).toMatch(/→ 材料评审（再次）：2023-09-27 起\n {6}由评审专家组办理，须有评审意见、评审分数\n/);
    expect(stdout).toContain("      还须：陈述答辩应当由申报单位主要负责人进行\n");
    expect(stdout.match(/还不能办：/g)).toHaveLength(3);
    expect(stdout).not.toContain("--all");
  });

  it("tells applicants who stand alike once", async () => {
    const { stdout } = await qak(["next", SOUND, "--as-of", "2023-07-01", "--lang", "zh"]);
    expect(stdout.match(/已到：/g)?.length).toBeLessThan(10);
    expect(stdout.match(/invented-\d{3}/g)).toHaveLength(71);
  });

  it.skipIf(noTerminal() !== null).each([
    [40, "zh"],
    [60, "en"],
  ] as const)("on a terminal of %i columns does not run over: %s", async (columns, language) => {
    const path = join(folder, "c.json");
    writeFileSync(path, JSON.stringify(log));
    const { stdout } = await qakOnTerminal(["next", path, "--all", "--lang", language, ...DAY], {}, columns);
    const lines = stdout.split(/\r?\n/).filter((line) => !/c\.json|procedure\/|obligations\//.test(line));
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
  });
});

describe("bad input exits with 2 and prints nothing", () => {
  it.each([
    [[CASE, "虚构乳"], "✗ no such applicant `虚构乳` in the log: did you mean `虚构乳业`?\n"],
    [[CASE, "a", "b", "--lang", "zh"], "✗ 记录中没有申报单位 `a`\n✗ 记录中没有申报单位 `b`\n"],
    [["nowhere.json"], "✗ nowhere.json: no such file: check the path\n"],
    [[CASE, "--format", "csv"], "✗ `csv` is no value for `--format <name>`: write one of text, json\n"],
  ] as const)("%j", async (args, says) => {
    expect(await qak(["next", ...args])).toEqual({ code: 2, stdout: "", stderr: says });
  });
});

it("is listed in both languages", async () => {
  const [en, zh] = await Promise.all([qak(["--help"]), qak(["--help", "--lang", "zh"])]);
  expect(en.stdout).toMatch(/^ {2}next +list the steps that may be taken now$/m);
  expect(zh.stdout).toMatch(/^ {2}next +列出各单位现在可以办的步骤$/m);
});

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { runProgressLine } from "../../src/cli/run-progress.js";
import { widthOf } from "../../src/cli/width.js";
import { loadPacks } from "../../src/files/packs.js";
import { loadScorer } from "../../src/scoring/scorer.js";
import type { SelectionResult } from "../../src/selection/answer.js";
import { select } from "../../src/selection/select.js";
import type { StabilityResult } from "../../src/selection/stability-answer.js";
import { AWARD, noTerminal, qak, qakOnTerminal, scratch } from "./qak.js";

const folder = scratch();
const EDITION = `rules/${AWARD}/editions/2023-selection.json`;
const text = readFileSync(EDITION, "utf8");
const question = JSON.parse(text) as Record<string, unknown> & { readonly sheets: readonly { readonly stage: string }[] };
const rules = JSON.parse(readFileSync(`rules/${AWARD}/review-rules.json`, "utf8")) as Record<string, unknown>;

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("qak select --json", () => {
  it("prints exactly what the library answers, of an edition by its name, of a file and of a pipe", async () => {
    const award = (await loadPacks("rules")).get(AWARD);
    if (award?.files.criteria === undefined) throw new Error("an award without criteria");
    const answer = select(award, await loadScorer(award.files.criteria), question);
    const runs = await Promise.all([
      qak(["select", "2023", "--json"]),
      qak(["select", EDITION, "--json"]),
      qak(["select", "-", "--json"], { input: text }),
      qak(["select", "--json"], { input: text }),
    ]);
    for (const { code, stdout, stderr } of runs) {
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toBe(`${JSON.stringify(answer.ok && answer.selection, null, 2)}\n`);
    }
  });

  it("adds how sure it is, with seed and runs, and the same for the same seed", async () => {
    const args = ["select", "2023", "--json", "--stability", "--seed", "7", "--runs", "500", "--spread", "20"];
    const [one, same, other] = await Promise.all([qak(args), qak(args), qak(args.with(5, "8"))]);
    expect(one.stderr).toBe("");
    expect(same.stdout).toBe(one.stdout);
    expect(other.stdout).not.toBe(one.stdout);
    const { stability, awards } = JSON.parse(one.stdout) as SelectionResult & { readonly stability: StabilityResult };
    expect(stability).toMatchObject({ seed: 7, runs: 500, spread: 20, first: 5, atLeast: 600, confidence: 95 });
    expect(stability.lines.slice(0, 4).map(({ applicant }) => applicant)).toEqual(
      awards.proposed.map(({ applicant }) => applicant),
    );
  });

  it("takes review rules of one's own before those of the question and of the pack", async () => {
    const own = file("rules.json", { ...rules, illustrative: false, awards: { atLeast: 590 } });
    const { stdout } = await qak(["select", "2023", "--json", "--review-rules", own]);
    expect(JSON.parse(stdout)).toMatchObject({
      reviewRules: { source: "given", illustrative: false },
      awards: { atLeast: 590, places: { proposed: 5, vacant: 0 } },
      notices: [{ code: "tie-settled-elsewhere" }],
    });
  });
});

describe("the page", () => {
  it("has what follows first, then rules, candidates, ties, vacancies, ranks and sheets, each by its provision", async () => {
    const { code, stdout } = await qak(["select", "2023"]);
    expect(code).toBe(0);
    const order = [
      "✓ 4 to be proposed · 1 vacant · of 5 awards",
      "are illustrative and not approved",
      "art. 7 “审定评审规则”",
      "Candidates to be proposed\n  art. 15 “研究提出拟授奖候选名单”\n  ✓ 1  704.03  invented-067",
      "Ties across a cut\n  art. 14 (1) sent. 2 “自治区市场监督管理局（领导小组办公室）",
      "= invented-012, invented-041 are tied at 545.83 points",
      "for the Administration",
      "Vacancies\n  art. 3 para. 2 “若无符合条件的单位，奖项可以空缺”\n  ○ 1 place stays empty",
      "599.93 points, rank 5, below the 600 points of the review rules: not proposed",
      "Ranking by the comprehensive score\n  art. 15 ",
      "? 7–8  533.89–543.49  invented-039",
      "not ranked (36): invented-005,",
      "Shortlist\n  art. 14 (1) sent. 2 ",
      "= 10  545.83  tied",
      "✗ 46  341.75  not shortlisted, below 400  invented-061",
      "art. 20 “评审工作人员与申报单位有利害关系的，本人应当主动回避”\n  ✗ invented-reviewer-18 declared an interest",
      "Too far from the median: to be talked over\n  ! invented-reviewer-28",
      "Items that were not scored\n  ? invented-reviewer-22 · on-site review · invented-039 赤峰市 虚构玉米加工039: 4.7.4",
      "Notices\n  ! tied at the cut of the shortlist, with sheets of later stages: invented-041",
      `${AWARD} sha256:`,
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { id } of question["applicants"] as readonly { readonly id: string }[]) expect(stdout).toContain(id);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("How sure it is");
  });

  it("tells how sure it is, with seed and runs, and which reviewers it rests on", async () => {
    const { stdout } = await qak(["select", "2023", "--stability"]);
    expect(stdout).toContain("How sure it is\n  10,000 runs each, seed 1; how often an applicant is among the first 5");
    expect(stdout).toMatch(/\? \d\d\.\d% {2}rank 4–5 {2}invented-027/);
    expect(stdout).toContain("Weights of the stages moved by up to 10% each way");
    expect(stdout).toMatch(
      /Without one reviewer\n {2}! on-site review: invented-021 proposed too\n {6}without one of: invented-/,
    );
  });

  it("tells what of that is not sure at all, since scores are missing, and before anything that rests on the others", async () => {
    const { stdout } = await qak(["select", "2023", "--stability"]);
    const caveat = stdout.indexOf(
      "! left out of all that follows, since scores are missing: invented-reviewer-22 – invented-039",
    );
    expect(caveat).toBeGreaterThan(stdout.indexOf("How sure it is"));
    expect(stdout.indexOf("Reviewers drawn anew")).toBeGreaterThan(caveat);
    const told = stdout.slice(caveat).split("\n");
    for (const applicant of ["invented-039", "invented-042"]) {
      const rows = told.filter((line) => line.includes(`  ${applicant} `));
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(row).toMatch(/^ {2}\? +0% {2}rank 7–8 .*\(scores missing\)$/);
    }
  });

  it("says that a place is open where a unit lacks the sheets for a score", async () => {
    const sheets = (question.sheets as readonly { readonly stage: string; readonly applicant: string }[]).filter(
      ({ stage, applicant }) => stage !== "presentation" || applicant !== "invented-021",
    );
    const { stdout } = await qak(["select", "-", "--stability"], { input: JSON.stringify({ ...question, sheets }) });
    expect(stdout).toMatch(/^\? 4 to be proposed · 1 open · of 5 awards\n/);
    expect(stdout).toContain("  ? invented-021 ");
    expect(stdout).toContain("no score at presentation and questions, and once it has one between ");
    expect(stdout).toContain("! with too few sheets that lack nothing, and not in what follows: invented-021");
    expect(stdout).toMatch(/\? 100% {2}rank 4–5 +invented-027 .*\(scores missing\)/);
  });

  it("says that it cannot tell how sure it is before all stages are over", async () => {
    const input = JSON.stringify({ ...question, held: ["material", "site"] });
    const { code, stdout } = await qak(["select", "-", "--stability"], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\? 0 to be proposed · 5 open · of 5 awards\n/);
    expect(stdout).toContain("there is nothing to test yet");
    expect(stdout).toMatch(/presentation and questions is not over/);
  });

  it("in Chinese has no English sentence", async () => {
    const { stdout } = await qak(["select", "2023", "--stability"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(stdout).toMatch(/^✓ 列入拟授奖候选 4 个 · 空缺 1 个 · 名额 5 个\n/);
    expect(stdout).toContain("空缺 1 个名额");
    expect(stdout).not.toMatch(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
  });

  it("never runs over its width, and its columns align", async () => {
    for (const lang of ["zh", "en"]) {
      const { stdout } = await qak(["select", "2023", "--stability", "--lang", lang]);
      const lines = stdout.split("\n");
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(100);
      const shortlisted = lines.filter((line) => /^ {2}[✓=✗] +\d+ {2}\d+\.\d\d {2}\S.* invented-/.test(line));
      expect(shortlisted).toHaveLength(46);
      expect(new Set(shortlisted.map((line) => widthOf(line.slice(0, line.indexOf("invented-"))))).size).toBe(1);
    }
  });
});

describe.skipIf(noTerminal() !== null)("on a terminal", () => {
  it("shows how far the runs are, and clears it for the page", async () => {
    const { code, stdout } = await qakOnTerminal(["select", "2023", "--stability", "--runs", "200000"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/─\S* \d+% · 200,000 runs/);
    expect(stdout.indexOf("4 to be proposed")).toBeGreaterThan(stdout.lastIndexOf("· 200,000 runs"));
    expect(stdout).toContain("\u001b[32m");
  });

  it("a question that is not given is asked for, not waited for", async () => {
    const { code, stdout } = await qakOnTerminal(["select"]);
    expect(code).toBe(2);
    expect(stdout).toContain("no question: name an edition or a file, or pipe one in");
  });
});

it.each(["zh", "en"] as const)("a line of progress in %s never runs over", (language) => {
  for (const coloured of [true, false]) {
    for (let width = 8; width <= 100; width += 1) {
      const line = runProgressLine({ width, language, paint: createColors(coloured) }, 0.5, 1_000_000, width);
      expect(Math.max(line.length, widthOf(line)), line).toBeLessThanOrEqual(width);
      expect(line).toContain("50%");
    }
  }
});

describe("bad input exits with 2, selects nothing and tells everything wrong", () => {
  it.each([
    { args: ["2032"], says: /2032: no such edition or file `2032`: did you mean `2023`\? known are 2023, or name a file/ },
    { args: ["nowhere.json"], says: /nowhere\.json: no such file: check the path/ },
    { args: ["rules"], says: /rules: a folder: name a file in it/ },
    { args: ["2023", "--award", "nm-chairman-202"], says: /no such award `nm-chairman-202`: did you mean `nm-chairman-2022`\?/ },
    { args: ["2023", "--review-rules", "nowhere.json"], says: /nowhere\.json: no such file/ },
    { args: ["2023", "--runs", "5"], says: /--runs: says something of --stability only/ },
    {
      args: ["2023", "--stability", "--runs", "0"],
      says: /`0` is no value for `--runs <number>`: write a whole number, 1 to 1000000/,
    },
    { args: ["2023", "--stability", "--runs", "1000001"], says: /write a whole number, 1 to 1000000/ },
    { args: ["2023", "--stability", "--seed", "-1"], says: /write a whole number, 0 to 9007199254740991/ },
    { args: ["2023", "--stability", "--spread", "101"], says: /write a whole number, 0 to 100/ },
  ])("$args", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["select", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it("where it is not JSON, at its line and column", async () => {
    const { code, stdout, stderr } = await qak(["select", file("bad.json", '{\n "asOf": ]')]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/bad\.json: not JSON at line 2, column 10/);
  });

  it("where members are unknown, scores are none and applicants are not listed, each with file, line and place", async () => {
    const wrong = text
      .replace('"edition"', '"editoin"')
      .replace(/"4\.1\.2": ?\d+/, '"4.1.2":52')
      .replace('"invented-reviewer-18","applicant":"invented-036"', '"invented-reviewer-18","applicant":"invented-999"');
    const path = file("wrong.json", wrong);
    const { code, stderr } = await qak(["select", path]);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(3);
    expect(stderr).toContain(`${path}:4 editoin: `);
    expect(stderr).toContain("did you mean `edition`?");
    expect(stderr).toMatch(/wrong\.json:\d+ sheets\[0\]\.scores\.4\.1\.2: `52` is no score/);
    expect(stderr).toMatch(/wrong\.json:7 interests\[0\]\.applicant: no `invented-999` among the applicants/);
  });

  it("where review rules are wrong, in their own file", async () => {
    const own = file("wrong-rules.json", JSON.stringify({ ...rules, awards: { atleast: 600 } }, null, 2));
    const { code, stderr } = await qak(["select", "2023", "--review-rules", own]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/wrong-rules\.json:\d+ awards\.atleast: /);
    const none = await qak(["select", "2023", "--review-rules", file("none.json", "null")]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/none\.json: .*no object/)]);
  });

  it("where the award keeps no editions, and where it has no criteria", async () => {
    const bare = await qak(["select", "2023", "--rules", "test/packs/good", "--award", "invented-craft-2030"]);
    expect(bare.code).toBe(2);
    expect(bare.stderr).toContain("no such file, and invented-craft-2030 keeps no editions: name a file");
    const packs = join(folder, "packs");
    cpSync(`rules/${AWARD}`, join(packs, AWARD), { recursive: true });
    for (const part of ["criteria", "selection", "review-rules", "properties"]) rmSync(join(packs, AWARD, `${part}.json`));
    const ledger = join(packs, AWARD, "ledger.json");
    const { provisions, ...rest } = JSON.parse(readFileSync(ledger, "utf8")) as { readonly provisions: readonly Row[] };
    writeFileSync(ledger, JSON.stringify({ ...rest, provisions: provisions.map(withoutSelection) }));
    const without = await qak(["select", "2023", "--rules", packs]);
    expect([without.code, without.stdout]).toEqual([2, ""]);
    expect(without.stderr).toMatch(/✗ --award: nm-chairman-2022 has no criteria and no rules of selection/);
  });

  it("as JSON with --json, in both languages", async () => {
    const { code, stderr } = await qak(["select", "2032", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      errors: [{ code: "unknown-edition", message: { zh: /是否为 `2023`/, en: /did you mean `2023`/ } }],
    });
  });
});

interface Row {
  readonly status: string;
  readonly rules: readonly string[];
}

/** A row of a ledger, of a pack that leaves selection to people. */
function withoutSelection(row: Row): Row {
  const own = row.rules.filter((rule) => !rule.startsWith("selection/"));
  return { ...row, rules: own, status: row.status === "encoded" && own.length === 0 ? "procedure" : row.status };
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "read-excel-file/node";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { qak, scratch } from "./qak.js";

const folder = scratch();

const HEADINGS =
  "案例,判定事项,判定日,应有结论,应有依据,备注,获得主席质量奖,奖励已被撤销,使用对象,使用场合,注明获奖年份,伪造奖牌、证书";
const RIGHT = "形象宣传,称号和标志使用,2024-06-01,可以使用,第二十五条,,是,否,获奖称号,单位形象宣传,是,否";
const HOSTILE =
  '"<b onclick=""x"">&\u0007\u202e]]>\uFFFE 包装",title-use,2024-06-01,可以使用,第二十八条,"a\nb",是,否,获奖称号,产品或包装,,否';
const LAW = "不得在产品或包装上标注主席质量奖标志和获奖称号。";

const passing = file("passing.csv", `${HEADINGS}\n${RIGHT}\n`);
const failing = file("failing.csv", `${HEADINGS}\n${RIGHT}\n${HOSTILE}\n`);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of a well-formed document, in the order in which they begin. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return elements;
}

describe("qak test --report junit", () => {
  it("is a suite a file, with a failure that tells expected, got, the rule and the law's sentence", async () => {
    const { code, stdout, stderr } = await qak(["test", passing, failing, "--report", "junit"]);
    expect([code, stderr]).toEqual([1, ""]);
    const elements = elementsOf(stdout);
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(named("testsuites")[0]?.attributes).toMatchObject({ tests: "3", failures: "1" });
    expect(named("testsuite").map(({ attributes }) => attributes)).toMatchObject([
      { name: passing, tests: "1", failures: "0" },
      { name: failing, tests: "2", failures: "1" },
    ]);
    expect(named("testcase")[0]?.attributes).toMatchObject({
      name: "形象宣传",
      classname: "nm-chairman-2022.title-use",
      line: "2",
    });
    expect(named("failure")).toHaveLength(1);
    expect(named("failure")[0]?.attributes).toMatchObject({
      type: "outcome",
      message: "outcome: expected permitted, got not permitted (not-permitted)",
    });
    expect(named("failure")[0]?.text).toContain("not-on-product-or-packaging violated");
    expect(named("failure")[0]?.text).toContain(LAW);
    expect(named("failure")[0]?.text).toContain("provision: expected art. 28, got art. 25");
    expect(named("system-out")[0]?.text).toBe("a\\nb");
  });

  it("makes visible what no XML can hold", async () => {
    const { stdout } = await qak(["test", failing, "--report", "junit"]);
    const names = elementsOf(stdout).map(({ attributes }) => attributes["name"]);
    expect(names).toContain('<b onclick="x">&\\u0007\\u202e]]>\\ufffe 包装');
  });
});

describe("qak test --report html", () => {
  it("is one page in the language asked, without script, in which all of a table is escaped", async () => {
    const out = join(folder, "report.html");
    const { code, stdout, stderr } = await qak(["test", failing, "--report", "html", "--out", out, "--lang", "zh"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("1 个不符");
    const page = readFileSync(out, "utf8");
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/<script|<b |src=|https?:/);
    expect(page).toContain("&lt;b onclick=&quot;x&quot;&gt;&amp;\\u0007\\u202e]]&gt;");
    for (const text of ["可以使用 (permitted)", "不得使用 (not-permitted)", "第二十五条", LAW, "a\\nb", "称号和标志使用"]) {
      expect(page).toContain(text);
    }
    expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it("the same in English, of a run that passes", async () => {
    const { code, stdout } = await qak(["test", passing, "--report", "html"]);
    expect(code).toBe(0);
    expect(stdout).toContain('<html lang="en">');
    expect(stdout).toContain("1 case, 1 passed, 0 failed");
  });
});

describe("qak test --report json", () => {
  it("is what --json prints", async () => {
    const [report, json] = await Promise.all([qak(["test", failing, "--report", "json"]), qak(["test", failing, "--json"])]);
    expect(report).toEqual(json);
    expect(JSON.parse(report.stdout)).toMatchObject({ failed: 1, results: [{}, { line: 3, comment: "a\nb", passed: false }] });
  });
});

describe("qak test refuses", () => {
  it.each([
    { args: [passing, "--out", join(folder, "x.html")], says: "add --report html, junit or json" },
    { args: [passing, "--report", "html", "--out", passing], says: "the very file that is read" },
    { args: [passing, "--report", "html", "--out", join(folder, "nowhere", "x.html")], says: "no such folder" },
    { args: [passing, "--report", "pdf"], says: "write one of html, junit, json" },
    { args: [passing, "--json", "--report", "html"], says: "JSON or another report: leave --json out, or leave --report out" },
    { args: [passing, "--new", join(folder, "x.xlsx")], says: "runs no cases" },
    { args: ["--decision", "eligibility"], says: "go with `--new`" },
    { args: ["--new", join(folder, "x.ods")], says: "end its name with .xlsx or .csv" },
    { args: ["--new", passing], says: "the file is there already" },
    { args: ["--new", join(folder, "x.csv"), "--decision", "eligibilty"], says: "did you mean `eligibility`?" },
    { args: ["--new", join(folder, "x.csv"), "--award", "nm"], says: "no such award" },
  ])("$says", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["test", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
  });

  it("a cell that is wrong, at its row and column, in the language asked", async () => {
    const bad = file("bad.csv", `${HEADINGS}\n${RIGHT.replace(",是,否,获", ",有,否,获")}\n`);
    const { code, stderr } = await qak(["test", bad, "--lang", "zh"]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${bad} G2 获得主席质量奖：\`有\` 既不是“是”也不是“否”`);
  });
});

describe("qak test --new", () => {
  it.each(["zh", "en"])("writes a workbook that runs once a case is filled in, in %s", async (lang) => {
    const blank = join(folder, `blank-${lang}.xlsx`);
    const { code, stderr } = await qak([
      "test",
      "--new",
      blank,
      "--award",
      "nm-chairman-2022",
      "--decision",
      "title-use",
      "--lang",
      lang,
    ]);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`qak test ${blank}`)]);
    const [headings = [], notes = []] = (await readSheet(blank)) as string[][];
    const values: Readonly<Record<string, string>> =
      lang === "zh"
        ? {
            案例: "一",
            判定事项: "称号和标志使用",
            应有结论: "可以使用",
            应有依据: "第二十五条",
            获得主席质量奖: "是",
            奖励已被撤销: "否",
            使用对象: "获奖称号",
            使用场合: "单位形象宣传",
            注明获奖年份: "是",
            "伪造奖牌、证书": "否",
          }
        : {
            case: "one",
            decision: "use of title and mark",
            "expected outcome": "permitted",
            "expected provision": "art. 25",
            "won the award": "yes",
            "award revoked": "no",
            "what is used": "title",
            "where it is used": "corporate image",
            "award year stated": "yes",
            "plaque or certificate forged": "no",
          };
    expect(headings).toEqual(expect.arrayContaining(Object.keys(values)));
    const filled = join(folder, `filled-${lang}.xlsx`);
    const row = headings.map((heading): Cell => {
      if (heading === "判定日" || heading === "as of") return { value: new Date("2024-06-01"), type: Date, format: "yyyy-mm-dd" };
      return values[heading] === undefined ? null : { value: values[heading], type: String };
    });
    const texts = [headings, notes].map((cells) => cells.map((value): Cell => ({ value, type: String })));
    await writeExcelFile([...texts, row]).toFile(filled);
    expect(await qak(["test", filled])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✓ 1 passed/), stderr: "" });
  });

  it("writes a CSV to which a row may be added", async () => {
    const blank = join(folder, "blank.csv");
    expect(await qak(["test", "--new", blank, "--decision", "title-use"])).toMatchObject({ code: 0 });
    expect(existsSync(blank)).toBe(true);
    const text = readFileSync(blank, "utf8");
    expect(text.startsWith("\uFEFFcase,decision,as of,expected outcome")).toBe(true);
    writeFileSync(blank, `${text}one,title-use,2024-06-01,undetermined\r\n`);
    expect(await qak(["test", blank])).toMatchObject({ code: 0, stderr: "" });
  });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

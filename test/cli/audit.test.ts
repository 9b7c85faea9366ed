import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/cli/width.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { type AuditResult, audit } from "../../src/procedure/audit.js";
import { AWARD, noTerminal, qak, qakOnTerminal, scratch } from "./qak.js";

const folder = scratch();
const CASE = `rules/${AWARD}/examples/case.json`;
const text = readFileSync(CASE, "utf8");
const log = JSON.parse(text) as {
  readonly edition: object;
  readonly applicants: readonly object[];
  readonly events: readonly object[];
};
const award = await loadPackFolder(`rules/${AWARD}`);
const calendar = await loadOfficialCalendar();

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const linesOf = ({ events, ...head }: typeof log) => [head, ...events].map((one) => `${JSON.stringify(one)}\n`).join("");
const ndjson = file("case.ndjson", linesOf(log));

function audited(question: unknown): AuditResult {
  const answer = audit(award, question, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.result;
}

describe("qak audit --format json", () => {
  it("prints exactly what the library answers, of JSON and of lines, of a file and of a pipe", async () => {
    const runs = await Promise.all([
      qak(["audit", CASE, "--format", "json"]),
      qak(["audit", ndjson, "--format=json"]),
      qak(["audit", "-", "--format", "json"], { input: text }),
      qak(["audit", "--format", "json"], { input: `\uFEFF${linesOf(log).replaceAll("\n", "\r\n")}` }),
    ]);
    for (const { code, stdout, stderr } of runs) {
      expect([code, stderr]).toEqual([1, ""]);
      expect(stdout).toBe(`${JSON.stringify(audited(log), null, 2)}\n`);
    }
  });

  it("as of a day knows what was recorded until then, whatever day the log names", async () => {
    const dated = file("dated.json", { ...log, asOf: "2024-01-01" });
    const { code, stdout } = await qak(["audit", dated, "--format", "json", "--as-of", "2023-06-01"]);
    // The re-check was entered days after the list that rests on it.
    expect(code).toBe(1);
    expect(stdout).toBe(`${JSON.stringify(audited({ ...log, asOf: "2023-06-01" }), null, 2)}\n`);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: "2023-06-01", events: 7, recordedLate: [] });
  });

  it("takes years of a calendar, which go before those of the log", async () => {
    const office = "regional-market-regulator";
    const events = [
      { activity: "award-notice", occurredOn: "2026-12-24", by: office, evidence: ["list"] },
      { activity: "approval-request", occurredOn: "2027-01-05", by: office, evidence: ["list"] },
    ];
    const year = (...holidays: readonly string[]) => ({ 2027: { holidays, workdays: [] } });
    const own = file("own.json", { edition: {}, applicants: [], events, calendar: year("2027-01-01") });
    const none = file("none.json", { edition: {}, applicants: [], events });
    const years = file("years.json", year("2027-01-01", "2027-01-04", "2027-01-05"));
    const counted = async (...args: readonly string[]) => {
      const { stdout } = await qak(["audit", ...args, "--format", "json"]);
      const { breaches } = JSON.parse(stdout) as AuditResult;
      return breaches
        .filter(({ rule }) => rule.endsWith("seven-working-days"))
        .map(({ certain, says }) => `${certain} ${/ to (\d\S{9})/.exec(says.en.slice(says.en.indexOf("7 working")))?.[1]}`);
    };
    expect(await Promise.all([counted(none), counted(own), counted(own, "--calendar", years)])).toEqual([
      ["false 2027-01-04"],
      ["true 2027-01-05"],
      ["true 2027-01-07"],
    ]);
  });
});

describe("the page", () => {
  it("has what there is first, then each breach with its words, provision and lines, then what was recorded late", async () => {
    const { code, stdout, stderr } = await qak(["audit", ndjson]);
    expect([code, stderr]).toEqual([1, ""]);
    const order = [
      "✗ 3 breaches, 1 of them not certain · 23 events\n",
      "内政办发〔2022〕86号 · as of 2024-03-15\n",
      `  ${ndjson}\n`,
      "\nBreaches\n  1 ✗ 虚构乳业, on-site review on 2023-07-17: beside 虚构乳业, declaration of an interest",
      "art. 20 “评审工作人员与申报单位有利害关系的，本人应当主动回避”\n      line 13, against line 10 · procedure/interest-and-site-review\n",
      "  2 ✗ request for approval on 2023-10-10: too soon",
      "art. 16 sent. 2 “公示期为7个工作日”\n      line 21, against line 20 · ",
      "  3 ? 虚构乳业, award on 2023-12-20: ",
      "      line 23 · procedure/every-two-years\n",
      "\nRecorded late\n  ! 虚构乳业 re-check: happened on 2023-05-29, recorded on 2023-06-05 (line 8)\n",
      `  ${AWARD} sha256:`,
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).not.toContain("\u001b");
  });

  it("of a JSON tells the lines of the file as it stands", async () => {
    const { stdout } = await qak(["audit", CASE]);
    const lines = text.split("\n");
    const told = [...stdout.matchAll(/line (\d+), against line (\d+)/g)].map(([, ...at]) => at.map((one) => Number(one)));
    const activityAt = (line: number) =>
      lines
        .slice(line - 1)
        .find((one) => one.includes('"activity"'))
        ?.split('"')[3];
    expect(told.map((at) => at.map(activityAt))).toEqual([
      ["site-review", "interest-declaration"],
      ["approval-request", "award-notice"],
    ]);
  });

  it("in Chinese has no English sentence", async () => {
    const { stdout } = await qak(["audit", ndjson, "--lang", "zh"]);
    expect(stdout).toMatch(/^✗ 不合程序 3 处，其中 1 处尚不能确定 · 共 23 个事件\n/);
    expect(stdout).toContain("第 13 行，对照第 10 行");
    expect(stdout).toContain("虚构乳业 资格复核：2023-05-29 发生，2023-06-05 录入（第 8 行）");
    expect(stdout).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  });

  it("says so where nothing is wrong, or nothing for certain, and then exits with 0", async () => {
    const clean = file("clean.json", { ...log, events: log.events.slice(0, 5) });
    const doubtful = log.events
      .map((event) => event as { activity: string; occurredOn: string })
      .filter(({ activity }) => activity !== "interest-declaration")
      .map((event) => (event.activity === "approval-request" ? { ...event, occurredOn: "2023-10-11" } : event));
    const [none, empty, open] = await Promise.all([
      qak(["audit", clean]),
      qak(["audit", CASE, "--as-of", "2023-01-01"]),
      qak(["audit", file("doubtful.json", { ...log, events: doubtful })]),
    ]);
    const said = [none, empty, open].map(({ code, stdout }) => `${code} ${stdout.split("\n")[0]}`);
    expect(said).toEqual([
      "0 ✓ no breach · 5 events",
      "0 ✓ no breach · 0 events",
      "0 ? 1 breach, 1 of them not certain · 22 events",
    ]);
  });

  it("says that the measures were succeeded", async () => {
    const { stdout } = await qak(["audit", CASE, "--as-of", "2025-08-01"]);
    expect(stdout).toContain("  ! nm-chairman-2022 was succeeded by 内政办发〔2025〕28号 on 2025-07-03");
  });

  it("shows what an input holds and cannot be seen, and steers no terminal by it", async () => {
    const name = "U\u001b[31m\u202e\n";
    const odd = file("odd.json", {
      edition: {},
      applicants: [{ name }],
      events: [{ activity: "fee", applicant: name, occurredOn: "2023-03-01", recordedOn: "2023-03-02", by: "expert-panels" }],
    });
    const { stdout } = await qak(["audit", odd]);
    expect(stdout).toContain("U\\u001b[31m\\u202e, charging of a fee on 2023-03-01");
    expect(stdout).toContain("! U\\u001b[31m\\u202e charging of a fee: happened on");
    expect(["\u001b", "\u202e"].filter((control) => stdout.includes(control))).toEqual([]);
  });
});

describe("CSV", () => {
  it("has a breach a row, and is summed up beside it", async () => {
    const { code, stdout, stderr } = await qak(["audit", ndjson, "--format", "csv"]);
    expect(code).toBe(1);
    const rows = stdout.split("\r\n");
    expect(rows[0]).toBe("number,certain,applicant,activity,occurredOn,by,line,againstLine,kind,rule,provision,quote,says");
    expect(rows[2]).toMatch(
      /^2,true,,approval-request,2023-10-10,regional-market-regulator,21,20,too-soon,procedure\/notice-of-seven-working-days,art_16__sent_2,公示期为7个工作日,"request for approval /,
    );
    expect(rows[3]).toMatch(/^3,false,虚构乳业,award,2023-12-20,peoples-government,23,,never-allowed,/);
    expect(rows).toHaveLength(5);
    expect(stderr).toBe("✗ 3 breaches, 1 of them not certain · 23 events\n  recorded late: 1 event\n");
  });

  it("in a file begins with a byte order mark, and is in the language asked for", async () => {
    const out = join(folder, "breaches.csv");
    const { code, stdout } = await qak(["audit", ndjson, "--format", "csv", "--out", out, "--lang", "zh"]);
    expect([code, stdout]).toEqual([1, ""]);
    const written = readFileSync(out, "utf8");
    expect(written).toMatch(/^\uFEFFnumber,certain,/);
    expect(written).toContain("报请批准（2023-10-10）：过早");
  });
});

describe("--out", () => {
  it.each(["text", "json"])("writes what would be printed, without colour: %s", async (format) => {
    const out = join(folder, `audit.${format}`);
    const args = ["audit", CASE, "--format", format];
    const [printed, written] = await Promise.all([qak(args), qak([...args, "--out", out], { env: { FORCE_COLOR: "1" } })]);
    expect([written.code, written.stdout]).toEqual([1, ""]);
    expect(readFileSync(out, "utf8")).toBe(printed.stdout);
    expect(written.stderr).toContain("3 breaches");
  });
});

describe.skipIf(noTerminal() !== null)("on a terminal", () => {
  it.each([
    [40, "zh"],
    [40, "en"],
    [60, "zh"],
    [80, "en"],
    [200, "zh"],
  ] as const)("of %i columns nothing runs over: %s", async (columns, language) => {
    const path = file("c.json", text);
    const { stdout } = await qakOnTerminal(["audit", path, "--lang", language], {}, columns);
    expect(stdout).toContain("\u001b[31m");
    const lines = stdout.split(/\r?\n/).filter((line) => !line.includes(path) && !line.includes("procedure/"));
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
  });

  it("a log that is not given is asked for, not waited for", async () => {
    const { code, stdout } = await qakOnTerminal(["audit"]);
    expect(code).toBe(2);
    expect(stdout).toContain("no log: name a file, or pipe one in");
  });
});

describe("bad input exits with 2 and tells everything wrong, with its line", () => {
  const bad = (event: object) => ({ edition: {}, applicants: [], events: [event] });
  const event = log.events[0] as object;

  it.each([
    { args: ["nowhere.json"], says: /nowhere\.json: no such file: check the path/ },
    { args: ["rules"], says: /rules: a folder: name a file in it/ },
    { args: [CASE, "--award", "nm-chairman-202"], says: /no such award `nm-chairman-202`: did you mean `nm-chairman-2022`\?/ },
    { args: [CASE, "--as-of", "soon"], says: /^✗ --as-of: `soon` is no calendar date/ },
    { args: [CASE, "--calendar", "nowhere.json"], says: /nowhere\.json: no such file/ },
    { args: [CASE, "--calendar", file("list.json", [])], says: /list\.json: / },
    {
      args: [CASE, "--calendar", file("bad-year.json", '{\n"2027":\n{"holidays":["2027-01-01"]}}')],
      says: /bad-year\.json:2 \[2027\]: `workdays` is missing/,
    },
    { args: [CASE, "--format", "xml"], says: /`xml` is no value for `--format <name>`: write one of text, json, csv/ },
    { args: [CASE, "--out", CASE], says: /case\.json: the very file that is read/ },
    { args: [CASE, "--out", "nowhere/x"], says: /nowhere\/x: no such folder/ },
    { args: [file("bad.json", '{\n "edition": ]')], says: /bad\.json: not JSON at line 2, column 13/ },
    { args: [file("empty.ndjson", "")], says: /empty\.ndjson:1: / },
    {
      args: [file("twice.ndjson", '{"edition":{},"applicants":[]}\n{"by":"x","by":"x"}')],
      says: /twice\.ndjson:2 by: .*column 11/,
    },
    { args: [file("whole.ndjson", bad(event))], says: /whole\.ndjson:1 events: events stand below the first line/ },
  ])("$args", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["audit", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it.each([
    ["en", [": `nobody` is none of the values", ": no such member `x`", ": not JSON at column 2"]],
    ["zh", ["：`nobody` 不是可用的值", "：没有 `x` 这一项", "第 2 列不是合法的 JSON"]],
  ] as const)("of a log in lines: %s", async (lang, [value, member, json]) => {
    const lines = [{ edition: {}, applicants: [] }, "", { ...event, by: "nobody" }, { ...event, data: { x: 1 } }];
    const path = file("wrong.ndjson", `${lines.map((one) => (one === "" ? "" : JSON.stringify(one))).join("\r\n")}\r\n{]`);
    const { code, stdout, stderr } = await qak(["audit", path, "--lang", lang, "--out", join(folder, "never")]);
    expect([code, stdout]).toEqual([2, ""]);
    const told = stderr.trim().split("\n");
    expect(told).toHaveLength(3);
    expect(told[0]).toContain(`${path}:3 by${value}`);
    expect(told[1]).toContain(`${path}:4 data.x${member}`);
    expect(told[2]).toContain(`${path}:5`);
    expect(told[2]).toContain(json);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });

  it("of a JSON, with the place in it and the line", async () => {
    const path = file("wrong.json", JSON.stringify({ ...bad({ ...event, by: "nobody" }), asOf: "soon" }, null, 2));
    const lines = readFileSync(path, "utf8").split("\n");
    const [as, by] = ['"asOf"', '"by"'].map((name) => lines.findIndex((line) => line.includes(name)) + 1);
    const { stderr } = await qak(["audit", path]);
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => line.replace(/: .*/, "")),
    ).toEqual([`✗ ${path}:${by} events[0].by`, `✗ ${path}:${as} asOf`]);
  });

  it("without what an entry declares confidential", async () => {
    const secret = { ...event, by: "nobody", data: { x: "the recipe" }, confidential: ["/data/x"] };
    const { code, stderr } = await qak(["audit", file("secret.ndjson", linesOf(bad(secret)))]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/secret\.ndjson:2 by: /);
    expect(stderr).not.toContain("recipe");
  });

  it("as data where JSON is asked for", async () => {
    const { code, stderr } = await qak([
      "audit",
      file("one.ndjson", linesOf({ ...bad({ ...event, by: "nobody" }) })),
      "--format",
      "json",
    ]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ code: "not-a-value", pointer: "/by", line: 2 }] });
  });

  it("where the pack has no procedure", async () => {
    const { code, stderr } = await qak(["audit", CASE, "--rules", "test/packs", "--award", "minimal"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/procedure/);
  });
});

it("is listed, and says how it exits, in both languages", async () => {
  const [en, zh, all] = await Promise.all([qak(["audit", "--help"]), qak(["audit", "--help", "--lang", "zh"]), qak(["--help"])]);
  expect(en.stdout).toContain("Exit codes: 0 no breach that is certain, 1 breaches that are, 2 bad input.");
  expect(zh.stdout).toContain("退出码：0 没有确定的问题，1 有确定的问题，2 输入有误。");
  expect(all.stdout).toMatch(/^ {2}audit +hold the log of a case against the procedure$/m);
});

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/cli/width.js";
import { loadOfficialCalendar } from "../../src/files/official-calendar.js";
import { loadPackFolder } from "../../src/files/read-pack.js";
import { deadlines } from "../../src/procedure/deadlines.js";
import { obligations } from "../../src/procedure/obligations.js";
import { AWARD, noTerminal, qak, qakOnTerminal, scratch } from "./qak.js";

const folder = scratch();
const CASE = `rules/${AWARD}/examples/case.json`;
const SOUND = `rules/${AWARD}/editions/2023.events.ndjson`;
const FLAWED = `rules/${AWARD}/editions/2023-flawed.events.ndjson`;
const log = JSON.parse(readFileSync(CASE, "utf8")) as object;
const award = await loadPackFolder(`rules/${AWARD}`);
const official = await loadOfficialCalendar();

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function answered(question: object) {
  const [dated, owed] = [deadlines(award, question, official), obligations(award, question, official)];
  if (!dated.ok || !owed.ok) throw new Error("refused");
  return { ...dated.result, obligations: owed.result.obligations };
}

it("as JSON prints exactly what the library answers", async () => {
  const { code, stdout, stderr } = await qak(["calendar", CASE, "--format", "json", "--as-of", "2023-09-27"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(`${JSON.stringify(answered({ ...log, asOf: "2023-09-27" }), null, 2)}\n`);
});

describe("exits with 1 where something that is certain is overdue", () => {
  it.each([
    [["--as-of", "2024-12-20"], 0, "✓ nothing overdue · 3 running\n"],
    [["--as-of", "2024-12-21"], 1, "✗ 1 overdue · 2 running\n"],
    [["--as-of", "2024-12-21", "--lang", "zh"], 1, "✗ 逾期 1 项 · 未到期 2 项\n"],
  ] as const)("%j", async (args, exit, first) => {
    const { code, stdout } = await qak(["calendar", CASE, ...args]);
    expect([code, stdout.slice(0, first.length)]).toEqual([exit, first]);
  });

  it("a closing day that has passed is nobody's fault", async () => {
    const { code, stdout } = await qak(["calendar", CASE, "--as-of", "2023-06-01"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Closed\n {2}· 2023-04-30 submission, at the latest$/m);
  });

  it("of the editions, neither has anything overdue; what was asked for too soon is told, and no more than that", async () => {
    const [sound, flawed] = await Promise.all([qak(["calendar", SOUND]), qak(["calendar", FLAWED])]);
    expect([sound.code, flawed.code]).toEqual([0, 0]);
    expect(sound.stdout).not.toContain("Done, but not in time");
    expect(flawed.stdout).toMatch(/\nDone, but not in time\n {2}✗ 2023-12-19 request for approval, at the earliest\n/);
  });
});

describe("the page", () => {
  it("has what is overdue first, then what runs, then what has no date", async () => {
    const { stdout } = await qak(["calendar", CASE, "--as-of", "2025-01-31"]);
    const order = [
      "✗ 1 overdue · 2 running\n",
      "\nOverdue\n  ✗ 2024-12-20 虚构乳业: performance report, at the latest\n",
      "1 year from the day after 2023-12-20, to 2024-12-20\n",
      "art. 27 “",
      "\nRunning\n  · 2025-12-22 虚构乳业: performance report, at the latest\n",
      "\nDone, but not in time\n  ✗ 2023-10-11 request for approval, at the earliest\n",
      "done on 2023-10-10 (line 108)\n",
      "\nDuties without a date\n",
      "      to be done (not certain): 虚构乳业\n",
      `\n  ${AWARD} sha256:`,
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("tells what was kept when all is asked for", async () => {
    const [short, whole] = await Promise.all([qak(["calendar", SOUND]), qak(["calendar", SOUND, "--all"])]);
    expect(short.stdout).toMatch(/^ {2}\d+ done in time: --all lists them$/m);
    expect(short.stdout).not.toContain("\nDone in time\n");
    expect(whole.stdout).toMatch(/\nDone in time\n {2}✓ \d{4}-/);
  });

  it("marks a day as provisional while the calendar of its year is not known, and not after", async () => {
    const events = [{ activity: "award-notice", occurredOn: "2026-12-24", by: "regional-market-regulator", evidence: ["list"] }];
    const path = file("open.json", { edition: {}, applicants: [], events });
    const years = file("years.json", { 2027: { holidays: ["2027-01-01", "2027-01-04"], workdays: [] } });
    const [open, known] = await Promise.all([qak(["calendar", path]), qak(["calendar", path, "--calendar", years])]);
    expect(open.stdout).toMatch(
      /\? 2027-01-05 request for approval, at the earliest\n[^·]*provisional: .* of 2027 is not known\n/,
    );
    expect(known.stdout).toMatch(/· 2027-01-07 request for approval, at the earliest\n/);
    expect(known.stdout).not.toContain("provisional");
  });

  it("takes a reading, and says who chose it", async () => {
    const args = ["calendar", CASE, "--format", "json", "--reading", "dutiesAfterRevocation=stay"];
    const { interpretations } = JSON.parse((await qak(args)).stdout) as { readonly interpretations: readonly object[] };
    expect(interpretations).toContainEqual(
      expect.objectContaining({ name: "dutiesAfterRevocation", reading: "stay", chosenBy: "caller" }),
    );
  });

  it("written to a file has no colour, no byte order mark, and a line on standard error", async () => {
    const out = join(folder, "page.txt");
    const { code, stdout, stderr } = await qak(["calendar", CASE, "--out", out], { env: { FORCE_COLOR: "1" } });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("nothing overdue");
    expect(readFileSync(out, "utf8")).toMatch(/^✓ nothing overdue/);
  });
});

it("as CSV has a row a deadline or duty, with a byte order mark in a file alone", async () => {
  const out = join(folder, "rows.csv");
  const [piped] = await Promise.all([
    qak(["calendar", CASE, "--format", "csv"]),
    qak(["calendar", CASE, "--format", "csv", "--out", out]),
  ]);
  expect(readFileSync(out, "utf8")).toBe(`\uFEFF${piped.stdout}`);
  const [head = "", ...rows] = piped.stdout.trimEnd().split("\r\n");
  const { deadlines: dated, obligations: owed } = answered(log);
  expect(head).toMatch(/^kind,date,applicant,what,status,certain,provisional,/);
  expect(rows).toHaveLength(dated.filter(({ rule }) => rule.startsWith("procedure/")).length + owed.length);
  expect(rows).toContainEqual(expect.stringMatching(/^duty,2024-12-20,虚构乳业,.*,due,true,/));
});

it("as iCalendar has the same events whenever it is written, in the language asked for", async () => {
  const [en, zh] = await Promise.all([
    qak(["calendar", CASE, "--format", "ics"]),
    qak(["calendar", CASE, "--format", "ics", "--lang", "zh"]),
  ]);
  const uids = (text: string) => text.match(/^UID:.*$/gm);
  expect(en.stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(uids(en.stdout)).toEqual(uids(zh.stdout));
  expect(zh.stdout.replaceAll("\r\n ", "")).toContain("SUMMARY:虚构乳业：最迟报送绩效报告");
});

describe.skipIf(noTerminal() !== null)("on a terminal", () => {
  it.each([
    [40, "zh"],
    [60, "en"],
    [200, "zh"],
  ] as const)("of %i columns nothing runs over: %s", async (columns, language) => {
    const args = ["calendar", file("c.json", log), "--lang", language, "--all", "--as-of", "2025-01-31"];
    const { stdout } = await qakOnTerminal(args, {}, columns);
    const lines = stdout.split(/\r?\n/).filter((line) => !/c\.json|procedure\/|obligations\//.test(line));
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
  });
});

describe("bad input exits with 2, says where, and writes nothing", () => {
  const out = join(folder, "never");
  it.each([
    [["nowhere.json"], /nowhere\.json: no such file/],
    [[CASE, "--as-of", "soon"], /^✗ --as-of: `soon` is no calendar date/],
    [[CASE, "--reading", "reportYear"], /^✗ --reading: `reportYear` chooses no reading: write name=reading/],
    [[CASE, "--reading", "reportYear=moon"], /^✗ --reading reportYear: /],
    [[CASE, "--reading", "reportYears=award-year"], /^✗ --reading reportYears: .*did you mean `reportYear`\?/],
    [[CASE, "--format", "xml"], /write one of text, json, ics, csv/],
    [[CASE, "--award", "nobody"], /no such award `nobody`/],
    [[file("bad.ndjson", '{"edition":{},"applicants":[]}\n{"by":1}')], /bad\.ndjson:2/],
  ] as const)("%j", async (args, says) => {
    const { code, stdout, stderr } = await qak(["calendar", ...args, "--out", out]);
    expect([code, stdout, existsSync(out)]).toEqual([2, "", false]);
    expect(stderr).toMatch(says);
  });

  it("in Chinese, and as data where JSON is asked for", async () => {
    const [zh, json] = await Promise.all([
      qak(["calendar", "nowhere.json", "--lang", "zh"]),
      qak(["calendar", CASE, "--as-of", "soon", "--format", "json"]),
    ]);
    expect(zh.stderr).toContain("没有这个文件");
    expect(JSON.parse(json.stderr)).toMatchObject({ errors: [{ code: "not-a-date", file: "--as-of" }] });
  });
});

it("says in both languages how it exits", async () => {
  const [en, zh] = await Promise.all([qak(["calendar", "--help"]), qak(["calendar", "--help", "--lang", "zh"])]);
  expect(en.stdout.replace(/\s+/g, " ")).toContain(
    "Exit codes: 0 nothing that is certain is overdue, 1 something is, 2 bad input.",
  );
  expect(zh.stdout.replace(/\s+/g, "")).toContain("退出码：0没有确定逾期的，1有确定逾期的，2输入有误。");
});

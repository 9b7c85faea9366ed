import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSheet } from "read-excel-file/node";
import { afterAll, describe, expect, it } from "vitest";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { runCase } from "../../src/audit/cases.js";
import { blankColumns } from "../../src/files/case-table/blank-columns.js";
import { caseColumns } from "../../src/files/case-table/case-columns.js";
import { blankBytes } from "../../src/files/case-table/write-blank.js";
import { loadPacks } from "../../src/files/packs.js";
import { readCases } from "../../src/files/read-cases.js";
import type { Award } from "../../src/kernel/award.js";

const award = (await loadPacks("rules")).get("nm-chairman-2022") as Award;
const folder = mkdtempSync(join(tmpdir(), "qak-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

function nextFile(extension: string): string {
  count += 1;
  return join(folder, `${count}.${extension}`);
}

/** What a table holds, as a file of CSV. */
function csv(rows: readonly (readonly string[])[], { mark = false } = {}): string {
  const path = nextFile("csv");
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  writeFileSync(path, (mark ? "\uFEFF" : "") + rows.map(line).join("\r\n"));
  return path;
}

type Value = string | number | boolean | Date | null;

/** The same as a workbook, with cells of their types. */
async function xlsx(rows: readonly (readonly Value[])[]): Promise<string> {
  const path = nextFile("xlsx");
  const cellOf = (value: Value): Cell => {
    if (value === null) return null;
    if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd" };
    if (typeof value === "number") return { value, type: Number };
    return typeof value === "boolean" ? { value, type: Boolean } : { value, type: String };
  };
  await writeExcelFile(rows.map((row) => row.map(cellOf))).toFile(path);
  return path;
}

const HEADINGS = ["案例", "判定事项", "判定日", "应有结论", "应有依据", "备注"];
const HEAD = ["一个单位", "撤销", "2023-06-01", "提请撤销", "", ""];

/** One case of `revocation` with these facts beside what it needs. */
function revocation(facts: Readonly<Record<string, string>>, head: Readonly<Record<string, string>> = {}): string {
  const given = HEAD.map((cell, index) => head[HEADINGS[index] ?? ""] ?? cell);
  return csv([
    [...HEADINGS, ...Object.keys(facts)],
    [...given, ...Object.values(facts)],
  ]);
}

async function errorsOf(path: string) {
  const read = await readCases(award, path);
  return read.ok
    ? []
    : read.errors.map(({ code, line, column, message }) => ({ at: `${column ?? ""}${line ?? ""}`, code, message }));
}

describe("a table of cases", () => {
  const expected = {
    line: 2,
    case: {
      case: "较大事故",
      comment: "看看",
      decision: "revocation",
      asOf: "2023-06-01",
      facts: {
        wonAward: true,
        awardedOn: "2023-02-01",
        fraudFound: false,
        grantPaidFen: 100_000_000,
        breaches: [],
        accidents: [
          { occurredOn: "2023-04-01", domain: "safety", level: "larger" },
          { occurredOn: "2023-05-01", level: "general" },
        ],
      },
      interpretations: { firstDay: "included" },
      expect: { outcome: "revoke", provision: "art_24" },
    },
  };

  it("is read by Chinese labels, in the ways that people write", async () => {
    const path = csv(
      [
        [
          ...HEADINGS,
          ..."获得主席质量奖|获奖之日|认定骗取荣誉|已拨付资助资金|违法、违规、违纪和失信记录|事故记录[1].发生之日|事故记录［１］．类别|事故记录[1].等级".split(
            "|",
          ),
          ..."事故记录[3].发生之日|事故记录[3].等级|期间的第一日是否计入？期间按日历日连续计算，休息日一并计入。|useIn".split(
            "|",
          ),
        ],
        [
          ..."较大事故|撤销|2023年6月1日|提请撤销|第二十四条|看看|是|2023/2/1|否|100000000|无|2023-04-01".split("|"),
          ..."安全|较大事故|2023-5-1|一般事故|计入|".split("|"),
        ],
      ],
      { mark: true },
    );
    const read = await readCases(award, path);
    expect(read).toEqual({ ok: true, cases: [expected] });
    if (read.ok) expect(await runCase(award, read.cases[0]?.case as never)).toMatchObject({ passed: true });
  });

  it("is read by names and English labels, from a workbook with dates, numbers and booleans", async () => {
    const path = await xlsx([
      [
        ..."case|decision|asOf|expected outcome|expected provision|comment|wonAward|awarded on|fraudFound|Grant paid|breaches".split(
          "|",
        ),
        ..."accidents[1].occurredOn|accidents[1].domain|accidents[1].level|accidents[2].occurredOn|accidents[2].level|firstDay".split(
          "|",
        ),
      ],
      [
        ...["较大事故", "revocation", new Date("2023-06-01"), "revoke", "art_24", "看看", true, new Date("2023-02-01"), "no"],
        ...[100_000_000, "none", new Date("2023-04-01"), "safety", "larger", "2023-05-01", "general", "included"],
      ],
    ]);
    expect(await readCases(award, path)).toEqual({ ok: true, cases: [expected] });
  });

  it("takes a list as JSON, and passes over rows that begin with #", async () => {
    const path = csv([["# case is the heading below?", ...HEADINGS.slice(1)], [...HEAD]]);
    expect(await errorsOf(path)).toMatchObject([{ at: "A1", code: "unknown-heading" }, { code: "no-column" }]);
    const json = '[{"occurredOn":"2023-04-01","domain":"safety","level":"larger"}]';
    const good = csv([[...HEADINGS, "accidents"], ["# a note"], [...HEAD, json]]);
    const read = await readCases(award, good);
    expect(read.ok && read.cases).toMatchObject([{ line: 3, case: { facts: { accidents: JSON.parse(json) } } }]);
  });

  it("passes over rows in which nothing but spaces stands", async () => {
    const path = csv([HEADINGS, ["  "], [...HEAD], [" ", "\u3000", "", ""], [" ", "# a note"]]);
    const blank = csv([HEADINGS, [...HEAD]]);
    const [read, expected] = [await readCases(award, path), await readCases(award, blank)];
    expect(read.ok && read.cases.map((placed) => placed.case)).toEqual(
      expected.ok ? expected.cases.map((placed) => placed.case) : "sound cases",
    );
    expect(await errorsOf(csv([HEADINGS, ["  ", "", ""]]))).toMatchObject([{ code: "no-cases" }]);
  });

  it("leaves unknown what is empty", async () => {
    const read = await readCases(award, revocation({ 获得主席质量奖: "", 事故记录: "", "事故记录[1].等级": " \u3000" }));
    expect(read.ok && read.cases[0]?.case.facts).toEqual({});
  });
});

describe("what is wrong in a table is told by row and column, in both languages", () => {
  it.each([
    { name: "a boolean", facts: { 认定骗取荣誉: "有" }, is: ["G2", "not-yes-or-no"] },
    { name: "full-width digits", facts: { 已拨付资助资金: "１２３" }, is: ["G2", "wide-digits"], says: "`123`" },
    { name: "digits with commas", facts: { 已拨付资助资金: "1,000" }, is: ["G2", "not-digits"] },
    { name: "a number below its range", facts: { 已拨付资助资金: "-1" }, is: ["G2", "out-of-range"] },
    { name: "a day that is none", facts: { 获奖之日: "2023-02-30" }, is: ["G2", "not-a-day"] },
    { name: "a day and a time", facts: { 获奖之日: "2023-02-03 12:00" }, is: ["G2", "not-a-day"] },
    { name: "a day of two kinds of marks", facts: { 获奖之日: "2023-02/03" }, is: ["G2", "not-a-day"] },
    { name: "a day after the day of the decision", facts: { 获奖之日: "2023-07-01" }, is: ["G2", "after-as-of"] },
    {
      name: "a value that is none",
      facts: { "事故记录[1].等级": "较大事" },
      is: ["G2", "not-a-choice"],
      says: "是否为 `较大事故`",
    },
    { name: "a day of a member", facts: { "事故记录[2].发生之日": "2023-07-01" }, is: ["G2", "after-as-of"] },
    { name: "a reading", facts: { firstDay: "in" }, is: ["G2", "not-a-choice"] },
    { name: "a list that is none", facts: { 事故记录: "两起" }, is: ["G2", "not-a-json-list"] },
    { name: "a list cut off", facts: { 事故记录: '[{"level":' }, is: ["G2", "not-a-json-list"] },
    { name: "a member of a list in JSON", facts: { 事故记录: '[{"levl":"larger"}]' }, is: ["G2", "unknown-field"] },
    { name: "a list twice", facts: { 事故记录: "无", "事故记录[1].等级": "较大" }, is: ["G2", "list-and-members"] },
    { name: "a heading", facts: { 认定骗取荣: "是" }, is: ["G1", "unknown-heading"], says: "`认定骗取荣誉`" },
    {
      name: "a heading of a member",
      facts: { "事故记录[1].等极": "较大" },
      is: ["G1", "unknown-heading"],
      says: "`事故记录[1].等级`",
    },
    { name: "a heading twice", facts: { 认定骗取荣誉: "是", fraudFound: "是" }, is: ["H1", "column-twice"], says: "G 列" },
    { name: "a cell under no heading", facts: { "": "x" }, is: ["G2", "no-heading"] },
    { name: "a decision", facts: {}, head: { 判定事项: "撤消" }, is: ["B2", "not-a-choice"] },
    { name: "a day of decision", facts: {}, head: { 判定日: "明天" }, is: ["C2", "not-a-day"] },
    { name: "a day before the measures", facts: {}, head: { 判定日: "2020-01-01" }, is: ["C2", "not-in-force"] },
    { name: "no outcome", facts: {}, head: { 应有结论: "" }, is: ["D2", "no-outcome"] },
    { name: "an outcome of another decision", facts: {}, head: { 应有结论: "可以使用" }, is: ["D2", "not-a-choice"] },
    { name: "a provision", facts: {}, head: { 应有依据: "第九十九条" }, is: ["E2", "unknown-provision"] },
    { name: "no name", facts: {}, head: { 案例: "" }, is: ["A2", "empty-cell"] },
  ])("$name", async ({ facts, head, is, says }: { facts: object; head?: object; is: readonly string[]; says?: string }) => {
    const errors = await errorsOf(revocation(facts as Record<string, string>, head as Record<string, string>));
    expect(errors.map(({ at, code }) => [at, code])).toEqual([is]);
    expect(errors[0]?.message.en).not.toMatch(/undefined/);
    if (says !== undefined) expect(errors[0]?.message.zh).toContain(says);
  });

  it("all at once", async () => {
    const path = csv([
      [...HEADINGS, "获奖之日", "认定骗取荣"],
      [...HEAD, "昨天", "是"],
      ["一个单位", "撤销", "", "", "", "", "今天", ""],
    ]);
    expect((await errorsOf(path)).map(({ at, code }) => `${at} ${code}`)).toEqual([
      "H1 unknown-heading",
      "G2 not-a-day",
      "A3 case-twice",
      "C3 empty-cell",
      "D3 no-outcome",
      "G3 not-a-day",
    ]);
  });

  it("a day that is needed is not to be left empty, one that is not may be", async () => {
    const [asOf] = await errorsOf(revocation({}, { 判定日: "2024-13-01" }));
    expect(asOf?.message.en).toBe("`2024-13-01` is no date: write it as 2024-03-01 or 2024年3月1日");
    const [fact] = await errorsOf(revocation({ 获奖之日: "2024-13-01" }));
    expect(fact?.message.zh).toMatch(/，未知则留空$/);
  });

  it("an empty cell below a full one may be merged with it", async () => {
    const first = await errorsOf(revocation({}, { 判定日: "", 应有结论: "" }));
    expect(first.map(({ message }) => message.en).join()).not.toContain("merged");
    const below = await errorsOf(
      await xlsx([HEADINGS, HEAD, ["另一个单位", "撤销", null, null], ["第三个单位", "撤销", null, null]]),
    );
    expect(below.map(({ at }) => at)).toEqual(["C3", "D3", "C4", "D4"]);
    for (const { message } of below) {
      expect(message.zh).toMatch(/；若与上面的单元格合并，请取消合并，逐行填写$/);
      expect(message.en).toMatch(/; where it is merged with the cell above, unmerge them and fill in each row$/);
    }
  });

  it("headings that are not in the first row of the first sheet, once, with the sheet that was read", async () => {
    const message =
      "no heading is known in the first row of the sheet `Sheet1`: headings belong in the first row of the first sheet, with no title above them";
    for (const above of [
      ["某年度案例", null],
      [null, null],
    ]) {
      const errors = await errorsOf(await xlsx([above, HEADINGS, HEAD]));
      expect(errors.map((error) => error.message.en)).toEqual([message]);
    }
    const [titled, ...others] = await errorsOf(csv([["某年度案例"], HEADINGS, HEAD]));
    expect([titled?.message.zh, others]).toEqual(["首行没有一个已知的标题：标题须写在首行，其上不留表名", []]);
  });

  it.each([
    ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /^not YAML but an old Excel file \(\.xls\): .*save it as \.xlsx/],
    [
      "ods",
      [...Buffer.from("PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet")],
      /\(\.ods\): .*save it as \.xlsx/,
    ],
    ["gz", [0x1f, 0x8b, 8, 0], /^not YAML but a gzip file: unpack it first$/],
    ["bin", [0, 1, 2, 0xff], /^not YAML but some other file: check the file$/],
  ])("a file .%s that is no text", async (extension, bytes, says) => {
    const path = nextFile(extension);
    writeFileSync(path, Uint8Array.from(bytes));
    const errors = await errorsOf(path);
    expect(errors.map(({ message }) => message.en)).toEqual([expect.stringMatching(says)]);
  });

  it("a column that lacks, once; and a table without cases", async () => {
    expect((await errorsOf(csv([["案例"], ["一"], ["二"]]))).map(({ code }) => code)).toEqual([
      "no-column",
      "no-column",
      "no-column",
    ]);
    expect((await errorsOf(csv([HEADINGS]))).map(({ code }) => code)).toEqual(["no-cases"]);
  });

  it("a number where a workbook should have a date", async () => {
    const path = await xlsx([HEADINGS, ["一", "撤销", 45000, "提请撤销", null, null]]);
    expect(await errorsOf(path)).toMatchObject([{ at: "C2", code: "day-as-number" }]);
  });

  it("a file in GBK, and one that is no workbook", async () => {
    const gbk = join(folder, "gbk.csv");
    writeFileSync(gbk, Uint8Array.of(0xb0, 0xb8, 0xc0, 0xfd, 0x0a));
    expect(await errorsOf(gbk)).toMatchObject([{ code: "not-utf-8" }]);
    const text = join(folder, "text.xlsx");
    writeFileSync(text, "案例\n");
    expect(await errorsOf(text)).toMatchObject([{ code: "wrong-format" }]);
  });
});

describe("an empty table of cases", () => {
  const decisions = [null, ...award.plans.keys()];

  it.each(["zh", "en"] as const)("has headings that are read back as what they are, in %s", (language) => {
    for (const decision of decisions) {
      const headings = blankColumns(award, decision, language).map(({ heading }) => heading);
      expect(caseColumns(award, headings).faults).toEqual([]);
    }
  });

  it("has the facts that the decision reads, and no others", () => {
    const headings = blankColumns(award, "title-use", "zh").map(({ heading }) => heading);
    expect(headings).toContain("注明获奖年份");
    expect(headings).not.toContain("在自治区内登记注册");
  });

  it.each([
    "zh",
    "en",
  ] as const)("filled in with the first of each list it offers is read without complaint, in %s", async (language) => {
    for (const decision of award.plans.keys()) {
      const path = join(folder, `${decision}-${language}.xlsx`);
      for await (const bytes of blankBytes("xlsx", award, decision, language)) writeFileSync(path, bytes);
      const [headings = [], notes = []] = (await readSheet(path)) as string[][];
      const columns = blankColumns(award, decision, language);
      const row = columns.map(({ choices, note }, index): Value => {
        if (headings[index] === HEADS[language].asOf) return new Date("2024-06-01");
        if (index === 0) return "a case";
        if (choices === "provisions") return language === "zh" ? "第十条第（一）项" : "art. 10 (1)";
        if (Array.isArray(choices)) return choices[0] === "无" || choices[0] === "none" ? null : (choices[0] as string);
        if (/date|日期/.test(note)) return new Date("2024-02-29");
        return /integer|整数/.test(note) ? 1 : null;
      });
      const read = await readCases(award, await xlsx([headings, notes, row]));
      expect(read, decision).toMatchObject({ ok: true, cases: [{ line: 3, case: { decision } }] });
    }
  });

  const HEADS = { zh: { asOf: "判定日" }, en: { asOf: "as of" } };

  it.each(["zh", "en"] as const)("ends no part of a note with two marks, in %s", (language) => {
    for (const { note } of blankColumns(award, null, language)) expect(note).not.toMatch(/[。；？.;?]\s*[；;]/);
  });

  it("has the law's provisions on a second sheet, each of which may be expected", async () => {
    const path = join(folder, "provisions.xlsx");
    for await (const bytes of blankBytes("xlsx", award, null, "zh")) writeFileSync(path, bytes);
    const [, ...rows] = (await readSheet(path, 2)) as string[][];
    expect(rows.length).toBeGreaterThan(50);
    const cases = rows.map(([cited], index) => [`案例 ${index}`, ...HEAD.slice(1, 4), cited ?? "", ""]);
    const read = await readCases(award, csv([HEADINGS, ...cases]));
    const eIds = read.ok ? read.cases.map(({ case: { expect } }) => "provision" in expect && expect.provision) : [];
    expect(eIds).toEqual(rows.map(([, eId]) => eId));
  });
});

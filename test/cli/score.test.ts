/** `qak score`, as a user types it. */
import { cpSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { widthOf } from "../../src/cli/width.js";
import { readParquet } from "../../src/files/tables/read-parquet.js";
import { readXlsx } from "../../src/files/tables/read-xlsx.js";
import { type Criteria, itemsOf } from "../../src/kernel/criteria.js";
import { type SheetCell, writeSheetFile } from "../files/sheets/sheet-files.js";
import { collect } from "../files/tables/collect.js";
import { AWARD, noTerminal, qak, qakOnTerminal, scratch } from "./qak.js";

const folder = scratch();
const isLong = process.env["QAK_PROFILE"] === "long";
const EXAMPLE = `rules/${AWARD}/examples/scores.csv`;
const criteria = JSON.parse(readFileSync(`rules/${AWARD}/criteria.json`, "utf8")) as Criteria;
const CLAUSES = itemsOf(criteria).map(({ clause }) => clause);
const HEADER = ["applicant", "reviewer", "stage", ...CLAUSES];

function row(
  applicant: string,
  reviewer: string,
  score: number,
  other: Readonly<Record<string, SheetCell>> = {},
): readonly SheetCell[] {
  const cells: Record<string, SheetCell> = { applicant, reviewer, stage: "site", ...other };
  return HEADER.map((heading) => (heading in cells ? (cells[heading] as SheetCell) : score));
}

/** A and B are settled but for what C's missing item may come to: 40 points of 1000. */
const ROWS = [
  HEADER,
  row("A", "甲", 60),
  row("A", "乙", 70),
  row("B", "甲", 50),
  row("C", "甲", 50, { "4.3.2": "六十" }),
  row("C", "乙", 50, { "4.3.2": 101 }),
  row("D", "甲", 10),
];

const RULES = "  by review rules (illustrative), approved by nobody: ";
const AT_SITE = `${RULES}on-site review, mean of the sheets\n`;
const BY_STAGE = `${RULES}on-site review, mean of the sheets;\n  presentation and questions, median of the sheets\n`;

let bad = "";
beforeAll(async () => {
  bad = join(folder, "bad.csv");
  renameSync(await writeSheetFile(folder, "csv", ROWS), bad);
});

describe("qak score", () => {
  it("ranks applicants stage by stage, as CSV where it is not read on a terminal", async () => {
    const { code, stdout, stderr } = await qak(["score", EXAMPLE]);
    expect([code, stderr]).toEqual([0, `24 sheets of 4 applicants\n${BY_STAGE}`]);
    const [header, ...lines] = stdout.trim().split("\r\n");
    expect(header).toBe(
      "stage,rank,applicant,points,pointsLeast,pointsGreatest,rankBest,rankWorst,sheets,incomplete,refused,refusedUnknown," +
        "least,greatest,deviation,pointsOver,pointsUnder,pointsLeastOver,pointsLeastUnder,pointsGreatestOver,pointsGreatestUnder,why",
    );
    expect(lines).toHaveLength(8);
    expect(lines[0]).toBe("site,1,虚构乳业,672.42,672.42,672.42,1,1,3,0,0,0,661.00,687.50,13.63,8069,12,8069,12,8069,12,");
    expect(lines.map((line) => line.split(",").slice(0, 2).join(" "))).toEqual(
      ["site", "presentation"].flatMap((stage) => [1, 2, 3, 4].map((rank) => `${stage} ${rank}`)),
    );
  });

  it("tells every bad cell with its place and what to do, counts none as zero, and exits with 2", async () => {
    const { code, stdout, stderr } = await qak(["score", bad, "--out", "json"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `✗ ${bad} row 5, column I \`4.3.2\`: \`六十\` is no number: write the number in digits, 0 to 100 by 5\n` +
        `✗ ${bad} row 6, column I \`4.3.2\`: \`101\` is off the scale: write 0 to 100 by 5\n` +
        `6 sheets of 4 applicants, 2 of them incomplete\n${AT_SITE}  ! 2 faults, not counted as zero\n`,
    );
    const rows = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(
      rows.map(({ applicant, rank, points, pointsLeast, pointsGreatest }) => [
        applicant,
        rank,
        points,
        pointsLeast,
        pointsGreatest,
      ]),
    ).toEqual([
      ["A", "1", 650, 650, 650],
      ["B", "2–3", 500, 500, 500],
      ["C", "2–3", null, 480, 520],
      ["D", "4", 100, 100, 100],
    ]);
    expect(rows[2]).toMatchObject({ rankBest: 2, rankWorst: 3, sheets: 2, incomplete: 2, least: null, deviation: null });
    expect(rows[0]).toMatchObject({ least: 600, greatest: 700, deviation: 70.71 });
  });

  it("leaves open what a refused row may change, and says so in the table and at the end", async () => {
    const lost = [...ROWS.slice(0, 4), row("B", "", 90), row("D", "甲", 10)];
    const { stdout, stderr, code } = await qak(["score", await writeSheetFile(folder, "csv", lost), "--out", "json"]);
    expect(code).toBe(2);
    const found = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(found.map(({ applicant, rank, points, refused, why }) => [applicant, rank, points, refused, why])).toEqual([
      ["A", "1–2", 650, 0, null],
      ["B", "1–2", null, 1, "row-refused"],
      ["D", "3", 100, 0, null],
    ]);
    expect(stderr).toContain("  ! 1 row refused, points and ranks of their applicants are open\n");
  });

  it("leaves every rank open after a quote that is not closed, and says how far it read", async () => {
    const path = await writeSheetFile(folder, "csv", [...ROWS.slice(0, 3), row('"B', "甲", 50), row("D", "甲", 10)]);
    const { stdout, stderr } = await qak(["score", path, "--out", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ applicant: "A", rank: "1–3", refusedUnknown: 2, why: "unknown-row-refused" }]);
    expect(stderr).toContain("row 4: a quote that is not closed, so that neither this row nor any after it was read: close it");
    expect(stderr).toContain("2 rows refused, 2 of them of no applicant that can be read: every rank of the stage is open");
  });

  it("says why an applicant has no points, by its name and in words", async () => {
    const path = await writeSheetFile(folder, "csv", [
      HEADER,
      ...["甲", "乙", "丙"].map((own) => row("A", own, 50)),
      row("B", "甲", 60),
    ]);
    const asked = ["score", path, "--method", "trimmed-mean"];
    const { stdout, stderr, code } = await qak([...asked, "--out", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([
      { applicant: "A", rank: "1", why: null },
      { applicant: "B", rank: null, points: null, why: "too-few-sheets" },
    ]);
    expect(stderr).toContain("  ! 1 without points: too few sheets for the way they are put together\n");
    expect(code).toBe(0);
    const workbook = join(folder, "few.xlsx");
    await qak([...asked, "--lang", "zh", "-o", workbook]);
    const table = await readXlsx(readFileSync(workbook));
    const rows = await collect(table.rows);
    expect(rows.map(({ cells }) => cells[table.columns.indexOf("未定原因")] ?? null)).toEqual([null, "不足 3 份，不计分"]);
  });

  it("takes a stage by any of its names, and a name with any spaces around it", async () => {
    const rows = [
      HEADER,
      row("A", "甲", 60),
      row("A\u3000", "乙", 70, { stage: "现场评审" }),
      row("\u00a0A", "甲", 10, { stage: "现场评审" }),
    ];
    const { stdout, stderr } = await qak(["score", await writeSheetFile(folder, "csv", rows), "--out", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ applicant: "A", stage: "site", points: 650, sheets: 2 }]);
    expect(stderr).toContain("row 4: a second sheet of the same reviewer");
  });

  it("shows what would steer a terminal, and keeps it in a table", async () => {
    const name = "\u001b[31mA\u0007\u202e";
    const path = await writeSheetFile(folder, "csv", [HEADER, row(name, "甲", 60, { "4.1.2": "\u001b[2J" })]);
    const { stdout, stderr } = await qak(["score", path]);
    expect(stdout).toContain(`${name},`);
    expect(stderr).toContain("`\\u001b[2J` is no number");
    expect(stderr).not.toContain("\u001b");
  });

  it("says it in Chinese", async () => {
    const { stderr } = await qak(["score", bad, "--lang", "zh"]);
    expect(stderr).toBe(
      `✗ ${bad} 第 5 行 I 列 \`4.3.2\`：\`六十\` 不是数字：请用阿拉伯数字写 0 至 100 的分数，每档 5\n` +
        `✗ ${bad} 第 6 行 I 列 \`4.3.2\`：\`101\` 不在分档上：请写 0 至 100 的分数，每档 5\n` +
        "4 家单位，6 份评分，其中 2 份缺项\n  依据评审规则（示例），未经审定：现场评审取各份平均\n  ! 2 处有误，未按零分计\n",
    );
  });

  it("writes what is wrong to --faults, a line each", async () => {
    const faults = join(folder, "faults.ndjson");
    const { code, stderr } = await qak(["score", bad, "--faults", faults]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `6 sheets of 4 applicants, 2 of them incomplete\n${AT_SITE}  ! 2 faults, not counted as zero: see ${faults}\n`,
    );
    const [first, ...more] = readFileSync(faults, "utf8").trim().split("\n");
    expect(more).toHaveLength(1);
    expect(JSON.parse(first as string)).toEqual({
      row: 5,
      column: "I",
      heading: "4.3.2",
      code: "no-number",
      found: "六十",
      message: {
        zh: "`六十` 不是数字：请用阿拉伯数字写 0 至 100 的分数，每档 5",
        en: "`六十` is no number: write the number in digits, 0 to 100 by 5",
      },
    });
  });

  it.each(
    isLong ? ["applicant", "sheet"] : ["applicant"],
  )("gives the same by %s, whatever the format of the file", async (by) => {
    const expected = (await qak(["score", bad, "--by", by])).stdout.replace(/^\d+,/gm, "");
    for (const format of ["ndjson", "xlsx", "parquet"] as const) {
      const { code, stdout } = await qak(["score", await writeSheetFile(folder, format, ROWS), "--by", by]);
      // Rows of formats without a header are counted from 1.
      expect([code, stdout.replace(/^\d+,/gm, "")]).toEqual([2, expected]);
    }
  });

  it("gives each sheet its total, or the bounds of it, and the sums of categories", async () => {
    const { stdout } = await qak(["score", bad, "--by", "sheet"]);
    const lines = stdout.trim().split("\r\n");
    expect(lines[0]).toBe("row,applicant,reviewer,stage,total,totalLeast,totalGreatest,4.1,4.2,4.3,4.4,4.5,4.6,4.7");
    expect(lines[1]).toBe("2,A,甲,site,600.00,600.00,600.00,66.00,54.00,54.00,78.00,60.00,48.00,240.00");
    expect(lines[4]).toBe("5,C,甲,site,,480.00,520.00,55.00,45.00,,65.00,50.00,40.00,200.00");
  });

  it.each(["csv", "json", "xlsx", "parquet"])("writes %s that reads back as the same", async (format) => {
    const out = join(folder, `ranking.${format}`);
    const { code, stdout } = await qak(["score", EXAMPLE, "-o", out]);
    expect([code, stdout]).toEqual([0, ""]);
    const printed = JSON.parse((await qak(["score", EXAMPLE, "--out", "json"])).stdout) as readonly Record<string, unknown>[];
    expect(await valuesIn(format, out)).toEqual(printed.map((one) => Object.values(one)));
  });

  it("reads standard input, with a mark before it and ends of lines as they come", async () => {
    const text = readFileSync(EXAMPLE, "utf8");
    const expected = await qak(["score", EXAMPLE]);
    expect(await qak(["score", "-"], { input: text })).toEqual(expected);
    expect(await qak(["score"], { input: `\uFEFF${text.replaceAll("\n", "\r\n")}` })).toEqual(expected);
    const quoted = text.replace(/[^,\n]+/g, (cell) => `"${cell}"`);
    expect(await qak(["score", "-"], { input: quoted })).toEqual(expected);
  });

  describe("of several reviewers", () => {
    const SCORES = [10, 40, 50, 95];
    const at = (stage: string) => SCORES.map((score, reviewer) => row("A", `${reviewer}`, score, { stage }));
    const points = async (rows: readonly (readonly SheetCell[])[], ...args: readonly string[]) => {
      const { stdout, stderr } = await qak(["score", "-", "--out", "json", ...args], { input: csv([HEADER, ...rows]) });
      return { points: (JSON.parse(stdout) as readonly { points: number }[]).map((one) => one.points), stderr };
    };

    it("takes what the review rules have for each stage, and says so", async () => {
      const all = [...at("presentation"), ...at("site"), ...at("材料评审")];
      const { points: found, stderr } = await points(all);
      expect(found).toEqual([450, 487.5, 450]);
      expect(stderr.replace(/\s+/g, " ")).toBe(
        "12 sheets of 1 applicant by review rules (illustrative), approved by nobody: material review, mean of the sheets without " +
          "the 1 highest and lowest; on-site review, mean of the sheets; presentation and questions, median of the sheets ",
      );
    });

    it.each([
      [["mean"], 487.5],
      [["median"], 450],
      [["trimmed-mean"], 450],
      [["trimmed-mean", "--drop", "0"], 487.5],
    ])("takes the method asked for at every stage: %s", async (args, expected) => {
      const all = [...at("presentation"), ...at("site")];
      const { points: found, stderr } = await points(all, "--method", ...args);
      expect([found, stderr]).toEqual([[expected, expected], "8 sheets of 1 applicant\n"]);
    });

    it("takes the mean where no stages are told", async () => {
      const unstaged = [HEADER, ...at("presentation")].map((cells) => cells.toSpliced(2, 1));
      const { stdout, stderr } = await qak(["score", "-", "--out", "json"], { input: csv(unstaged) });
      expect([JSON.parse(stdout), stderr]).toEqual([[expect.objectContaining({ points: 487.5 })], "4 sheets of 1 applicant\n"]);
    });
  });

  it("keeps exact what it rounds", async () => {
    const of = (applicant: string, last: number) =>
      Array.from({ length: 150 }, (_, at) => row(applicant, `${at}`, 50, at === 0 ? { "4.1.2": last } : {}));
    const path = await writeSheetFile(folder, "csv", [HEADER, ...of("A", 55), ...of("B", 50)]);
    const { stdout } = await qak(["score", path, "--out", "json"]);
    const rows = JSON.parse(stdout) as readonly Record<string, number>[];
    expect(rows.map(({ rank, pointsOver, pointsUnder }) => [rank, pointsOver, pointsUnder])).toEqual([
      ["1", expect.any(Number), expect.any(Number)],
      ["2", 500, 1],
    ]);
    const [{ pointsOver = 0, pointsUnder = 1 } = {}] = rows;
    const weight = criteria.categories[0]?.items[0]?.points ?? 0;
    expect(pointsOver * 150 * 20).toBe(pointsUnder * (500 * 150 * 20 + weight));
  });

  it("marks CSV that it writes to a file, for spreadsheet programs, and no other", async () => {
    const out = join(folder, "marked.csv");
    await qak(["score", EXAMPLE, "-o", out]);
    const { stdout } = await qak(["score", EXAMPLE]);
    expect(readFileSync(out, "utf8")).toBe(`\uFEFF${stdout}`);
  });

  it("takes a title or a cover sheet for what it is", async () => {
    const LACKING = `no columns for ${CLAUSES.join(", ")}, applicant: add them: --column '4.1.2=…'`;
    const told = "row 1 was taken for the header (`2023 年度`), and hardly any of the columns needed is in it";
    const titled = await writeSheetFile(folder, "csv", [["2023 年度"], [], ...ROWS]);
    const { code, stderr } = await qak(["score", titled]);
    expect([code, stderr.replace(/\s+/g, " ")]).toEqual([
      2,
      `✗ ${titled}: ${told}: where the header stands further down, add --header-row <n> ✗ ${titled}: ${LACKING} `,
    ]);
    const cover = join(folder, "cover.xlsx");
    const sheets = [
      { sheet: "说明", data: [["2023 年度"]] },
      { sheet: "评分", data: ROWS.map((cells) => [...cells]) },
    ];
    writeFileSync(cover, await writeExcelFile(sheets).toBuffer());
    const workbook = await qak(["score", cover]);
    expect(workbook.stderr.replace(/\s+/g, " ")).toContain(
      `${told}: where another sheet holds the scores, add --sheet <name> (there are \`说明\`, \`评分\`); ` +
        "where the header stands further down, add --header-row <n>",
    );
    const chinese = await qak(["score", cover, "--lang", "zh"]);
    expect(chinese.stderr.replace(/\s+/g, "")).toContain("请加--sheet<名称>（有`说明`、`评分`）");
    expect((await qak(["score", cover, "--sheet", "评分"])).stdout).toBe((await qak(["score", bad])).stdout);
  });

  it.each(["csv", "ndjson", "xlsx", "parquet"] as const)("refuses an empty file: %s", async (format) => {
    const path = join(folder, `empty.${format}`);
    writeFileSync(path, "");
    const refused = [2, "", `✗ ${path}: an empty file: check the file\n`];
    const { code, stdout, stderr } = await qak(["score", path]);
    expect([code, stdout, stderr]).toEqual(refused);
    const piped = await qak(["score", "-", "--format", format]);
    expect([piped.code, piped.stdout, piped.stderr.replace("<stdin>", path)]).toEqual(refused);
  });

  it("says what a file is that is named for something else", async () => {
    const says = async (name: string, content: string | Uint8Array, ...args: readonly string[]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return (await qak(["score", path, ...args])).stderr.replace(/\s+/g, " ");
    };
    const ndjson = readFileSync(await writeSheetFile(folder, "ndjson", ROWS), "utf8");
    const workbook = readFileSync(await writeSheetFile(folder, "xlsx", ROWS));
    expect(await says("named.csv", workbook)).toContain("not CSV but an Excel workbook (.xlsx): ");
    expect(await says("named.csv", workbook)).toMatch(/--format xlsx $/);
    expect(await says("named.csv", ndjson)).toMatch(/not CSV but JSON text: .*: --format ndjson $/);
    expect((await qak(["score"], { input: ndjson })).stderr).toContain("<stdin>: not CSV but JSON text");
    expect(await says("array.json", `[${ndjson.trim().replaceAll("\n", ",")}]`, "--format", "ndjson")).toContain(
      "one JSON array",
    );
    expect(await says("array.json", "[]")).toContain("of one array write each record on a line of its own");
    expect(await says("gbk.csv", Buffer.from("b5a5cebb2c380a", "hex"))).toContain("not text in UTF-8 (perhaps GBK)");
  });

  it("says which of a clause and its title is to be put right", async () => {
    const path = join(folder, "titled.csv");
    writeFileSync(path, readFileSync(bad, "utf8").replace(",4.1.2,", ",4.1.2 组织治理,"));
    const { stderr } = await qak(["score", path]);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "column D: `4.1.2 组织治理` has another title than 4.1.2, which is 高层领导的作用 (",
    );
  });

  it("names keys of records that it does not read, as columns", async () => {
    const path = join(folder, "more.ndjson");
    writeFileSync(path, readFileSync(await writeSheetFile(folder, "ndjson", ROWS), "utf8").replaceAll('{"app', '{"note":1,"app'));
    expect((await qak(["score", path])).stderr).toContain("\n  columns not read: note\n");
  });

  it("finds columns by the headings it is told", async () => {
    const renamed = readFileSync(bad, "utf8").replace("applicant,", "公司,").replace(",4.1.2,", ",领导作用,");
    const path = join(folder, "renamed.csv");
    writeFileSync(path, renamed);
    const { code, stderr } = await qak(["score", path]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `✗ ${path}: no column for \`4.1.2 高层领导的作用\`: add it, or say which column it is: --column '4.1.2=…'\n` +
        `✗ ${path}: no column for \`applicant 申报单位\`: add it, or say which column it is: --column 'applicant=…'\n`,
    );
    const told = await qak(["score", path, "--column", "applicant=公司", "--column", "4.1.2=领导作用"]);
    expect(told.stdout).toBe((await qak(["score", bad])).stdout);
  });

  it("reads a header below a title, of CSV as of a workbook", async () => {
    const expected = await qak(["score", bad]);
    const titled = [["2023 年度"], [], ...ROWS];
    const stderrBelow = expected.stderr.replace("row 6", "row 8").replace("row 5", "row 7");
    for (const format of ["csv", "xlsx"] as const) {
      const path = await writeSheetFile(folder, format, titled);
      const { code, stdout, stderr } = await qak(["score", path, "--header-row", "3"]);
      expect([code, stdout]).toEqual([2, expected.stdout]);
      expect(stderr.replaceAll(path, bad)).toBe(stderrBelow);
    }
    const piped = await qak(["score", "-", "--header-row", "3"], { input: csv(titled) });
    expect(piped.stdout).toBe(expected.stdout);
  });

  it.each(["ndjson", "parquet"] as const)("has no use for --header-row in %s, and says so in both languages", async (format) => {
    const path = await writeSheetFile(folder, format, ROWS);
    const refused = async (language: string) => (await qak(["score", path, "--header-row", "2", "--lang", language])).stderr;
    expect(await refused("en")).toBe(
      "✗ --header-row: NDJSON and Parquet have no row of headings, this is for CSV and .xlsx files alone: leave it out\n",
    );
    expect(await refused("zh")).toBe("✗ --header-row：NDJSON 和 Parquet 没有标题行，此项只用于 CSV 和 .xlsx 文件：请去掉\n");
  });

  it("scores by the criteria of another award, in marks", async () => {
    const path = join(folder, "craft.csv");
    writeFileSync(path, "单位,专家,甲一,甲二,甲三,乙一,乙二\n张窑,甲,10,10,10,10,10\n李窑,甲,5,5,5,5,11\n");
    const { code, stdout, stderr } = await qak(["score", path, "--rules", "test/packs/good", "--award", "invented-craft-2030"]);
    expect(code).toBe(2);
    expect(stderr).toContain("row 3, column G `乙二`: `11` is off the scale: write 0 to 10 by 1");
    const [, ...lines] = stdout.trim().split("\r\n");
    expect(lines).toEqual([
      ",1,张窑,40.00,40.00,40.00,1,1,1,0,0,0,40.00,40.00,,40,1,40,1,40,1,",
      ",2,李窑,,17.00,23.00,2,2,1,1,0,0,,,,,,17,1,23,1,scores-missing",
    ]);
  });

  it("refuses an award without criteria", async () => {
    const parts = ["criteria.json", "selection.json", "review-rules.json"];
    const rules = join(folder, "rules");
    cpSync("test/packs/minimal", join(rules, "minimal"), {
      recursive: true,
      filter: (source) => !parts.some((part) => source.endsWith(part)),
    });
    const ledger = join(rules, "minimal", "ledger.json");
    const bare = readFileSync(ledger, "utf8").replace(/"encoded"(?=[^{}]*\{[^}]*\},\s*"rules": \["selection)/g, '"procedure"');
    writeFileSync(ledger, bare.replace(/"rules": \["selection[^\]]*\]/g, '"rules": []'));
    const { code, stderr } = await qak(["score", EXAMPLE, "--rules", rules, "--award", "minimal"]);
    expect([code, stderr]).toEqual([2, "✗ minimal: its pack has no criteria.json to score by: choose another with --award\n"]);
  });

  it("refuses a column of stages that holds something else", async () => {
    const rows = Array.from({ length: 300 }, (_, at) => row(`U${at}`, "甲", 50, { stage: `U${at}` }));
    const { code, stderr } = await qak(["score", await writeSheetFile(folder, "csv", [HEADER, ...rows])]);
    expect(code).toBe(2);
    expect(stderr).toContain("more than 256 stages: check which column holds the stage");
  });

  it.each([
    { args: ["nowhere.csv"], says: "nowhere.csv: no such file: check the path" },
    { args: ["README.md"], says: "README.md: its name does not tell its format: add --format csv, ndjson, xlsx or parquet" },
    { args: ["README.md", "--format", "xlsx"], says: "README.md: not Excel (.xlsx) but text" },
    { args: [EXAMPLE, "--award", "nm"], says: "nm: no such award `nm`: known are nm-chairman-2022" },
    { args: [EXAMPLE, "--sheet", "2"], says: "--sheet: for .xlsx files alone: leave it out" },
    { args: [EXAMPLE, "--drop", "1"], says: "--drop: for --method trimmed-mean alone" },
    { args: [EXAMPLE, "--out", "parquet"], says: "--out parquet: is no text: name a file with -o" },
    { args: [EXAMPLE, "-o", "ranking.doc"], says: "ranking.doc: its name does not tell what to write" },
    { args: [EXAMPLE, "-o", "nowhere/a.csv"], says: "nowhere/a.csv: no such folder: make it first" },
    { args: [EXAMPLE, "--column", "4.1.2"], says: "--column: `4.1.2` says of no column what it holds" },
    { args: [EXAMPLE, "--column", "4.1.2=领导"], says: "--column: no such heading `领导`" },
    { args: [EXAMPLE, "--method", "middle"], says: "`middle` is no value for `--method <name>`: write one of mean, median" },
  ])("refuses $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await qak(["score", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
  });

  it("never writes over the file that it reads, by whatever name", async () => {
    const alias = join(folder, "alias.csv");
    symlinkSync(bad, alias);
    for (const args of [
      ["-o", alias],
      ["--faults", alias],
    ]) {
      const { code, stderr } = await qak(["score", bad, ...args]);
      expect(code).toBe(2);
      expect(stderr).toContain("the very file that is read: write to another");
    }
  });
});

describe.skipIf(noTerminal() !== null)("qak score on a terminal", () => {
  const NO_COLOUR = { NO_COLOR: "1" };
  const FAR = ["-o", join(folder, "far.csv")];

  it("shows a page: ranks, points, how far sheets lie apart", async () => {
    const { code, stdout } = await qakOnTerminal(["score", bad], NO_COLOUR);
    expect(code).toBe(2);
    expect(stdout).toContain("GB/T 19580-2012 · review rules\r\n(illustrative), approved by nobody");
    expect(stdout).toContain("on-site review · mean of the sheets\r\n");
    expect(stdout).toMatch(/\n +1 {2}A +650\.00 +2 +600\.00 +700\.00 +70\.71\r/);
    expect(stdout).toMatch(/\n +2–3 {2}C +480\.00–520\.00 +2 +2\r/);
    expect(stdout.indexOf("✗ ")).toBeGreaterThan(stdout.indexOf("D  "));
  });

  it("shows what would steer it, and why a rank is open", async () => {
    const path = await writeSheetFile(folder, "csv", [HEADER, row("\u001b[7mA\u202e", "甲", 60), row("B", "", 50)]);
    const { stdout } = await qakOnTerminal(["score", path]);
    expect(stdout).toContain("\\u001b[7mA\\u202e");
    expect(stdout).not.toContain("\u001b[7m");
    expect(stdout).toMatch(/B +0\.00–1000\.00 +0 +1 +a row refused/);
  });

  it("fits the terminal: long names on several lines, columns that have no room named", async () => {
    const long = "内蒙古自治区虚构新能源装备制造有限责任公司锡林郭勒盟分公司";
    const rows = ROWS.map((cells) => cells.map((cell) => (cell === "A" ? long : cell)));
    const path = await writeSheetFile(folder, "csv", rows);
    for (const columns of [40, 60, 80]) {
      const { stdout } = await qakOnTerminal(["score", path], { ...NO_COLOUR }, columns);
      const page = stdout.slice(stdout.indexOf("rank"), stdout.indexOf("✗")).split("\r\n");
      for (const line of page) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      expect(page.join("").replace(/\s+/g, "")).toContain("noroomfor");
    }
  });

  it("shows one method for all where one was asked for", async () => {
    const { stdout } = await qakOnTerminal(["score", EXAMPLE, "--method", "trimmed-mean", "--lang", "zh"], NO_COLOUR);
    expect(stdout).toContain("GB/T 19580-2012 · 去掉最高、最低各 1 份后平均\r\n\r\n现场评审\r\n");
  });

  it("shows the first rows and the first faults, and how to see the others", async () => {
    const rows = [HEADER, ...Array.from({ length: 30 }, (_, at) => row(`U${at}`, "甲", 50, { "4.1.2": 7 }))];
    const path = await writeSheetFile(folder, "xlsx", rows);
    const { stdout } = await qakOnTerminal(["score", path], NO_COLOUR);
    expect(stdout).toContain("10 more: all of them with --all");
    expect(stdout).toContain("10 more: all of them with --faults faults.ndjson");
    expect(stdout.match(/off the scale/g)).toHaveLength(20);
    const all = await qakOnTerminal(["score", path, "--by", "sheet", "--all"], NO_COLOUR);
    expect(all.stdout).toMatch(/\n +31 {2}U29 +甲 +on-site review +475\.00–525\.00\r/);
  });

  it.each(["csv", "ndjson"] as const)("shows how far it is: %s", async (format) => {
    const { stdout } = await qakOnTerminal(["score", await writeSheetFile(folder, format, ROWS), ...FAR], NO_COLOUR);
    expect(stdout).toMatch(/\d+% · \d+ lines · [\d,]+\/s · errors \d · \S+ left/);
  });

  it.each(["xlsx", "parquet"] as const)("shows how many of its rows are read: %s", async (format) => {
    const { stdout } = await qakOnTerminal(["score", await writeSheetFile(folder, format, ROWS), ...FAR], NO_COLOUR);
    expect(stdout).toMatch(/━ 100% · 6 lines · [\d,]+\/s · errors 2 · \S+ left/);
  });
});

function csv(rows: readonly (readonly SheetCell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => cell ?? "").join(",")}\n`).join("");
}

async function valuesIn(format: string, path: string): Promise<readonly (readonly unknown[])[]> {
  switch (format) {
    case "json":
      return (JSON.parse(readFileSync(path, "utf8")) as readonly object[]).map((one) => Object.values(one));
    case "csv": {
      const [, ...lines] = readFileSync(path, "utf8").trim().split("\r\n");
      return lines.map((line) => line.split(",").map((cell, at) => (cell === "" ? null : at < 3 ? cell : Number(cell))));
    }
    default: {
      const { rows } = format === "xlsx" ? await readXlsx(readFileSync(path)) : await readParquet(path);
      return (await collect(rows)).map(({ cells }) => cells);
    }
  }
}

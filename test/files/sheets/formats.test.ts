/** The same sheets and the same faults from whatever format the same table comes in. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { openSheets } from "../../../src/files/sheets/open.js";
import { type PlacedFault, placedFault, placeInWords } from "../../../src/files/sheets/place.js";
import { formatOf, SHEET_FORMATS, type SheetFormat } from "../../../src/files/sheets/sheet-format.js";
import { ColumnsError, type ReadSheetsOptions } from "../../../src/files/sheets/sheet-reading.js";
import { type Criteria, itemsOf } from "../../../src/kernel/criteria.js";
import type { Selection } from "../../../src/kernel/selection.js";
import { collect } from "../tables/collect.js";
import { type SheetCell, writeSheetFile } from "./sheet-files.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 500 : 30;
const folder = mkdtempSync(join(tmpdir(), "qak-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const criteria = JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria;
const { stages } = JSON.parse(readFileSync("rules/nm-chairman-2022/selection.json", "utf8")) as Selection;
const CLAUSES = itemsOf(criteria).map(({ clause }) => clause);
const HEADER = ["applicant", "reviewer", "stage", ...CLAUSES];

/** A good sheet but for some cells by their headings. */
function row(applicant: string, reviewer: string, other: Readonly<Record<string, SheetCell>> = {}): readonly SheetCell[] {
  const cells: Record<string, SheetCell> = { applicant, reviewer, stage: "site", ...other };
  return HEADER.map((heading, at) =>
    heading in cells ? (cells[heading] as SheetCell) : ((at * 35) % 105) - (((at * 35) % 105) % 5),
  );
}

interface Sheet {
  readonly names: readonly (string | undefined)[];
  readonly row: number;
  readonly packed: readonly number[];
  readonly total: number | undefined;
  readonly bounds: readonly (number | undefined)[] | null;
}

/** Rows are counted from the first that may hold a sheet. */
async function readAll(format: SheetFormat, path: string, options: ReadSheetsOptions = {}) {
  const reading = await openSheets(path, format, criteria, { stages, ...options });
  const sheets: Sheet[] = [];
  const faults: PlacedFault[] = [];
  const numbers: (readonly (number | undefined)[])[] = [];
  for await (const batch of reading.batches) {
    const stride = batch.sheets.length / batch.count;
    for (let at = 0; at < batch.count; at += 1) {
      numbers.push([batch.applicants[at], batch.reviewers[at], batch.stages[at]]);
      sheets.push({
        names: [],
        row: batch.rows[at] as number,
        packed: [...batch.sheets.subarray(at * stride, (at + 1) * stride)],
        total: batch.totals[at],
        bounds: (batch.totals[at] as number) < 0 ? [batch.bounds?.[2 * at], batch.bounds?.[2 * at + 1]] : null,
      });
    }
    faults.push(...batch.faults.map((fault) => placedFault(fault, format, reading, criteria.scale)));
  }
  const names = (["applicant", "reviewer", "stage"] as const).map((kind) => reading.namesOf(kind));
  const named = sheets.map((sheet, at) => ({ ...sheet, names: names.map((own, kind) => own[numbers[at]?.[kind] ?? 0]) }));
  return { sheets: named, faults, firstRow: reading.firstRow };
}

/** What is the same in every format: not the row as people count it, nor a column's letter, nor why a cell may seem empty. */
function alike(faults: readonly PlacedFault[], firstRow: number) {
  return faults.map(({ row: number, column: _, message, ...rest }) => ({
    ...rest,
    row: number - firstRow,
    message: { en: message.en.replace(" (empty, or a formula with an error or no stored result)", "") },
  }));
}

const BAD: readonly (readonly [cell: SheetCell, code: string, en: string])[] = [
  [101, "off-scale", "`101` is off the scale: write 0 to 100 by 5"],
  [1, "off-scale", "`1` is off the scale: write 0 to 100 by 5, and where 100% is shown set the format to General and write 100"],
  [63, "off-scale", "`63` is off the scale: write 0 to 100 by 5"],
  [null, "empty", "no score: write 0 to 100 by 5"],
  ["六十", "no-number", "`六十` is no number: write the number in digits, 0 to 100 by 5"],
  ["８０", "no-number", "`８０` is no number: write 80"],
  ["80分", "no-number", "`80分` is no number: write 80"],
  ["８１", "off-scale", "`８１` is off the scale: write 0 to 100 by 5"],
  ["-5", "off-scale", "`-5` is off the scale: write 0 to 100 by 5"],
  ["60.5", "off-scale", "`60.5` is off the scale: write 0 to 100 by 5"],
  ["1000000000000", "off-scale", "`1000000000000` is off the scale: write 0 to 100 by 5"],
  ["60.0", "no-number", "`60.0` is not written in digits alone: write 60"],
  ["+60", "no-number", "`+60` is not written in digits alone: write 60"],
  ["-0", "no-number", "`-0` is not written in digits alone: write 0"],
  ["6\u200b0", "no-number", "`6\\u200b0` holds characters that are not seen: write 60 alone"],
  ["缺席", "no-number", "`缺席` is no number: write 0 to 100 by 5"],
];

describe("a bad cell is the same fault in every format", () => {
  it.each(BAD)("%s is %s", async (cell, code, en) => {
    const rows = [HEADER, row("A", "甲"), row("A", "乙", { "4.3.2": cell }), row("B", "甲")];
    const read = await Promise.all(
      SHEET_FORMATS.map(async (format) => readAll(format, await writeSheetFile(folder, format, rows))),
    );
    for (const { sheets, faults, firstRow } of read) {
      expect(alike(faults, firstRow)).toMatchObject([
        { row: 1, heading: "4.3.2", code, found: String(cell ?? ""), message: { en } },
      ]);
      // The item is missing, and not zero: the sheet lies between two bounds.
      expect(sheets[1]).toMatchObject({ row: 1, total: -1 });
      expect((sheets[1]?.bounds?.[1] as number) - (sheets[1]?.bounds?.[0] as number)).toBe(4000);
      expect(sheets).toEqual(read[0]?.sheets);
    }
  });

  it("is told as a percentage where a workbook shows it as one, whole or not, but for 0%, which is 0", async () => {
    const percent = (value: number) => ({ value, type: Number, format: "0%" });
    const cells = row("A", "甲").map((cell, at) =>
      at === 3 ? percent(1) : at === 4 ? percent(0.65) : at === 5 ? percent(0) : cell,
    );
    const path = join(folder, "percent.xlsx");
    writeFileSync(path, await writeExcelFile([[...HEADER], cells]).toBuffer());
    const { sheets, faults } = await readAll("xlsx", path);
    expect(faults.map(({ row: number, column, found, message }) => [number, column, found, message.en])).toEqual([
      [2, "D", "1", "`1` is off the scale: write 0 to 100 by 5, and where 100% is shown set the format to General and write 100"],
      [2, "E", "0.65", "`0.65` looks like a percentage kept as a fraction: set the format to General and write 65"],
    ]);
    expect(sheets[0]?.packed.slice(0, 3)).toEqual([255, 255, 0]);
  });

  it("has its place said as whoever keeps the file calls it", async () => {
    const rows = [HEADER, row("A", "甲", { "4.3.2": 101 })];
    const words = async (format: SheetFormat) => {
      const { faults } = await readAll(format, await writeSheetFile(folder, format, rows));
      return faults.map(placeInWords);
    };
    const spreadsheet = { zh: "第 2 行 I 列 `4.3.2`", en: "row 2, column I `4.3.2`" };
    expect(await words("csv")).toEqual([spreadsheet]);
    expect(await words("xlsx")).toEqual([spreadsheet]);
    expect(await words("ndjson")).toEqual([{ zh: "第 1 行 `4.3.2`", en: "row 1, `4.3.2`" }]);
    expect(await words("parquet")).toEqual([{ zh: "第 1 行 `4.3.2`", en: "row 1, `4.3.2`" }]);
  });

  it.each([
    ["a sheet that comes twice", row("A", "甲"), "sheet-twice"],
    ["no applicant", row("", "乙"), "no-name"],
    ["a name too long", row("长".repeat(86), "乙"), "long-name"],
    ["a stage nobody knows", row("A", "乙", { stage: "sight" }), "unknown-stage"],
    ["the same sheet by another name of its stage", row("A", "甲", { stage: "现场评审" }), "sheet-twice"],
  ])("%s: the row is no sheet", async (_, second, code) => {
    for (const format of SHEET_FORMATS) {
      const { sheets, faults } = await readAll(format, await writeSheetFile(folder, format, [HEADER, row("A", "甲"), second]));
      expect(sheets).toHaveLength(1);
      expect(faults.map((fault) => fault.code)).toEqual([code]);
    }
  });
});

describe("what stands around a name or a score", () => {
  it.each(["\u3000", "\u00a0", "\ufeff", " ", "\t", "\u3000 \u00a0"])("does not count in any format: %j", async (space) => {
    const around = (text: string) => `${space}${text}${space}`;
    const rows = [HEADER, row("A", "甲"), row(around("A"), around("乙"), { stage: around("site"), "4.1.2": around("80") })];
    for (const format of SHEET_FORMATS) {
      const { sheets, faults } = await readAll(format, await writeSheetFile(folder, format, rows));
      expect(faults).toEqual([]);
      expect(sheets.map(({ names }) => names)).toEqual([
        ["A", "甲", "site"],
        ["A", "乙", "site"],
      ]);
      expect(sheets[1]?.packed[0]).toBe(80);
    }
  });

  it.each(SHEET_FORMATS)("makes no row of nothing else one that holds something: %s", async (format) => {
    const blank = HEADER.map(() => "\u3000");
    const { sheets, faults } = await readAll(format, await writeSheetFile(folder, format, [HEADER, row("A", "甲"), blank]));
    expect(faults).toEqual([]);
    expect(sheets).toHaveLength(1);
  });
});

describe("two spellings of one stage", () => {
  it.each(SHEET_FORMATS)("are one stage: %s", async (format) => {
    const rows = [HEADER, row("A", "甲", { stage: "现场评审" }), row("A", "乙"), row("A", "丙", { stage: "on-site review" })];
    const { sheets, faults } = await readAll(format, await writeSheetFile(folder, format, rows));
    expect(faults).toEqual([]);
    expect(sheets.map(({ names }) => names[2])).toEqual(["site", "site", "site"]);
  });
});

describe("a sheet that comes twice", () => {
  it.each(SHEET_FORMATS)("is refused the second time, thousands of rows later too: %s", async (format) => {
    const others = Array.from({ length: 5_000 }, (_, at) => row(`${at % 2500}`, at < 2500 ? "甲" : "乙"));
    const { sheets, faults, firstRow } = await readAll(
      format,
      await writeSheetFile(folder, format, [HEADER, ...others, row("0", "甲", { "4.3.2": 101 }), row("0", "丙")]),
    );
    expect(sheets).toHaveLength(5_001);
    expect(sheets.at(-1)?.names).toEqual(["0", "丙", "site"]);
    expect(faults.map((fault) => [fault.row - firstRow, fault.code])).toEqual([
      [5_000, "sheet-twice"],
      [5_000, "off-scale"],
    ]);
  });
});

describe("a column of stages", () => {
  const staged = (length: number) => Array.from({ length }, (_, at) => row("A", "甲", { stage: `s${at}` }));

  it.each(SHEET_FORMATS)("holds something else where there are more than 256 of them: %s", async (format) => {
    const read = async (length: number) =>
      collect((await openSheets(await writeSheetFile(folder, format, [HEADER, ...staged(length)]), format, criteria)).batches);
    expect((await read(256)).flatMap(({ totals }) => [...totals])).toHaveLength(256);
    await expect(read(257)).rejects.toMatchObject({ failure: { code: "too-many-stages" } });
  });
});

describe("a table", () => {
  it("gives the same sheets in every format, whatever is wrong with it", async () => {
    const score = fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 0, max: 20 }).map((step) => step * 5) },
      { weight: 1, arbitrary: fc.constantFrom<SheetCell>(...BAD.map(([cell]) => cell)) },
    );
    const name = (...names: string[]) => fc.constantFrom(...names);
    const rows = fc.array(
      fc
        .tuple(
          name("单位甲", "单位乙", "单位丙"),
          name("甲", "乙", "丙", ""),
          name("site", "现场评审", "material", "presentation", "现场"),
          fc.array(score, { minLength: CLAUSES.length, maxLength: CLAUSES.length }),
        )
        .map(([applicant, reviewer, stage, scores]) => [applicant, reviewer, stage, ...scores]),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const read = [];
        for (const format of SHEET_FORMATS) {
          const { sheets, faults, firstRow } = await readAll(format, await writeSheetFile(folder, format, [HEADER, ...all]));
          read.push({ sheets, faults: alike(faults, firstRow) });
        }
        for (const one of read) expect(one).toEqual(read[0]);
      }),
      { numRuns },
    );
  });

  it("is read by titles as by clauses, and by the headings a caller names", async () => {
    const header = ["企业", "评审专家", "阶段", ...itemsOf(criteria).map(({ clause, title }) => `${clause} ${title.zh}`)];
    for (const format of SHEET_FORMATS) {
      const plain = await readAll(format, await writeSheetFile(folder, format, [HEADER, row("A", "甲")]));
      const other = header.with(3, "领导作用");
      const path = await writeSheetFile(folder, format, [other, row("A", "甲")]);
      const opened = await openSheets(path, format, criteria, { columns: new Map([["4.1.2", "领导作用"]]) });
      const batches = await collect(opened.batches);
      expect(batches.flatMap(({ totals }) => [...totals])).toEqual(plain.sheets.map(({ total }) => total));
      expect(batches.flatMap(({ faults }) => faults)).toEqual([]);
    }
  });

  it.each([
    "csv",
    "xlsx",
    "parquet",
  ] as const)("without a column, or with a clause unknown or twice, is refused: %s", async (format) => {
    const header = HEADER.with(3, "4.9.9").with(0, "company").with(5, "4.1.3");
    const refused = openSheets(await writeSheetFile(folder, format, [header, row("A", "甲")]), format, criteria);
    const error = await refused.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ColumnsError);
    const codes = (error as ColumnsError).faults.map((fault) => fault.code).sort();
    expect(codes).toEqual(["column-twice", "no-column", "no-column", "no-column", "unknown-clause"]);
  });
});

describe("a header below other rows", () => {
  const rows = [["2023 年度", "评分表"], [], HEADER, row("A", "甲"), [], row("A", "乙", { "4.3.2": 101 }), row("B", "甲")];

  it.each(["csv", "xlsx"] as const)("is read where it is said to be, and rows keep their numbers: %s", async (format) => {
    const path = await writeSheetFile(folder, format, rows);
    const { sheets, faults, firstRow } = await readAll(format, path, { headerRow: 3 });
    expect(faults.map(placeInWords)).toEqual([{ zh: "第 6 行 I 列 `4.3.2`", en: "row 6, column I `4.3.2`" }]);
    expect(sheets.map((sheet) => sheet.row + firstRow)).toEqual([4, 6, 7]);
    const plain = await readAll(format, await writeSheetFile(folder, format, rows.slice(2)));
    expect(sheets).toEqual(plain.sheets);
  });

  const written = (text: string) => {
    const path = join(folder, "titled.csv");
    writeFileSync(path, text);
    return path;
  };
  const line = (cells: readonly SheetCell[]) => cells.join(",");
  const [header, good, bad] = [HEADER, row("A", "甲"), row("A", "乙", { "4.3.2": 101 })].map(line) as [string, string, string];

  it.each([
    ["with returns and line feeds", `2023\r\n${header}\r\n${good}\r\n${bad}\r\n`],
    ["with returns alone", `2023\r${header}\r${good}\r${bad}\r`],
    ["with a byte order mark", `\uFEFF2023\n${header}\n${good}\n${bad}`],
    ["under a title of several lines", `"2023 年\n“评分表”, ""一""\r\n",,\n${header}\n${good}\n${bad}`],
    ["with other delimiters than the title", `2023, 评分表\n${[header, good, bad].join("\n").replaceAll(",", ";")}`],
  ])("%s", async (_, text) => {
    const { sheets, faults } = await readAll("csv", written(text), { headerRow: 2 });
    expect([sheets.length, faults.map((fault) => [fault.row, fault.column])]).toEqual([2, [[4, "I"]]]);
  });

  it.each([
    [1, "no header in row 1, the first row with anything in it is 3: give the number of the header row"],
    [2, "no header in row 2, the first row with anything in it is 3: give the number of the header row"],
    [4, "no header in row 4, the first row with anything in it is 6: give the number of the header row"],
    [9, "nothing stands in row 9 or below it: check the sheet and the number of its header row"],
  ])("that is not in row %d is not guessed", async (headerRow, message) => {
    for (const format of ["csv", "xlsx"] as const) {
      const path = await writeSheetFile(folder, format, [[], [null, null], HEADER, [], [], row("A", "甲")]);
      await expect(openSheets(path, format, criteria, { headerRow })).rejects.toThrow(message);
    }
  });
});

describe("how far a file is read", () => {
  const rows = [HEADER, ...Array.from({ length: 5000 }, (_, at) => row(`单位${at}`, "甲"))];
  const told = async (format: SheetFormat) => {
    const path = await writeSheetFile(folder, format, rows);
    const done: number[] = [];
    const { rowCount, batches } = await openSheets(path, format, criteria, { progress: (now) => done.push(now) });
    await collect(batches);
    return { rowCount, done, size: statSync(path).size };
  };

  it.each(["xlsx", "parquet"] as const)("is told in rows, of which there are so many: %s", async (format) => {
    expect(await told(format)).toMatchObject({ rowCount: 5000, done: [4096, 5000] });
  });

  it.each(["csv", "ndjson"] as const)("is told in bytes: %s", async (format) => {
    const { rowCount, done, size } = await told(format);
    expect([rowCount, done.at(-1)]).toEqual([undefined, size]);
  });

  it("counts rows with nothing in them, and none above the header", async () => {
    const path = await writeSheetFile(folder, "xlsx", [["2023"], HEADER, row("A", "甲"), [], row("B", "甲")]);
    const done: number[] = [];
    const opened = await openSheets(path, "xlsx", criteria, { headerRow: 2, progress: (now) => done.push(now) });
    await collect(opened.batches);
    expect([opened.rowCount, done]).toEqual([3, [3]]);
  });
});

describe("a record", () => {
  async function faultsOf(...lines: readonly (object | string)[]) {
    const path = join(folder, "records.ndjson");
    writeFileSync(path, lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
    const { sheets, faults } = await readAll("ndjson", path);
    return { sheets: sheets.length, faults: faults.map(({ row: number, code, message }) => [number, code, message.en]) };
  }
  const scores = Object.fromEntries(CLAUSES.map((clause) => [clause, 50]));
  const names = { applicant: "A", reviewer: "甲", stage: "site" };

  it("may hold its scores apart", async () => {
    expect(await faultsOf({ ...names, scores }, { ...names, applicant: "B", ...scores })).toEqual({ sheets: 2, faults: [] });
  });

  it("is told what is wrong with it, and stops none after it", async () => {
    const { "4.1.2": _, ...rest } = scores;
    const { sheets, faults } = await faultsOf(
      { ...names, scores },
      "{oops",
      { ...names, reviewer: "乙", id: 7, scores: { ...rest, "4.1.20": 50 } },
      { ...names, reviewer: "丙", scores, "4.1.2": 60 },
      { ...names, reviewer: "丁", scores: { ...scores, "4.1.2": [60] } },
      { ...names, reviewer: "戊", scores: [50] },
      {},
    );
    expect(sheets).toBe(5);
    expect(faults.filter(([line]) => line !== 6)).toEqual([
      [2, "bad-line", "not JSON at column 2 (invalid symbol): correct it there; the row is not counted"],
      [3, "unknown-clause", "no such clause `4.1.20`: did you mean `4.1.2`?"],
      [3, "empty", "no score: write 0 to 100 by 5"],
      [4, "key-twice", "`4.1.2` means what a key before it does: keep one"],
      [5, "unread", "no single value: write a number or a text"],
      [7, "no-name", "no name, so the row is not counted: write it"],
    ]);
    expect(faults.find(([line]) => line === 6)).toEqual([
      6,
      "no-scores",
      '`[50]` holds no scores by clause, so that no item is scored: write {"clause": score, …}',
    ]);
  });

  it("without scores is told of once", async () => {
    const { faults } = await faultsOf(
      { ...names, scores },
      { ...names, reviewer: "乙", scores: null },
      { ...names, reviewer: "丙" },
    );
    expect(faults).toEqual([
      [2, "no-scores", '`null` holds no scores by clause, so that no item is scored: write {"clause": score, …}'],
      [3, "no-scores", "no scores, so that no item is scored: write one for each clause"],
    ]);
  });

  it("with a key that stands twice is not counted, and that is said", async () => {
    const twice = JSON.stringify({ ...names, scores }).replace('"4.1.2":50', '"4.1.2":50,"4.1.2":60');
    const { sheets, faults } = await faultsOf(twice);
    expect([sheets, faults[0]?.[2]]).toEqual([0, expect.stringMatching(/stands twice, .*: keep one; the row is not counted$/)]);
  });

  it("gives a name where the first does, and nowhere else", async () => {
    expect(await faultsOf({ applicant: "A", scores }, { ...names, scores })).toEqual({
      sheets: 2,
      faults: [
        [2, "stray-key", "`reviewer` here, though the first record has none: give it in every record or in none"],
        [2, "stray-key", "`stage` here, though the first record has none: give it in every record or in none"],
      ],
    });
  });
});

it("a format is known by the name of a file", () => {
  expect(["a.CSV", "b/c.jsonl", "d.xlsx", "e.parquet", "f.xls", "g"].map(formatOf)).toEqual([
    "csv",
    "ndjson",
    "xlsx",
    "parquet",
    null,
    null,
  ]);
});

/** Files are made from rows whose meaning is known, written in any of the ways CSV allows, and read in pieces of any size. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Criteria } from "../../src/kernel/criteria.js";
import { type CellFault, type Column, type SheetBatch, tellsSheetsApart } from "../../src/scoring/batch.js";
import { csvReader, MOST_SHEETS } from "../../src/scoring/csv.js";
import { type Layout, layoutOf, NO_TOTAL } from "../../src/scoring/layout.js";
import { seenSheets } from "../../src/scoring/seen.js";
import { criteria } from "../arbitraries/scoring.js";

const numRuns = process.env["QAK_PROFILE"] === "long" ? 5_000 : 250;
const gbt19580 = layoutOf(JSON.parse(readFileSync("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria);
const ITEMS = Array.from({ length: 23 }, (_, item) => item);

interface ReadSheet {
  readonly row: number;
  readonly applicant: string;
  readonly reviewer: string;
  readonly stage: string;
  readonly items: readonly number[];
  readonly total: number;
}

interface Read {
  readonly sheets: readonly ReadSheet[];
  readonly faults: readonly CellFault[];
  readonly rows: number;
}

/** Reads a whole file in pieces of the sizes given, one after another and over again. */
async function read(
  layout: Layout,
  columns: readonly Column[],
  file: Uint8Array,
  sizes: readonly number[],
  delimiter = ",",
): Promise<Read> {
  const reader = await csvReader(layout, columns, delimiter);
  const batches: SheetBatch[] = [];
  const seen = await seenSheets(MOST_SHEETS);
  const keep = (batch: SheetBatch) => {
    batches.push(copied(tellsSheetsApart(columns) ? seen.without(batch) : batch));
  };
  for (let at = 0, turn = 0; at < file.length; turn += 1) {
    const room = reader.room();
    const size = Math.min(sizes[turn % sizes.length] ?? room.length, room.length, file.length - at);
    room.set(file.subarray(at, at + size));
    at += size;
    reader.read(size, at === file.length, keep);
  }
  const [applicants, reviewers, stages] = [reader.namesOf("applicant"), reader.namesOf("reviewer"), reader.namesOf("stage")];
  const sheets = batches.flatMap((batch) =>
    Array.from({ length: batch.count }, (_, at) => ({
      row: batch.rows[at] as number,
      applicant: applicants[batch.applicants[at] as number] ?? "",
      reviewer: reviewers[batch.reviewers[at] as number] ?? "",
      stage: stages[batch.stages[at] as number] ?? "",
      items: [...batch.sheets.subarray(at * layout.stride, at * layout.stride + layout.items)],
      total: batch.totals[at] as number,
    })),
  );
  return { sheets, faults: batches.flatMap((batch) => batch.faults), rows: reader.rows };
}

function copied(batch: SheetBatch): SheetBatch {
  const { sheets, totals, applicants, reviewers, stages, rows } = batch;
  const own = { sheets: sheets.slice(), totals: totals.slice(), applicants: applicants.slice() };
  return { ...batch, ...own, reviewers: reviewers.slice(), stages: stages.slice(), rows: rows.slice() };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a row of a file is the sheet that it says", () => {
  it("for any criteria, order of columns, names, quoting, line breaks, delimiter and pieces", async () => {
    const files = fc
      .record({ of: criteria, delimiter: fc.constantFrom(",", ";", "\t"), crlf: fc.boolean(), isEnded: fc.boolean() })
      .chain((file) =>
        fc.record({ file: fc.constant(file), columns: columnsOf(file.of), sizes: sizes }).chain((rest) =>
          fc.record({
            rest: fc.constant(rest),
            rows: fc.array(rowOf(file.of, rest.columns, file.delimiter), { maxLength: 25 }),
          }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(files, async ({ rest: { file, columns, sizes }, rows }) => {
        const layout = layoutOf(file.of);
        const lineBreak = file.crlf ? "\r\n" : "\n";
        const text =
          rows.map(({ cells }) => cells.map(({ text }) => text).join(file.delimiter)).join(lineBreak) +
          (file.isEnded ? lineBreak : "");
        const found = await read(layout, columns, bytesOf(text), sizes, file.delimiter);
        const expected = meaningOf(layout, columns, rows);
        expect(found.sheets).toEqual(expected.sheets);
        expect(found.faults).toEqual(expected.faults);
        // An empty row at the end is no row unless a line break ends it.
        expect(rows.length - found.rows).toBeLessThanOrEqual(1);
      }),
      { numRuns },
    );
  });

  it("more rows, names and faults than fit at once, whatever the pieces", async () => {
    const columns: Column[] = ["applicant", "reviewer", ...ITEMS];
    const lines = Array.from(
      { length: 9_000 },
      (_, at) => `单位${"甲".repeat(at % 40)}${at},R${at % 3},${ITEMS.map((item) => ((at + item) % 22) * 5).join()}`,
    );
    const file = bytesOf(`${lines.join("\n")}\n`);
    const whole = await read(gbt19580, columns, file, []);
    expect(whole.sheets).toHaveLength(9_000);
    expect(whole.sheets.map(({ applicant }) => applicant)).toEqual(lines.map((line) => line.split(",")[0]));
    // 105 is off the scale: one cell in 22.
    expect(whole.faults.filter(({ problem, found }) => problem === "off-scale" && found === "105")).toHaveLength(
      whole.faults.length,
    );
    expect(whole.faults).toHaveLength(
      lines.reduce((sum, line) => sum + line.split(",").filter((cell) => cell === "105").length, 0),
    );
    for (const sizes of [[1_000], [65_536, 1], [123_457]]) expect(await read(gbt19580, columns, file, sizes)).toEqual(whole);
  });
});

describe("what is no score is told, and never scored", () => {
  const columns: Column[] = ["applicant", ...ITEMS];
  const row = (cell: string) =>
    `A1,${cell},${ITEMS.slice(1)
      .map(() => 80)
      .join()}`;

  it.each([
    ["101", "off-scale", "101"],
    ["63", "off-scale", "63"],
    ["1000", "off-scale", "1000"],
    ["", "empty", ""],
    ['""', "empty", ""],
    ["  ", "empty", ""],
    ["六十", "no-number", "六十"],
    ["８０", "no-number", "８０"],
    ["80%", "no-number", "80%"],
    ["80.0", "no-number", "80.0"],
    ["-5", "no-number", "-5"],
    ["8 0", "no-number", "8 0"],
    ["1e1", "no-number", "1e1"],
    ['"a, b"', "no-number", "a, b"],
    ['8"0', "stray-quote", '8"0'],
    ['"80"5', "stray-quote", "80"],
    ["99999999999", "no-number", "99999999999"],
  ])("%s: %s", async (cell, problem, found) => {
    const { sheets, faults } = await read(gbt19580, columns, bytesOf(row(cell)), []);
    expect(faults).toEqual([{ row: 0, column: 1, problem, found }]);
    expect(sheets).toEqual([expect.objectContaining({ total: NO_TOTAL, items: [255, ...ITEMS.slice(1).map(() => 80)] })]);
  });

  it.each([
    "80\u3000",
    "\u00a080",
    ' \u3000"80"\u00a0',
    '"\u300080 "',
    "\ufeff80",
    "80",
    "080",
    " 80 ",
    '"80"',
    ' "80" ',
    "\t80",
  ])("%s is eighty", async (cell) => {
    const { sheets, faults } = await read(gbt19580, columns, bytesOf(row(cell)), []);
    expect(faults).toEqual([]);
    expect(sheets[0]?.items[0]).toBe(80);
  });

  it.each([
    [
      "a cell too few",
      `A1,${ITEMS.slice(1)
        .map(() => 80)
        .join()}`,
      { row: 0, column: 0, problem: "too-few-cells", found: "" },
    ],
    ["a cell too many", `A1,80,${ITEMS.map(() => 80).join()}`, { row: 0, column: 0, problem: "too-many-cells", found: "" }],
    ["a quote left open", `"A1,${ITEMS.join()}`, { row: 0, column: 0, problem: "open-quote", found: "" }],
    ["no name", ` ,${ITEMS.map(() => 80).join()}`, { row: 0, column: 0, problem: "no-name", found: "" }],
    ["a quote in a name", `A"1,${ITEMS.map(() => 80).join()}`, { row: 0, column: 0, problem: "stray-quote", found: 'A"1' }],
    [
      "a name of 256 bytes",
      `${"x".repeat(256)},${ITEMS.map(() => 80).join()}`,
      { row: 0, column: 0, problem: "long-name", found: "x".repeat(256) },
    ],
  ])("%s: the row is refused", async (_, line, fault) => {
    expect(await read(gbt19580, columns, bytesOf(line), [])).toEqual({ sheets: [], faults: [fault], rows: 1 });
  });

  it.each([
    ["a name lacks", "R1,,s", [{ row: 0, lines: 1, applicant: null, stage: 0, isShifted: false }]],
    ["another name lacks", ",A1,s", [{ row: 0, lines: 1, applicant: 0, stage: 0, isShifted: false }]],
    ["the stage lacks", "R1,A1,", [{ row: 0, lines: 1, applicant: 0, stage: null, isShifted: false }]],
    ["two names lack", ",A1,", [{ row: 0, lines: 1, applicant: 0, stage: null, isShifted: false }]],
    ["there is a cell too many", "R1,A1,s,80", [{ row: 0, lines: 1, applicant: 0, stage: 0, isShifted: true }]],
    ["a quote hides a line break", '"R\n1"x,A1,s', [{ row: 0, lines: 2, applicant: null, stage: null, isShifted: false }]],
    ["a quote is left open", '"R1,A1,s', [{ row: 0, lines: 2, applicant: null, stage: null, isShifted: false }]],
    ["nothing lacks", "R1,A1,s", []],
  ])("a row that is refused tells whose it is, where that can be read: %s", async (_, names, lost) => {
    const named: Column[] = ["reviewer", "applicant", "stage", ...ITEMS];
    const scores = ITEMS.map(() => 50).join();
    const reader = await csvReader(gbt19580, named);
    const found: SheetBatch["lost"][number][] = [];
    const file = bytesOf(`${names},${scores}\nR2,A2,t,${scores}\n`);
    reader.room().set(file);
    reader.read(file.length, true, (batch) => found.push(...batch.lost));
    expect(found).toEqual(lost);
  });

  it("a sheet that stands twice counts once, and is told with its row", async () => {
    const named: Column[] = ["stage", "reviewer", "applicant", ...ITEMS];
    const scores = ITEMS.map(() => 50).join();
    const lines = ["s,R1,A1", "s,R2,A1", "t,R1,A1", "s,R1,A2", "s,R1,A1", "s,R1,A600", "s,R1,A1"];
    const { sheets, faults } = await read(gbt19580, named, bytesOf(lines.map((line) => `${line},${scores}`).join("\n")), []);
    expect(sheets.map(({ row }) => row)).toEqual([0, 1, 2, 3, 5]);
    expect(faults.map(({ row, problem }) => [row, problem])).toEqual([
      [4, "sheet-twice"],
      [6, "sheet-twice"],
    ]);
  });

  it("every sheet of many that stand twice is told, in whatever order they come", async () => {
    const named: Column[] = ["applicant", "reviewer", ...ITEMS];
    const scores = ITEMS.map(() => 50).join();
    const once = Array.from({ length: 30_000 }, (_, at) => `A${(at * 7_919) % 3_000},R${at % 10},${scores}`);
    const distinct = new Set(once);
    const { sheets, faults } = await read(gbt19580, named, bytesOf([...once, ...once].join("\n")), []);
    expect(sheets).toHaveLength(distinct.size);
    expect(faults).toHaveLength(60_000 - distinct.size);
    expect(faults.every(({ problem }) => problem === "sheet-twice")).toBe(true);
  });

  it("a row longer than there is room for is refused, not cut", async () => {
    await expect(read(gbt19580, columns, bytesOf(`"${"x".repeat(2_000_000)}`), [])).rejects.toThrow(RangeError);
  });

  it("nothing, and blank rows, are no sheets", async () => {
    expect(await read(gbt19580, columns, bytesOf(""), [])).toEqual({ sheets: [], faults: [], rows: 0 });
    expect(await read(gbt19580, columns, bytesOf(`\n\r\n${",".repeat(23)}\n`), [])).toEqual({ sheets: [], faults: [], rows: 3 });
  });
});

interface Cell {
  readonly text: string;
  /** A score or a name, `""` where there is nothing. */
  readonly means: number | string;
  readonly problem: CellFault["problem"] | null;
}

interface Row {
  readonly cells: readonly Cell[];
}

const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });

/** All items in any order, or in theirs, between names and columns of no concern. */
function columnsOf(of: Criteria): fc.Arbitrary<readonly Column[]> {
  const items = of.categories.flatMap((category) => category.items).map((_, item) => item);
  const shuffled = fc.oneof(
    fc.constant<number[]>(items),
    fc.shuffledSubarray<number>(items, { minLength: items.length, maxLength: items.length }),
  );
  const others = fc.shuffledSubarray<Column>(["applicant", "reviewer", "stage", null, null], { minLength: 1, maxLength: 5 });
  return fc.record({ shuffled, others, at: fc.nat() }).map(({ shuffled, others, at }) => {
    const named = others.includes("applicant") ? others : (["applicant", ...others] as const);
    const cut = at % (shuffled.length + 1);
    return [...shuffled.slice(0, cut), ...named, ...shuffled.slice(cut)];
  });
}

function rowOf(of: Criteria, columns: readonly Column[], delimiter: string): fc.Arbitrary<Row> {
  const { min, max, step } = of.scale;
  const score = fc.integer({ min: 0, max: (max - min) / step }).map((steps) => min + steps * step);
  const plain = score.map((means): Cell => ({ text: `${means}`, means, problem: null }));
  const spaced = score.map((means): Cell => ({ text: ` "${means}" `, means, problem: null }));
  const off = fc
    .integer({ min: max + 1, max: max + 2_000 })
    .map((number): Cell => ({ text: `${number}`, means: "", problem: "off-scale" }));
  const others = fc.constantFrom<Cell>(
    { text: "", means: "", problem: "empty" },
    { text: '""', means: "", problem: "empty" },
    { text: "六十", means: "", problem: "no-number" },
    { text: "８０", means: "", problem: "no-number" },
  );
  const scores = fc.oneof(
    { weight: 30, arbitrary: plain },
    { weight: 2, arbitrary: spaced },
    { weight: 1, arbitrary: off },
    { weight: 1, arbitrary: others },
  );
  const names = fc
    .oneof(
      fc.constantFrom("甲公司", "A 1", "R-7", "现场评审", 'say "x"', "a\nb", "c;d,e\tf"),
      fc.stringMatching(/^[a-z0-9]{1,20}$/),
    )
    .map((means): Cell => ({ text: /[",;\t\n]/.test(means) ? `"${means.replaceAll('"', '""')}"` : means, means, problem: null }));
  const free = fc.constantFrom<Cell>(
    { text: "备注", means: "", problem: null },
    { text: `"${delimiter} ""x"""`, means: "", problem: null },
  );
  const cells = columns.map((column) => (typeof column === "number" ? scores : column === null ? free : names));
  const blank = columns.map((): Cell => ({ text: "", means: "", problem: null }));
  const row = fc.tuple(...cells).map((own): Row => ({ cells: own }));
  return fc.oneof(
    { weight: 15, arbitrary: row },
    { weight: 1, arbitrary: fc.constant({ cells: blank }) },
    { weight: 1, arbitrary: fc.constant({ cells: [blank[0] as Cell] }) },
  );
}

/** What rows come to, by what their cells were made to mean. */
function meaningOf(layout: Layout, columns: readonly Column[], rows: readonly Row[]): Omit<Read, "rows"> {
  const sheets: ReadSheet[] = [];
  const faults: CellFault[] = [];
  const before = new Set<string>();
  rows.forEach(({ cells }, row) => {
    if (cells.every(({ text }) => text === "")) return;
    const name = (kind: Column) => `${cells[columns.indexOf(kind)]?.means ?? ""}`;
    const own = cells.flatMap(({ problem, text }, column) =>
      problem === null ? [] : [{ row, column, problem, found: text === '""' ? "" : text }],
    );
    faults.push(...own);
    const key = JSON.stringify([name("applicant"), name("reviewer"), name("stage")]);
    if (columns.includes("reviewer") && before.has(key)) {
      faults.push({ row, column: 0, problem: "sheet-twice", found: "" });
      return;
    }
    before.add(key);
    const items = Array.from({ length: layout.items }, (_, item) => cells[columns.indexOf(item)]?.means);
    const isWhole = items.every((score) => typeof score === "number");
    sheets.push({
      row,
      applicant: name("applicant"),
      reviewer: name("reviewer"),
      stage: name("stage"),
      items: items.map((score) => (typeof score === "number" ? score : 255)),
      total: isWhole
        ? items.reduce<number>((sum, score, item) => sum + (score as number) * (layout.weights[item] as number), 0)
        : NO_TOTAL,
    });
  });
  return { sheets, faults: faults.sort((a, b) => a.row - b.row || a.column - b.column) };
}

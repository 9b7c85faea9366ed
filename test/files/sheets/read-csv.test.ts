/** Files large enough to be cut into pieces, read by as many threads as one likes, against the same text read as one. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as ReadCsv from "../../../src/files/sheets/read-csv.js";
import type { SheetFault } from "../../../src/files/sheets/sheet-fault.js";
import { ColumnsError } from "../../../src/files/sheets/sheet-reading.js";
import type * as Twice from "../../../src/files/sheets/twice.js";
import { type Criteria, itemsOf } from "../../../src/kernel/criteria.js";
import type { LostRow } from "../../../src/scoring/batch.js";

// What was built, since a thread runs it.
const { readCsvSheets } = (await import(
  new URL("../../../dist/files/sheets/read-csv.js", import.meta.url).href
)) as typeof ReadCsv;
const { withoutTwice } = (await import(new URL("../../../dist/files/sheets/twice.js", import.meta.url).href)) as typeof Twice;
const criteria = JSON.parse(await readFile("rules/nm-chairman-2022/criteria.json", "utf8")) as Criteria;
const CLAUSES = itemsOf(criteria).map(({ clause }) => clause);
const HEADER = ["applicant", "reviewer", ...CLAUSES].join();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sheets-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface ReadFile {
  readonly sheets: readonly string[];
  readonly faults: readonly SheetFault[];
  /** Row, applicant and lines of what was refused. */
  readonly lost: readonly string[];
}

async function read(content: string | Uint8Array, threads?: number): Promise<ReadFile> {
  const path = join(folder, "sheets.csv");
  await writeFile(path, content);
  const reading = withoutTwice(await readCsvSheets(path, criteria, threads === undefined ? {} : { threads }));
  const numbers: (readonly number[])[] = [];
  const faults: SheetFault[] = [];
  const refused: LostRow[] = [];
  for await (const batch of reading.batches) {
    faults.push(...batch.faults);
    refused.push(...batch.lost);
    for (let at = 0; at < batch.count; at += 1) {
      numbers.push([batch.rows[at], batch.applicants[at], batch.reviewers[at], batch.totals[at]] as number[]);
    }
  }
  const [applicants, reviewers] = [reading.namesOf("applicant"), reading.namesOf("reviewer")];
  const sheets = numbers.map(
    ([row, applicant, reviewer, total]) => `${row} ${applicants[applicant as number]} ${reviewers[reviewer as number]} ${total}`,
  );
  const lost = refused.map(({ row, applicant, lines }) => `${row} ${applicant === null ? "?" : applicants[applicant]} ${lines}`);
  return { sheets, faults, lost };
}

/** Some 20 MB: five pieces. Names are Chinese, so that pieces are cut within characters. */
function lines(count = 200_000): string[] {
  return Array.from({ length: count }, (_, at) => {
    const scores = CLAUSES.map((_, item) => ((at * 3 + item * 7) % 21) * 5);
    return `单位${Math.floor(at / 20)},专家${at % 20},${scores.join()}`;
  });
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { readonly failure?: { readonly code: string } }) => error.failure?.code ?? error,
  );

describe("a file is read alike by any number of threads", () => {
  it("row by row, with every fault where it stands", async () => {
    const all = lines();
    for (const at of [0, 1, 77_777, 133_333, 199_999]) all[at] = `${all[at]}`.replace(/,\d+$/, ",63");
    // Far apart, so that other threads read them.
    all[150_000] = all[10] as string;
    all[100_000] = "";
    all[120_000] = "单位5,专家1,60";
    all[180_000] = ",专家1,60";
    const content = [HEADER, ...all, ""].join("\r\n");
    const alone = await read(content, 1);
    expect(alone.sheets).toHaveLength(199_996);
    expect(alone.sheets[0]).toBe(`0 单位0 专家0 -1`);
    expect(alone.sheets.at(-1)).toBe("199999 单位9999 专家19 -1");
    expect(alone.faults.map(({ row, column, problem, found }) => [row, column, problem, found])).toEqual([
      [0, 24, "off-scale", "63"],
      [1, 24, "off-scale", "63"],
      [77_777, 24, "off-scale", "63"],
      [120_000, 0, "too-few-cells", ""],
      [133_333, 24, "off-scale", "63"],
      [150_000, 0, "sheet-twice", ""],
      [180_000, 0, "too-few-cells", ""],
      [199_999, 24, "off-scale", "63"],
    ]);
    expect(alone.lost).toEqual(["120000 单位5 1", "180000 ? 1"]);
    for (const threads of [2, 3, 7]) expect(await read(content, threads)).toEqual(alone);
  });

  it("with line breaks in quotes from the middle on", async () => {
    const all = lines();
    all[90_000] = `"甲\n${all[5]}\n乙",R,${CLAUSES.map(() => 50).join()}`;
    const content = [HEADER, ...all].join("\n");
    const alone = await read(content, 1);
    expect(alone.sheets).toHaveLength(200_000);
    expect(alone.sheets[90_000]).toContain("90000 甲\n");
    expect(alone.faults).toEqual([]);
    expect(await read(content, 4)).toEqual(alone);
  });

  it("one row longer than a piece is refused, wherever it stands", async () => {
    const all = lines(1_000);
    all[500] = "x".repeat(9_000_000);
    const content = [HEADER, ...all].join("\n");
    expect(await failureOf(read(content, 1))).toBe("long-row");
    expect(await failureOf(read(content, 3))).toBe("long-row");
  });
});

describe("a file as programs write it", () => {
  const row = `甲,R1,${CLAUSES.map(() => 50).join()}`;
  const expected = { sheets: ["0 甲 R1 50000"], faults: [], lost: [] };

  it.each([
    ["with a byte order mark", `\uFEFF${HEADER}\n${row}`],
    ["with returns alone", `${HEADER}\r${row}\r`],
    ["with returns and line feeds", `${HEADER}\r\n${row}\r\n`],
    ["with semicolons", `${HEADER}\n${row}`.replaceAll(",", ";")],
    ["with tabs", `${HEADER}\n${row}`.replaceAll(",", "\t")],
    ["with every cell in quotes", `${HEADER}\n${row}`.replace(/[^,\n]+/g, '"$&"')],
    ["with a heading of several lines", `${HEADER}\n${row}`.replace("4.1.2", '"4.1.2\n高层领导的作用"')],
  ])("%s", async (_, content) => {
    expect(await read(content)).toEqual(expected);
  });

  it("with no row, or nothing after the header", async () => {
    expect(await read(HEADER)).toEqual({ sheets: [], faults: [], lost: [] });
    expect(await read(`${HEADER}\n\n\n`, 3)).toEqual({ sheets: [], faults: [], lost: [] });
  });

  it("in another encoding is refused: in its header, and where names turn up that are no UTF-8", async () => {
    const gbk = Buffer.from([0xbc, 0xd7]);
    expect(await failureOf(read(Buffer.concat([gbk, Buffer.from(`,${HEADER}\n`)])))).toBe("not-utf-8");
    const late = Buffer.concat([Buffer.from([HEADER, ...lines(100_000), ""].join("\n")), gbk, Buffer.from(row.slice(1))]);
    expect(await failureOf(read(late, 1))).toBe("not-utf-8");
    expect(await failureOf(read(late, 3))).toBe("not-utf-8");
    const quoted = Buffer.concat([Buffer.from(`${HEADER}\n"a\nb"${row.slice(1)}\n`), gbk, Buffer.from(row.slice(1))]);
    expect(await failureOf(read(quoted))).toBe("not-utf-8");
  });

  it("that is empty, or lacks columns, tells every column that is lacking", async () => {
    const error = await failureOf(read(""));
    expect(error).toMatchObject({ faults: { length: 24 } });
    expect(`${error}`).toBe(`${new ColumnsError(new Array(24).fill(null), [])}`);
  });
});

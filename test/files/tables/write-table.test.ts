import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import * as fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { decimalText } from "../../../src/files/tables/decimal-text.js";
import { OUT_FORMATS } from "../../../src/files/tables/out-format.js";
import type { OutColumn, OutRow } from "../../../src/files/tables/out-table.js";
import { readParquet } from "../../../src/files/tables/read-parquet.js";
import { readXlsx } from "../../../src/files/tables/read-xlsx.js";
import { type OutOptions, tableBytes, writeFileWhole, writeStream } from "../../../src/files/tables/write-table.js";
import { bytesOf, collect } from "./collect.js";
import { numberOf, table } from "./tables.js";

const RUNS = { numRuns: process.env["QAK_PROFILE"] === "long" ? 5_000 : 100 };
const folder = mkdtempSync(join(tmpdir(), "qak-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS: readonly OutColumn[] = [
  { name: "applicant", label: { zh: "申报单位", en: "Applicant" }, type: "text" },
  { name: "rank", label: { zh: "名次", en: "Rank" }, type: "integer" },
  { name: "points", label: { zh: "得分", en: "Points" }, type: "decimal", scale: 2 },
];
const ROWS: readonly OutRow[] = [
  ["单位甲", 1, 61250],
  ["=1+1", 2n, -5n],
  [null, null, null],
  ["", 3, 0],
];

async function textOf(
  format: "csv" | "json",
  columns: readonly OutColumn[],
  rows: readonly OutRow[],
  options: OutOptions = {},
): Promise<string> {
  return (await bytesOf(tableBytes(format, columns, rows, options))).toString("utf8");
}

/** RFC 4180, one character after the other; a field without quotes that is empty is `null`. */
function parseCsv(csv: string): readonly (readonly (string | null)[])[] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  for (let at = 0; at < csv.length; ) {
    let field: string | null = null;
    if (csv[at] === '"') {
      field = "";
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        if (csv[at] === '"') at += 1;
        field += csv[at];
      }
      at += 1;
    } else {
      const end = csv.slice(at).search(/,|\r\n/);
      if (end > 0) field = csv.slice(at, at + end);
      at += end;
    }
    row.push(field);
    if (csv[at] === ",") at += 1;
    else {
      expect(csv.slice(at, at + 2)).toBe("\r\n");
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("CSV", () => {
  it("is written as RFC 4180 has it, decimals with all their digits", async () => {
    expect(await textOf("csv", COLUMNS, ROWS)).toBe(
      'applicant,rank,points\r\n单位甲,1,612.50\r\n=1+1,2,-0.05\r\n,,\r\n"",3,0.00\r\n',
    );
  });

  it("has a byte order mark and a header for people where they are asked for", async () => {
    expect(await textOf("csv", COLUMNS, [], { mark: true, header: "zh" })).toBe("\uFEFF申报单位,名次,得分\r\n");
  });

  it("reads back as any table that was written, empty texts apart from nulls", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const [header, ...read] = parseCsv(await textOf("csv", columns, rows));
        expect(header).toEqual(columns.map(({ name }) => name));
        const alone = columns.length === 1;
        const written = rows.map((row) =>
          row.map((value, index) => {
            // A line with nothing on it is no row, so an only column without a value is empty text.
            if (value === null) return alone ? "" : null;
            return typeof value === "string" ? value : decimalText(value, columns[index]?.scale ?? 0);
          }),
        );
        expect(read).toEqual(written);
      }),
      RUNS,
    );
  });
});

describe("JSON", () => {
  it("is one array of objects, decimals as numbers with all their digits", async () => {
    expect(await textOf("json", COLUMNS, ROWS.slice(0, 3))).toBe(
      '[\n{"applicant":"单位甲","rank":1,"points":612.50},\n{"applicant":"=1+1","rank":2,"points":-0.05},\n{"applicant":null,"rank":null,"points":null}\n]\n',
    );
    expect(await textOf("json", COLUMNS, [])).toBe("[]\n");
    expect(await textOf("json", COLUMNS.slice(1), [[9007199254740993n, 900719925474099301n]])).toContain(
      '{"rank":9007199254740993,"points":9007199254740993.01}',
    );
  });

  it("reads back as any table that was written", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const read = JSON.parse(await textOf("json", columns, rows)) as readonly Record<string, unknown>[];
        expect(read.map((row) => Object.values(row))).toEqual(valuesOf(columns, rows));
      }),
      RUNS,
    );
  });
});

describe("xlsx", () => {
  it("reads back as any table that was written", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const bytes = await bytesOf(tableBytes("xlsx", columns, rows, { header: "zh" }));
        // In a sheet an empty text is an empty cell, and a row of them no row.
        const written = valuesOf(columns, rows).map((row) => row.map((value) => (value === "" ? null : value)));
        const kept = written.flatMap((cells, index) => (cells.every((cell) => cell === null) ? [] : [{ row: index + 2, cells }]));
        const read = await readXlsx(bytes);
        expect(read.columns).toEqual(columns.map(({ label }) => label.zh));
        expect(await collect(read.rows)).toEqual(kept);
      }),
      RUNS,
    );
  });

  it("writes a number of more digits than a spreadsheet program keeps as text", async () => {
    const { rows } = await readXlsx(await bytesOf(tableBytes("xlsx", COLUMNS, [["甲", 1234567890123456, 999999999999999]])));
    expect((await collect(rows))[0]?.cells).toEqual(["甲", "1234567890123456", 9999999999999.99]);
  });

  it("writes text that begins like a formula as text", async () => {
    const { rows } = await readXlsx(await bytesOf(tableBytes("xlsx", COLUMNS, [["=1+1", 1, 1]])));
    expect((await collect(rows))[0]?.cells[0]).toBe("=1+1");
  });

  it("is refused before its first byte where more rows are announced than a sheet takes, or more columns given", async () => {
    const begin = (columns: readonly OutColumn[], rowCount: number) => tableBytes("xlsx", columns, [], { rowCount }).next();
    const full = "a sheet takes at most 1048576 rows, the header among them: write CSV or Parquet";
    await expect(begin(COLUMNS, 1_048_576)).rejects.toThrow(full);
    await expect(begin(COLUMNS, 1_048_575)).resolves.toMatchObject({ done: false });
    const wide = Array.from({ length: 16_385 }, () => COLUMNS[0] as OutColumn);
    await expect(begin(wide, 0)).rejects.toThrow("at most 16384 columns");
    await expect(begin(wide.slice(0, 100), 40_000)).rejects.toThrow("at most 4000000 cells");
  });

  it("is refused where more rows come than a sheet takes", async () => {
    function* many(): Generator<OutRow> {
      for (let row = 0; row < 1_048_576; row += 1) yield [null];
    }
    await expect(bytesOf(tableBytes("xlsx", COLUMNS.slice(0, 1), many()))).rejects.toThrow("at most 1048576 rows");
  });

  it("is refused where a text is longer than a cell takes, with its place", async () => {
    const bytes = tableBytes("xlsx", COLUMNS, [["甲"], ["乙".repeat(32_768)]]);
    await expect(bytesOf(bytes)).rejects.toThrow("`applicant` in row 3 is longer than the 32767 characters a cell takes");
  });
});

describe("Parquet", () => {
  it("reads back as any table that was written, by the reader here and by the library", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const bytes = await bytesOf(tableBytes("parquet", columns, rows));
        const path = join(folder, "table.parquet");
        writeFileSync(path, bytes);
        const here = await readParquet(path);
        expect(here.columns).toEqual(columns.map(({ name }) => name));
        expect((await collect(here.rows)).map(({ cells }) => cells)).toEqual(valuesOf(columns, rows));
        const file = new Uint8Array(bytes).buffer;
        const there = await parquetReadObjects({
          file: { byteLength: file.byteLength, slice: (from, to) => file.slice(from, to) },
        });
        const integers = there.map((row) => columns.flatMap(({ name, type }) => (type === "integer" ? [row[name] ?? null] : [])));
        expect(integers).toEqual(
          rows.map((row) =>
            columns.flatMap(({ type }, index) =>
              type === "integer" ? [row[index] === null ? null : BigInt(row[index] ?? 0)] : [],
            ),
          ),
        );
      }),
      RUNS,
    );
  });

  it("has a type for each column, decimals with their digits", async () => {
    const { schema } = parquetMetadata(new Uint8Array(await bytesOf(tableBytes("parquet", COLUMNS, ROWS))));
    expect(schema.slice(1)).toMatchObject([
      { name: "applicant", type: "BYTE_ARRAY", converted_type: "UTF8" },
      { name: "rank", type: "INT64" },
      { name: "points", type: "INT64", converted_type: "DECIMAL", precision: 18, scale: 2 },
    ]);
  });

  it("is written a row group at a time", async () => {
    const rows = Array.from({ length: 70_000 }, (_, index): OutRow => [`单位${index}`, index, index]);
    const pieces = await collect(tableBytes("parquet", COLUMNS, rows));
    expect(pieces).toHaveLength(2);
    const groups = parquetMetadata(new Uint8Array(Buffer.concat(pieces))).row_groups;
    expect(groups.map(({ num_rows }) => num_rows)).toEqual([65_536n, 4_464n]);
  });

  it("refuses a number that it cannot hold, rather than change it", async () => {
    await expect(bytesOf(tableBytes("parquet", COLUMNS, [["甲", 2n ** 63n, 0]]))).rejects.toThrow(RangeError);
    await expect(bytesOf(tableBytes("parquet", COLUMNS, [["甲", 0, 10n ** 18n]]))).rejects.toThrow(RangeError);
  });
});

describe.each(["csv", "json", "parquet"] as const)("%s", (format) => {
  it("is made as fast as it is taken, and no row before it is needed", async () => {
    let asked = 0;
    async function* rows(): AsyncGenerator<OutRow> {
      for (;;) {
        asked += 1;
        yield [`单位${asked}`, asked, asked];
      }
    }
    const bytes = tableBytes(format, COLUMNS, rows());
    let length = 0;
    for await (const piece of bytes) {
      length += piece.length;
      if (length > 100_000) break;
    }
    expect(asked).toBeLessThan(200_000);
  });
});

describe.each(OUT_FORMATS)("%s", (format) => {
  it("refuses a number that is not exact any more", async () => {
    await expect(bytesOf(tableBytes(format, COLUMNS, [["甲", 1, 2 ** 53]]))).rejects.toThrow(RangeError);
    await expect(bytesOf(tableBytes(format, COLUMNS, [["甲", 0.5, 1]]))).rejects.toThrow(RangeError);
  });
});

describe("writeFileWhole", () => {
  it("writes all of a file, over what was there, keeping its mode and following a link", async () => {
    const path = join(folder, "out.csv");
    writeFileSync(path, "before", { mode: 0o600 });
    symlinkSync(path, join(folder, "link.csv"));
    await writeFileWhole(join(folder, "link.csv"), tableBytes("csv", COLUMNS, ROWS));
    expect(readFileSync(path, "utf8")).toBe(await textOf("csv", COLUMNS, ROWS));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("leaves what was there, and nothing else, where the rows fail", async () => {
    const path = join(folder, "kept.csv");
    writeFileSync(path, "before");
    const before = readdirSync(folder);
    async function* rows(): AsyncGenerator<OutRow> {
      for (let row = 0; row < 100_000; row += 1) yield ["甲", row, row];
      throw new Error("no more");
    }
    await expect(writeFileWhole(path, tableBytes("csv", COLUMNS, rows()))).rejects.toThrow("no more");
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(before);
  });

  it("leaves to the file system what is its own to say", async () => {
    const path = join(folder, "none", "out.csv");
    await expect(writeFileWhole(path, tableBytes("csv", COLUMNS, ROWS))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("writes to a device as it is", async () => {
    await writeFileWhole("/dev/null", tableBytes("xlsx", COLUMNS, ROWS));
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("writeStream", () => {
  it("writes everything and leaves the stream open", async () => {
    const stream = new PassThrough();
    const read = bytesOf(stream);
    expect(await writeStream(stream, tableBytes("csv", COLUMNS, ROWS))).toBe(true);
    expect(stream.writableEnded).toBe(false);
    stream.end("more");
    expect((await read).toString("utf8")).toBe(`${await textOf("csv", COLUMNS, ROWS)}more`);
  });

  it("says when the reader left, and passes on any other failure", async () => {
    const failing = (code: string) => new Writable({ write: (_, __, done) => done(Object.assign(new Error(code), { code })) });
    expect(await writeStream(failing("EPIPE"), tableBytes("csv", COLUMNS, ROWS))).toBe(false);
    await expect(writeStream(failing("ENOSPC"), tableBytes("csv", COLUMNS, ROWS))).rejects.toThrow("ENOSPC");
  });
});

/** What a reader is to find in each cell. */
function valuesOf(columns: readonly OutColumn[], rows: readonly OutRow[]): readonly (readonly (string | number | null)[])[] {
  return rows.map((row) =>
    columns.map((column, index) => {
      const value = row[index] ?? null;
      return value === null || typeof value === "string" ? value : numberOf(column, value);
    }),
  );
}

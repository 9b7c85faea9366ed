import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { readParquet } from "../../../src/files/tables/read-parquet.js";
import { type Cell, isUnread, type TableRow } from "../../../src/files/tables/table.js";
import { TableError, type TableFailure } from "../../../src/files/tables/table-failure.js";
import { collect } from "./collect.js";

const folder = mkdtempSync(join(tmpdir(), "qak-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of our making by another hand, and gives its path. */
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${Math.random()}.parquet`);
  writeFileSync(path, bytes);
  return path;
}

type Element = Omit<SchemaElement, "name">;
type Codec = NonNullable<ConstructorParameters<typeof ParquetWriter>[0]["codec"]>;

/** One column named `x`. */
function column(element: Element, data: readonly unknown[], codec: Codec = "SNAPPY", rowGroupSize = 1000): Buffer {
  const writer = new ByteWriter();
  const schema = [
    { name: "root", num_children: 1 },
    { name: "x", repetition_type: "OPTIONAL" as const, ...element },
  ];
  const compressors = {
    GZIP: (input: Uint8Array) => gzipSync(input),
    BROTLI: (input: Uint8Array) => brotliCompressSync(input),
    ZSTD: (input: Uint8Array) => input,
    LZ4_RAW: (input: Uint8Array) => input,
  };
  const parquet = new ParquetWriter({ writer, schema, codec, compressors, statistics: false });
  parquet.write({ columnData: [{ name: "x", data: [...data] }], rowGroupSize });
  parquet.finish();
  return Buffer.from(writer.getBytes());
}

async function rowsOf(bytes: Uint8Array): Promise<readonly TableRow[]> {
  return collect((await readParquet(fileOf(bytes))).rows);
}

/** The cells of the column; of those that cannot be read, the code. */
async function cells(element: Element, ...data: readonly unknown[]): Promise<readonly unknown[]> {
  const codeOr = (cell: Cell) => (isUnread(cell) ? cell.failure.code : cell);
  return (await rowsOf(column(element, data))).map((row) => codeOr(row.cells[0] ?? null));
}

async function refusal(bytes: Uint8Array): Promise<TableFailure> {
  const error = await rowsOf(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TableError);
  return (error as TableError).failure;
}

const TEXT: Element = { type: "BYTE_ARRAY", converted_type: "UTF8" };

describe("readParquet", () => {
  it("gives columns by name and rows numbered from 1, empty texts apart from nulls", async () => {
    const table = await readParquet(fileOf(column(TEXT, ["单位甲", "", null, " A\n"])));
    expect(table.columns).toEqual(["x"]);
    expect(await collect(table.rows)).toEqual([
      { row: 1, cells: ["单位甲"] },
      { row: 2, cells: [""] },
      { row: 3, cells: [null] },
      { row: 4, cells: [" A\n"] },
    ]);
  });

  it("goes on from row group to row group and from slice to slice", async () => {
    const data = Array.from({ length: 150_000 }, (_, index) => index - 7);
    for (const size of [70_001, 150_000]) {
      const rows = await rowsOf(column({ type: "INT32" }, data, "SNAPPY", size));
      expect(rows.map(({ cells: [cell] }) => cell)).toEqual(data);
      expect(rows.at(-1)?.row).toBe(150_000);
    }
  });

  it("gives a number where it is that number exactly, and its digits as text where it is not", async () => {
    expect(await cells({ type: "INT64" }, 80n, -1n, 9007199254740993n)).toEqual([80, -1, "9007199254740993"]);
    expect(await cells({ type: "INT64", converted_type: "UINT_64" }, 18446744073709551615n)).toEqual(["18446744073709551615"]);
    expect(await cells({ type: "INT32", converted_type: "UINT_32" }, 4294967295)).toEqual([4294967295]);
    expect(await cells({ type: "DOUBLE" }, 0.1, 612.5)).toEqual([0.1, 612.5]);
    expect(await cells({ type: "FLOAT" }, 57.15, 80)).toEqual([57.15, 80]);
    expect(await cells({ type: "BOOLEAN" }, true, false)).toEqual([true, false]);
  });

  it("gives a decimal exactly, where its product with a power of ten would not be", async () => {
    const decimal = { converted_type: "DECIMAL", scale: 2, precision: 18 } as const;
    expect(await cells({ type: "INT64", ...decimal }, 57n, 61250n, -5n, 90071992547409931n)).toEqual([
      0.57,
      612.5,
      -0.05,
      "900719925474099.31",
    ]);
    expect(await cells({ type: "INT32", ...decimal }, 57n)).toEqual([0.57]);
    expect(await cells({ type: "FIXED_LEN_BYTE_ARRAY", type_length: 9, ...decimal }, 57n, -57n)).toEqual([0.57, -0.57]);
    expect(await cells({ type: "BYTE_ARRAY", ...decimal }, 57n, -57n)).toEqual([0.57, -0.57]);
  });

  it("gives days and times as ISO text, moments with Z", async () => {
    expect(await cells({ type: "INT32", converted_type: "DATE" }, 19338, -1)).toEqual(["2022-12-12", "1969-12-31"]);
    expect(await cells({ type: "INT64", converted_type: "TIMESTAMP_MILLIS" }, 1670833800000n)).toEqual(["2022-12-12T08:30:00Z"]);
    const local = { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" } as const;
    expect(await cells({ type: "INT64", logical_type: local }, 1670833800000001n, -1n)).toEqual([
      "2022-12-12T08:30:00.000001",
      "1969-12-31T23:59:59.999999",
    ]);
    expect(await cells({ type: "INT32", converted_type: "TIME_MILLIS" }, 30600000)).toEqual(["08:30:00"]);
  });

  it("does not take NaN, infinity or bytes that are no UTF-8 for a value, nor for none", async () => {
    expect(await cells({ type: "DOUBLE" }, Number.NaN, Number.POSITIVE_INFINITY, null)).toEqual([
      "not-finite",
      "not-finite",
      null,
    ]);
    expect(await cells({ type: "BYTE_ARRAY" }, Buffer.of(0xff), Buffer.from("甲"))).toEqual(["bad-cell", "甲"]);
  });

  it("tells of a type without single values in each row, and reads the columns beside it", async () => {
    const writer = new ByteWriter();
    const schema: SchemaElement[] = [
      { name: "root", num_children: 2 },
      { name: "scores", repetition_type: "OPTIONAL", num_children: 1 },
      { name: "4.1.2", type: "INT32", repetition_type: "OPTIONAL" },
      { name: "applicant", ...TEXT, repetition_type: "OPTIONAL" },
    ];
    const parquet = new ParquetWriter({ writer, schema });
    parquet.write({
      columnData: [
        { name: "scores", data: [{ "4.1.2": 80 }] },
        { name: "applicant", data: ["A1"] },
      ],
    });
    parquet.finish();
    const table = await readParquet(fileOf(writer.getBytes()));
    expect(table.columns).toEqual(["scores", "applicant"]);
    const [row] = await collect(table.rows);
    expect(row?.cells[1]).toBe("A1");
    const scores = row?.cells[0] ?? null;
    expect(isUnread(scores) && scores.failure.message.en).toBe(
      "column `scores` is of type GROUP, not of single values: write numbers or text, one column for each",
    );
  });

  it.each(["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI"] as const)("unpacks %s", async (codec) => {
    const rows = await rowsOf(column(TEXT, ["甲", "甲", "乙"], codec));
    expect(rows.map(({ cells: [cell] }) => cell)).toEqual(["甲", "甲", "乙"]);
  });

  it("names a codec that it cannot unpack, and those it can", async () => {
    const failure = await refusal(column(TEXT, ["甲"], "LZ4_RAW"));
    expect(failure.code).toBe("unknown-codec");
    expect(failure.message.en).toMatch(
      /^LZ4_RAW cannot be unpacked here: write the file anew with one of UNCOMPRESSED, SNAPPY, GZIP, BROTLI/,
    );
    expect(failure.message.zh).toMatch(/^此处不能解压 LZ4_RAW：请用 UNCOMPRESSED、SNAPPY、GZIP、BROTLI/);
  });

  it("refuses what is no Parquet file by what it is", async () => {
    expect((await refusal(Buffer.from(""))).message.en).toBe("not Parquet but an empty file: check the file");
    expect((await refusal(Buffer.from("a,b\n1,2"))).message.zh).toBe(
      "不是 Parquet 文件，而是文本，也许是 CSV：请按实际格式命名后再读",
    );
    expect((await refusal(Buffer.from("PARE0000PARE"))).code).toBe("encrypted-file");
  });

  it("refuses a file that is cut short, wherever", async () => {
    const whole = column(TEXT, ["甲", "乙"]);
    for (let length = 4; length < whole.length; length += 13) {
      expect((await refusal(whole.subarray(0, length))).code).toBe("damaged-file");
    }
  });

  it("refuses a file whose account of itself was changed anywhere, or reads rows of it: it never breaks", async () => {
    const whole = column(TEXT, ["甲", "乙", "丙"], "UNCOMPRESSED");
    const account = whole.length - 8 - whole.readUInt32LE(whole.length - 8);
    for (let at = account; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((whole[at] ?? 0) ^ 0x10, at);
      const result = await rowsOf(bytes).catch((error: unknown) => error);
      expect(result instanceof TableError || (result as readonly TableRow[]).length === 3).toBe(true);
    }
  });

  it("leaves to the file system what is its own to say", async () => {
    await expect(readParquet(join(folder, "none.parquet"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("tells no path of the machine", async () => {
    const path = fileOf(readFileSync(fileOf(column(TEXT, ["甲"]))).subarray(0, 40));
    const error = await readParquet(path).catch((thrown: unknown) => thrown);
    expect(JSON.stringify((error as TableError).failure)).not.toContain(folder);
  });
});

/** A table to a file, all of it or none; or to a stream. */
import { randomUUID } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { OutFormat } from "./out-format.js";
import type { Bytes, OutColumn, OutRows } from "./out-table.js";
import { type CsvOptions, csvBytes } from "./write-csv.js";
import { jsonBytes } from "./write-json.js";
import type { XlsxOutOptions } from "./write-xlsx.js";

export type OutOptions = CsvOptions & XlsxOutOptions;

/** @throws TableError where a format cannot hold the table, when it comes to it */
export async function* tableBytes(
  format: OutFormat,
  columns: readonly OutColumn[],
  rows: OutRows,
  options: OutOptions = {},
): Bytes {
  switch (format) {
    case "csv":
      return yield* csvBytes(columns, rows, options);
    case "json":
      return yield* jsonBytes(columns, rows);
    // Loaded when they are needed: the command would begin later for them.
    case "xlsx": {
      const { xlsxBytes } = await import("./write-xlsx.js");
      return yield* xlsxBytes(columns, rows, options);
    }
    case "parquet": {
      const { parquetBytes } = await import("./write-parquet.js");
      return yield* parquetBytes(columns, rows);
    }
  }
}

/**
 * Written beside the file and put in its place when it is whole: who reads the file meanwhile, or after it went wrong, finds what
 * was there before. A pipe or a device is written to as it is, and a link is followed.
 * @throws whatever the bytes or the file system throw, nothing being left behind
 */
export async function writeFileWhole(path: string, bytes: Bytes): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) {
    await pipeline(bytes, (await open(path, "w")).createWriteStream());
    return;
  }
  const target = there === null ? path : await realpath(path);
  const beside = `${target}.${randomUUID()}.tmp`;
  const file = await open(beside, "wx", there?.mode);
  try {
    await pipeline(bytes, file.createWriteStream({ flush: true }));
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * As fast as the stream takes them. The stream is left open.
 * @returns `false` where its reader left before the end, which is no error
 * @throws whatever the bytes or the stream throw
 */
export async function writeStream(target: Writable, bytes: Bytes): Promise<boolean> {
  try {
    await pipeline(bytes, target, { end: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
    throw error;
  }
}

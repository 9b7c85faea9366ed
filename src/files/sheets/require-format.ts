/** Whether a file of score sheets can be what it is read as, by its first bytes, before anything else of it is read. */
import { open, readFile } from "node:fs/promises";
import { archiveFormat, type FoundFormat, foundFormat, HEAD_BYTES } from "../tables/found-format.js";
import { TableError, tableFailure } from "../tables/table-failure.js";
import type { SheetFormat } from "./sheet-format.js";

/**
 * What is surely no text of sheets. Workbooks and Parquet are held to their format where they are read; of a pipe nothing is read
 * ahead.
 * @throws TableError where the file is empty, or surely something else
 */
export async function requireFormat(path: string, format: SheetFormat): Promise<void> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    const isText = format === "csv" || format === "ndjson";
    const text = isText
      ? head
          .toString("utf8")
          .replace(/^\uFEFF/, "")
          .trimStart()
      : null;
    if (bytesRead === 0 || (text === "" && bytesRead === stat.size)) throw new TableError(tableFailure({ code: "empty-file" }));
    if (!isText || text === null) return;
    if (/^\[\s*\{/.test(text)) throw new TableError(tableFailure({ code: "json-array" }));
    const found = await foundIn(path, head, stat.size);
    if (OF_NO_TEXT.includes(found) || (format === "csv" && /^\{\s*"/.test(text)))
      throw new TableError(tableFailure({ code: "wrong-format", wanted: format, found }));
  } finally {
    await file.close();
  }
}

const OF_NO_TEXT: readonly FoundFormat[] = [
  "zip",
  "xlsx",
  "xlsb",
  "ods",
  "xls",
  "encrypted-office",
  "parquet",
  "encrypted-parquet",
  "gzip",
  "pdf",
  "html",
];

/** An archive larger than this is not opened to see what is in it. */
const MOST_BYTES = 32 * 2 ** 20;

async function foundIn(path: string, head: Uint8Array, size: number): Promise<FoundFormat> {
  const found = foundFormat(head);
  if ((found !== "zip" && found !== "xls") || size > MOST_BYTES) return found;
  const whole = await readFile(path);
  return found === "zip" ? archiveFormat(whole) : foundFormat(whole);
}

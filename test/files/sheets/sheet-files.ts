/** The same table of score sheets as a file of each format. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import writeExcelFile from "write-excel-file/node";
import type { SheetFormat } from "../../../src/files/sheets/sheet-format.js";
import { tableBytes } from "../../../src/files/tables/write-table.js";
import { bytesOf } from "../tables/collect.js";

export type SheetCell = string | number | null;

/** @param rows the header first */
export async function writeSheetFile(
  folder: string,
  format: SheetFormat,
  rows: readonly (readonly SheetCell[])[],
): Promise<string> {
  const path = join(folder, `sheets.${format}`);
  writeFileSync(path, await contentOf(format, rows));
  return path;
}

async function contentOf(
  format: SheetFormat,
  [header = [], ...rows]: readonly (readonly SheetCell[])[],
): Promise<string | Uint8Array> {
  switch (format) {
    case "csv":
      return [header, ...rows].map((row) => `${row.map((cell) => cell ?? "").join(",")}\n`).join("");
    case "ndjson":
      return rows.map((row) => `${JSON.stringify(Object.fromEntries(header.map((key, at) => [key, row[at]])))}\n`).join("");
    case "xlsx":
      return writeExcelFile([header, ...rows].map((row) => [...row])).toBuffer();
    case "parquet": {
      const columns = header.map((name, at) => ({
        name: String(name),
        label: { zh: "", en: "" },
        type: rows.every((row) => row[at] === null || Number.isInteger(row[at])) ? ("integer" as const) : ("text" as const),
      }));
      const cells = rows.map((row) =>
        row.map((cell, at) => (columns[at]?.type === "text" && cell !== null ? String(cell) : cell)),
      );
      return bytesOf(tableBytes("parquet", columns, cells));
    }
  }
}

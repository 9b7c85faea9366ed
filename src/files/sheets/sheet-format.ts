/** Formats that score sheets are read from. */

export const SHEET_FORMATS = ["csv", "ndjson", "xlsx", "parquet"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, SheetFormat>> = {
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  ndjson: "ndjson",
  jsonl: "ndjson",
  xlsx: "xlsx",
  parquet: "parquet",
};

/** By the name of the file; `null` where it does not tell. */
export function formatOf(path: string): SheetFormat | null {
  return EXTENSIONS[/\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""] ?? null;
}

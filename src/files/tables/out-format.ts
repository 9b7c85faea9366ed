/** Formats that tables are written in. */

export const OUT_FORMATS = ["csv", "json", "xlsx", "parquet"] as const;
export type OutFormat = (typeof OUT_FORMATS)[number];

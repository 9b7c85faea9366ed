/** What a log may be exported as. */

export const EXPORT_FORMATS = ["xes", "ndjson", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

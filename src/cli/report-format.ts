/** As what a run of cases is reported. */
export const REPORT_FORMATS = ["html", "junit", "json"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

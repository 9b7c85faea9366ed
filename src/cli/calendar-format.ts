/** What a calendar may be printed as. */

export const CALENDAR_FORMATS = ["text", "json", "ics", "csv"] as const;
export type CalendarFormat = (typeof CALENDAR_FORMATS)[number];

/** Civil days in China Standard Time, and the timestamps that XES has for them. */
import { formatDate, parseDate } from "../../kernel/date.js";

export interface Instant {
  /** `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
  /** Seconds since 1970-01-01T00:00Z, to be ordered by. */
  readonly seconds: number;
}

const DAY = 86_400;
const CHINA_STANDARD_TIME = 8 * 3600;

/** The offset may lack its colon, as some tools write it; it may not lack altogether, since then the day would be a guess. */
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** @param day `YYYY-MM-DD` */
export function timestampOf(day: string): string {
  return `${day}T00:00:00.000+08:00`;
}

/** @returns `null` where the text is no time of a calendar date between 1900-01-01 and 2199-12-31 with its offset */
export function parseTimestamp(text: string): Instant | null {
  const [, date = "", hour, minute, second, sign, offsetHour = 0, offsetMinute = 0] = TIMESTAMP.exec(text) ?? [];
  const day = parseDate(date);
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60;
  if (offset > 14 * 3600 || Number(offsetMinute) > 59) return null;
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const seconds = day * DAY + clock - (sign === "-" ? -offset : offset);
  return { day: formatDate(Math.floor((seconds + CHINA_STANDARD_TIME) / DAY)), seconds };
}

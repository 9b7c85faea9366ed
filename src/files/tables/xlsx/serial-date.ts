/** Days since 1900, with a fraction for the time of day, as ISO text. */

/** 9999-12-31, the last day a workbook knows. */
const LAST_DAY = 2_958_465;
const FIRST_OF_1904 = 1462;
const DAY_SECONDS = 86_400;
/** 1970-01-01 counted as a workbook counts it. */
const EPOCH_DAY = 25_569;
/** Workbooks take 1900 for a leap year. */
const NEVER_WAS = 60;

/**
 * @param from1904 whether days are counted from 1904
 * @returns `2022-12-12`; with its time where it has one, `2022-12-12T08:30:00`; a time alone, `08:30:00`, where there is no day;
 *   `null` where it is no date
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  const days = from1904 ? serial + FIRST_OF_1904 : serial;
  // To the second: the fraction of a day is never exact.
  const seconds = Math.round(days * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!(day >= 0 && day <= LAST_DAY)) return null;
  const [date, time] = at(day, seconds - day * DAY_SECONDS);
  if (day === 0 && !from1904) return time;
  return time === "00:00:00" ? date : `${date}T${time}`;
}

function at(day: number, secondOfDay: number): readonly [date: string, time: string] {
  const real = day < NEVER_WAS ? day + 1 : day;
  const iso = new Date(((real - EPOCH_DAY) * DAY_SECONDS + secondOfDay) * 1000).toISOString();
  return [day === NEVER_WAS ? "1900-02-29" : iso.slice(0, 10), iso.slice(11, 19)];
}

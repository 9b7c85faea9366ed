/**
 * Civil dates as whole days since 1970-01-01, so that they compare, add and store as integers.
 * Proleptic Gregorian calendar; no clock and no time zone: a civil date is what the calendar on the wall says.
 */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years most dates fall in, worked out once. */
const TABLE_START = 1800;
const YEAR_STARTS = Array.from({ length: 500 }, (_, index) => countDaysBeforeYear(TABLE_START + index));

/** First and last day a fact may name: 1900-01-01 and 2199-12-31. */
export const FIRST_DAY = dayOf(1900, 1, 1);
export const LAST_DAY = dayOf(2199, 12, 31);

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Days from 1970-01-01 to January 1 of `year`. */
function daysBeforeYear(year: number): number {
  return YEAR_STARTS[year - TABLE_START] ?? countDaysBeforeYear(year);
}

function countDaysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 719_162;
}

/** @param month 1..12 @param day 1..31, valid in that month */
export function dayOf(year: number, month: number, day: number): number {
  const leap = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leap + day - 1;
}

export function yearOf(day: number): number {
  const guess = Math.floor(day / 365.2425) + 1970;
  if (day < daysBeforeYear(guess)) return guess - 1;
  return day >= daysBeforeYear(guess + 1) ? guess + 1 : guess;
}

export function startOfYear(day: number): number {
  return daysBeforeYear(yearOf(day));
}

export function civilOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const year = yearOf(day);
  const inYear = day - daysBeforeYear(year);
  const leap = isLeapYear(year) ? 1 : 0;
  // A month starts no later than 31 days for each before it, so this is the month or the one after.
  let month = Math.floor(inYear / 31) + 1;
  const before = (of: number) => (DAYS_BEFORE_MONTH[of - 1] ?? 366) + (of > 2 ? leap : 0);
  if (month < 12 && inYear >= before(month + 1)) month += 1;
  return { year, month, day: inYear - before(month) + 1 };
}

/** The same calendar day `years` later; February 29 becomes February 28 where the year has none. */
export function addYears(day: number, years: number): number {
  const at = civilOf(day);
  const year = at.year + years;
  return dayOf(year, at.month, Math.min(at.day, daysInMonth(year, at.month)));
}

/** The same day of the month `months` later, or the last of a month that is shorter. */
export function addMonths(day: number, months: number): number {
  const at = civilOf(day);
  const passed = at.month - 1 + months;
  const year = at.year + Math.floor(passed / 12);
  const month = passed - Math.floor(passed / 12) * 12 + 1;
  return dayOf(year, month, Math.min(at.day, daysInMonth(year, month)));
}

/**
 * The earliest day `d` for which `addYears(d, years) >= day`: the first day of the window that looks back `years` from `day`.
 * From February 29 to a year without one it is March 1, since February 28 plus the years stays on February 28.
 */
export function subtractYears(day: number, years: number): number {
  const at = civilOf(day);
  const year = at.year - years;
  return at.day > daysInMonth(year, at.month) ? dayOf(year, at.month + 1, 1) : dayOf(year, at.month, at.day);
}

/** How many whole years have passed at the start of `to`; 0 when `to` is not later. */
export function wholeYears(from: number, to: number): number {
  if (to <= from) return 0;
  const start = civilOf(from);
  const years = yearOf(to) - start.year;
  const anniversary = dayOf(start.year + years, start.month, Math.min(start.day, daysInMonth(start.year + years, start.month)));
  return anniversary <= to ? years : years - 1;
}

/** @returns the day, or `null` where the text is no calendar date between 1900-01-01 and 2199-12-31, written `YYYY-MM-DD` */
export function parseDate(text: string): number | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** The number written in `text[from..to)`, or -1 where it is not all ASCII digits. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Days once written: the same ones recur from fact to fact and from decision to decision. */
const WRITTEN = new Map<number, string>();

/** @param day in the years 1 to 9999, which no computed date of a pack leaves */
export function formatDate(day: number): string {
  if (day < FIRST_DAY || day > LAST_DAY) return writeDate(day);
  const known = WRITTEN.get(day);
  if (known !== undefined) return known;
  const written = writeDate(day);
  WRITTEN.set(day, written);
  return written;
}

function writeDate(day: number): string {
  const at = civilOf(day);
  return `${String(at.year).padStart(4, "0")}-${at.month < 10 ? "0" : ""}${at.month}-${at.day < 10 ? "0" : ""}${at.day}`;
}

/**
 * Civil dates as the calendar writes them, year, month and day, with the plainest arithmetic that does.
 * It shares nothing with the kernel's day numbers, so that the two check each other.
 */

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** @param date `YYYY-MM-DD`; a computed date may lie outside 1900..2199 */
export function civilFrom(date: string): Civil {
  const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: string, b: string): number {
  const left = civilFrom(a);
  const right = civilFrom(b);
  return left.year - right.year || left.month - right.month || left.day - right.day;
}

/** The same day some years on; February 29 becomes February 28 where the year has none. */
export function addYears(date: string, years: number): string {
  const { year, month, day } = civilFrom(date);
  return write({ year: year + years, month, day: Math.min(day, lengthOfMonth(year + years, month)) });
}

/** The earliest day from which `years` years on reach `date`, found by trying the days of that month in turn. */
export function subtractYears(date: string, years: number): string {
  const { year, month } = civilFrom(date);
  let first = write({ year: year - years, month, day: 1 });
  while (compareDates(addYears(first, years), date) < 0) first = addDays(first, 1);
  return first;
}

export function addDays(date: string, days: number): string {
  let { year, month, day } = civilFrom(date);
  day += days;
  while (day < 1) {
    if (month === 1) year -= 1;
    month = month === 1 ? 12 : month - 1;
    day += lengthOfMonth(year, month);
  }
  while (day > lengthOfMonth(year, month)) {
    day -= lengthOfMonth(year, month);
    if (month === 12) year += 1;
    month = month === 12 ? 1 : month + 1;
  }
  return write({ year, month, day });
}

/** Anniversaries of `from` that have come round by `to`, counted one by one. */
export function wholeYears(from: string, to: string): number {
  let years = 0;
  while (compareDates(addYears(from, years + 1), to) <= 0) years += 1;
  return years;
}

export function startOfYear(date: string): string {
  return write({ year: civilFrom(date).year, month: 1, day: 1 });
}

export function yearOf(date: string): number {
  return civilFrom(date).year;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function write({ year, month, day }: Civil): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A slow calendar for checking the fast one: it walks from day to day, knowing only how long each month is. */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] as number);
}

export function nextDay(at: Day): Day {
  if (at.day < monthLength(at.year, at.month)) return { ...at, day: at.day + 1 };
  return at.month < 12 ? { year: at.year, month: at.month + 1, day: 1 } : { year: at.year + 1, month: 1, day: 1 };
}

export function textOf(at: Day): string {
  return `${String(at.year).padStart(4, "0")}-${String(at.month).padStart(2, "0")}-${String(at.day).padStart(2, "0")}`;
}

/** Every day of a span, in order. */
export function everyDay(first: Day, last: string): readonly Day[] {
  const days: Day[] = [first];
  for (let at = first; textOf(at) !== last; ) {
    at = nextDay(at);
    days.push(at);
  }
  return days;
}

/** The same day `years` on, the last of February where that month is a day short. */
export function anniversary(at: Day, years: number): Day {
  const year = at.year + years;
  return { year, month: at.month, day: Math.min(at.day, monthLength(year, at.month)) };
}

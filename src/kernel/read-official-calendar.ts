/** Arrangements of years as a caller writes them, unknown JSON; everything wrong with them at once. */
import { formatDate, parseDate } from "./date.js";
import { type Failure, pointerStep } from "./failure.js";
import { FailureList } from "./failure-list.js";
import { nearest } from "./nearest.js";
import { type Arrangement, arrangementYear, isWeekend, type OfficialCalendar } from "./official-calendar.js";
import { isRecord } from "./read-facts.js";

export type ReadOfficialCalendar =
  | { readonly ok: true; readonly calendar: OfficialCalendar }
  | { readonly ok: false; readonly errors: readonly Failure[] };

const LISTS = ["holidays", "workdays"] as const;
type List = (typeof LISTS)[number];

/** More off than worked is no arrangement of a year; and periods that never meet a day that is worked are counted without end. */
const MOST_HOLIDAYS = 180;

/** Enough mistakes to make a point; looking for what a hundredth unknown member may have meant helps nobody. */
const NEAREST_LIMIT = 100;

/**
 * @param value arrangements by years, each with both lists: a list that was forgotten would be none in silence
 * @param pointer where `value` stands in what was asked, as a JSON Pointer
 * @returns the calendar, or everything that is wrong with it, from top to bottom
 * @example readOfficialCalendar({ "2027": { holidays: ["2027-01-01"], workdays: ["2027-01-30"] } })
 */
export function readOfficialCalendar(value: unknown, pointer = ""): ReadOfficialCalendar {
  const failures = new FailureList();
  const calendar = new Map<number, Arrangement>();
  if (!isRecord(value)) failures.add(pointer, { code: "not-an-object", found: value });
  else {
    for (const [year, arrangement] of Object.entries(value)) {
      const at = pointer + pointerStep(year);
      if (isYear(year)) calendar.set(Number(year), readArrangement(arrangement, Number(year), at, failures));
      else failures.add(at, { code: "not-a-year", found: year });
    }
  }
  return failures.length === 0 ? { ok: true, calendar } : { ok: false, errors: failures.all() };
}

/** Those whose dates are read. */
function isYear(text: string): boolean {
  return /^(19|20|21)[0-9]{2}$/.test(text);
}

function readArrangement(value: unknown, year: number, pointer: string, failures: FailureList): Arrangement {
  const arrangement = { holidays: new Set<number>(), workdays: new Set<number>() };
  if (!isRecord(value)) {
    failures.add(pointer, { code: "not-an-object", found: value });
    return arrangement;
  }
  for (const name of Object.keys(value)) {
    if ((LISTS as readonly string[]).includes(name)) continue;
    const near = failures.length < NEAREST_LIMIT ? nearest(name, LISTS) : null;
    failures.add(pointer + pointerStep(name), { code: "unknown-member", name, near });
  }
  for (const name of LISTS) {
    if (!Object.hasOwn(value, name)) failures.add(pointer, { code: "missing-member", name });
  }
  const seen = new Map<number, Place>();
  for (const list of LISTS) {
    const entries = value[list];
    if (list === "holidays" && Array.isArray(entries) && entries.length > MOST_HOLIDAYS) {
      failures.add(`${pointer}/${list}`, { code: "too-many-rows", found: entries.length, max: MOST_HOLIDAYS });
    } else if (Array.isArray(entries)) {
      entries.forEach((entry, index) => {
        const day = readDay(entry, year, { list, pointer: `${pointer}/${list}/${index}` }, seen, failures);
        if (day !== null) arrangement[list].add(day);
      });
    } else if (entries !== undefined) failures.add(`${pointer}/${list}`, { code: "not-a-list", found: entries });
  }
  return arrangement;
}

interface Place {
  readonly list: List;
  readonly pointer: string;
}

/** @returns `null` where it is no date; what else is wrong with it is reported */
function readDay(entry: unknown, year: number, at: Place, seen: Map<number, Place>, failures: FailureList): number | null {
  const day = typeof entry === "string" ? parseDate(entry) : null;
  if (day === null) {
    failures.add(at.pointer, { code: "not-a-date", found: entry });
    return null;
  }
  const found = formatDate(day);
  const belongs = arrangementYear(day);
  if (belongs !== year) failures.add(at.pointer, { code: "other-year", found, year: belongs });
  if (at.list === "workdays" && !isWeekend(day)) failures.add(at.pointer, { code: "not-a-weekend", found });
  const first = seen.get(day);
  if (first === undefined) seen.set(day, at);
  else failures.add(at.pointer, { code: first.list === at.list ? "day-twice" : "off-and-worked", found, first: first.pointer });
  return day;
}

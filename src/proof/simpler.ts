/** A case as a person would make it up: a solver writes rows that nobody asked for, and dates of any century. */
import type { JsonValue } from "../kernel/answer.js";
import { addYears, formatDate, parseDate, yearOf } from "../kernel/date.js";

/** What of a question is made simpler. */
export interface Shown {
  readonly asOf: string;
  readonly facts: { readonly [name: string]: JsonValue };
}

/** Names and positions, from the outermost. */
type Place = readonly string[];

/** A date may hold another back until that has moved itself. */
const ROUNDS = 3;

/**
 * @param near `YYYY-MM-DD`, towards whose year dates are moved
 * @param shows whether something still shows the same; what is given does
 * @returns what shows the same, with no row that it can do without, and each date as near as it comes by whole years
 */
export function simpler(shown: Shown, near: string, shows: (shown: Shown) => boolean): Shown {
  const year = yearOf(parseDate(near) ?? 0);
  let found = withoutSpareRows(shown, shows);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const group of groupsOf(found, year)) found = withNearer(found, group, year, shows);
    found = withoutSpareRows(found, shows);
  }
  return found;
}

function withoutSpareRows(shown: Shown, shows: (shown: Shown) => boolean): Shown {
  let found = shown;
  for (const [name, value] of Object.entries(shown.facts)) {
    if (!Array.isArray(value)) continue;
    for (let at = value.length - 1; at >= 0; at -= 1) {
      const rows = found.facts[name] as readonly JsonValue[];
      const fewer = { ...found, facts: { ...found.facts, [name]: rows.toSpliced(at, 1) } };
      if (shows(fewer)) found = fewer;
    }
  }
  return found;
}

function datesIn(value: JsonValue, place: Place = []): readonly Place[] {
  if (typeof value === "string") return parseDate(value) === null ? [] : [place];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => datesIn(member, [...place, name]));
}

/** Dates that are moved together: all that are later, all that are earlier, and each alone. */
function groupsOf(shown: Shown, year: number): readonly (readonly Place[])[] {
  const places = datesIn({ ...shown });
  const yearAt = (place: Place) => yearOf(dayAt(shown, place));
  const later = places.filter((place) => yearAt(place) > year);
  const earlier = places.filter((place) => yearAt(place) < year);
  return [later, earlier, ...places.map((place) => [place])];
}

/** All the way, until the first of them is in the year, where that still shows it; or else half of the way, and so on. */
function withNearer(shown: Shown, places: readonly Place[], year: number, shows: (shown: Shown) => boolean): Shown {
  const [nearest = 0] = places.map((place) => yearOf(dayAt(shown, place)) - year).sort((a, b) => Math.abs(a) - Math.abs(b));
  for (let back = nearest; back !== 0; back = Math.trunc(back / 2)) {
    const moved = places.reduce((found, place) => withMoved(found, place, -back), shown);
    if (shows(moved)) return withNearer(moved, places, year, shows);
  }
  return shown;
}

function withMoved(shown: Shown, place: Place, years: number): Shown {
  return withValueAt({ ...shown }, place, formatDate(addYears(dayAt(shown, place), years))) as unknown as Shown;
}

function dayAt(shown: Shown, place: Place): number {
  return parseDate(valueAt({ ...shown }, place) as string) ?? 0;
}

function valueAt(value: JsonValue, place: Place): JsonValue {
  return place.reduce((of, name) => (of as Readonly<Record<string, JsonValue>>)[name] ?? null, value);
}

function withValueAt(value: JsonValue, place: Place, to: JsonValue): JsonValue {
  const [name, ...rest] = place;
  if (name === undefined) return to;
  const member = withValueAt(valueAt(value, [name]), rest, to);
  return Array.isArray(value) ? value.with(Number(name), member) : { ...(value as object), [name]: member };
}

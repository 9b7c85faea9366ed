/** The official calendar of the State Council's yearly arrangements, as the package `chinese-days` has them. */
import { parseDate } from "../kernel/date.js";
import { arrangementYear, type OfficialCalendar } from "../kernel/official-calendar.js";

type Changing = { readonly holidays: Set<number>; readonly workdays: Set<number> };

let loading: Promise<OfficialCalendar> | undefined;

/**
 * Every year that the package has, 2004 to 2026 in its version 1.5.7. Its table is read and its functions are not asked: for a
 * year that it does not know they answer as if that had no holidays, and west of Greenwich they take a date for the day before.
 * @param own arrangements that add years, or stand in place of whole years that are known
 * @returns the same calendar each time where there is none of one's own; the package is loaded once, when it is first asked for
 * @throws Error where the package's table holds what is no date
 */
export async function loadOfficialCalendar(own?: OfficialCalendar): Promise<OfficialCalendar> {
  loading ??= readTable();
  const official = await loading;
  return own === undefined || own.size === 0 ? official : new Map([...official, ...own]);
}

async function readTable(): Promise<OfficialCalendar> {
  const { default: table } = await import("chinese-days/dist/chinese-days.json", { with: { type: "json" } });
  const calendar = new Map<number, Changing>();
  for (const list of ["holidays", "workdays"] as const) {
    for (const text of Object.keys(table[list])) {
      const day = parseDate(text);
      if (day === null) throw new Error(`chinese-days: \`${text}\` is no date`);
      const year = arrangementYear(day);
      const arrangement = calendar.get(year) ?? { holidays: new Set(), workdays: new Set() };
      calendar.set(year, arrangement);
      arrangement[list].add(day);
    }
  }
  return calendar;
}

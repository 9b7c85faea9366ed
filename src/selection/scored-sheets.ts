/** Packed sheets to what each of them comes to. */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import { MISSING, NO_TOTAL } from "../scoring/layout.js";
import type { Scorer } from "../scoring/scorer.js";
import type { ScoredSheet, SheetPoints } from "./score-answer.js";

export type SheetScores = Pick<ScoredSheet, "total" | "range" | "categories" | "missing">;

/** @returns what gives, of packed sheets, each of them in turn */
export function sheetScores(
  criteria: Criteria,
  scorer: Pick<Scorer, "layout" | "totals" | "bounds" | "subtotals">,
): (sheets: Uint8Array) => readonly SheetScores[] {
  const { stride, top } = scorer.layout;
  const clauses = itemsOf(criteria).map(({ clause }) => clause);
  const categories = criteria.categories.map(({ clause }) => clause);
  const points = (units: number) => sheetPoints(units, top);
  return (sheets) => {
    const totals = scorer.totals(sheets);
    const subtotals = scorer.subtotals(sheets);
    const bounds = totals.includes(NO_TOTAL) ? scorer.bounds(sheets) : null;
    return Array.from(totals, (total, at): SheetScores => {
      const own = categories.map((clause, category) => {
        const units = subtotals[at * categories.length + category] as number;
        return [clause, units === NO_TOTAL ? null : points(units)] as const;
      });
      const byCategory = Object.fromEntries(own);
      if (total !== NO_TOTAL || bounds === null) return { total: points(total), categories: byCategory, missing: [] };
      const range = { least: points(bounds[2 * at] as number), greatest: points(bounds[2 * at + 1] as number) };
      const missing = clauses.filter((_, item) => sheets[at * stride + item] === MISSING);
      return { total: null, range, categories: byCategory, missing };
    });
  };
}

/** @param units points over `top`, at most 2^31 */
export function sheetPoints(units: number, top: number): SheetPoints {
  const hundredths = Math.floor((200 * units + top) / (2 * top));
  const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
  return { text, units };
}

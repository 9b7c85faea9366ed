/**
 * Units of whole numbers. A measure (a span of time, an amount of money) fits only itself. Every other unit names what is
 * counted, and counts fit each other: a number of awards may be compared with a number of applicants, and money for each
 * award times a number of awards is money. A number written out has no unit, `null`, and fits any.
 */
export type Unit = string | null;

const MEASURES: ReadonlySet<string> = new Set([
  "year",
  "month",
  "week",
  "day",
  "working-day",
  "hour",
  "minute",
  "fen",
  "yuan",
  "percent",
  "permille",
  "point",
  "centipoint",
]);

/** Of `count`: whatever is in the list. */
export const COUNT = "count";

export function isMeasure(unit: Unit): unit is string {
  return unit !== null && MEASURES.has(unit);
}

/** Whether two numbers of these units may be compared or added. */
export function agree(a: Unit, b: Unit): boolean {
  return a === null || b === null || a === b || (!isMeasure(a) && !isMeasure(b));
}

/** What one sheet comes to, in points over the top of the scale. */
import { type Criteria, itemsOf } from "../../kernel/criteria.js";

/** A score an item, in the order of the criteria; `null` where it was not scored. */
export type Sheet = readonly (number | null)[];

/** @returns `null` where an item was not scored */
export function total(criteria: Criteria, sheet: Sheet): bigint | null {
  return sumOf(itemPoints(criteria, sheet));
}

/** Of each item. */
export function itemPoints(criteria: Criteria, sheet: Sheet): readonly (bigint | null)[] {
  return itemsOf(criteria).map(({ points }, item) => {
    const score = sheet[item] ?? null;
    return score === null ? null : BigInt(points) * BigInt(score);
  });
}

/** Of each category. */
export function subtotals(criteria: Criteria, sheet: Sheet): readonly (bigint | null)[] {
  const points = itemPoints(criteria, sheet);
  let begin = 0;
  return criteria.categories.map(({ items }) => {
    const own = points.slice(begin, begin + items.length);
    begin += items.length;
    return sumOf(own);
  });
}

/** The least and the greatest total, whatever the items come to that were not scored. */
export function bounds(criteria: Criteria, sheet: Sheet): readonly [least: bigint | null, greatest: bigint | null] {
  const { min, max } = criteria.scale;
  const filled = (score: number) => itemsOf(criteria).map((_, item) => sheet[item] ?? score);
  return [total(criteria, filled(min)), total(criteria, filled(max))];
}

function sumOf(parts: readonly (bigint | null)[]): bigint | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0n);
}

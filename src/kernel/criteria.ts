/** The criteria by which applicants are scored: the shape of `criteria.json`. */
import type { Text } from "./text.js";

export interface Criteria {
  /** The standard the criteria are taken from: `GB/T 19580-2012`. */
  readonly standard: string;
  /** Where the points come from: `GB/Z 19579-2012`. */
  readonly pointsFrom: string;
  /** For whoever reads the file. */
  readonly note?: string;
  /** Points of all items together, as the standard states them: a slip in one item shows. */
  readonly total?: number;
  readonly categories: readonly Category[];
  readonly scale: Scale;
  /** Steps of the scale that reviewers think in, lowest first. */
  readonly bands?: readonly Band[];
  /** What is looked at in items of each kind. */
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
}

export interface Category {
  /** `4.1` */
  readonly clause: string;
  readonly title: Text;
  /** Of its items together. */
  readonly points: number;
  /** One of `dimensions`, where these are given. */
  readonly kind?: string;
  readonly items: readonly CriteriaItem[];
}

/** What one value of a score sheet is given for. */
export interface CriteriaItem {
  /** `4.1.2`; with both titles it names the item and no other. */
  readonly clause: string;
  readonly title: Text;
  /** Most points: those of the value `scale.max`. */
  readonly points: number;
}

/** The values a reviewer may give: `min`, `min + step`, … `max`. Points earned are points × value ÷ `max`. */
export interface Scale {
  readonly unit: "percent" | "mark";
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Both ends are in it. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** The items in order: the columns of a score sheet. */
export function itemsOf({ categories }: Pick<Criteria, "categories">): readonly CriteriaItem[] {
  return categories.flatMap(({ items }) => items);
}

/** Most points of a score sheet. */
export function totalPoints(criteria: Pick<Criteria, "categories">): number {
  return itemsOf(criteria).reduce((sum, { points }) => sum + points, 0);
}

/** Far more than any standard has. */
export const MAX_ITEMS = 512;

/** So that a hundred million sheets add up within the integers held exactly, in hundredths of a point. */
export const MAX_TOTAL = 8_000_000;

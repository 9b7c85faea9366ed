/** How a sheet is packed for the module (`wasm/README.md`). */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import { GREATEST, isWhole } from "./whole.js";

/** A sheet takes a multiple of these bytes. */
const LANE_BYTES = 16;

/** The byte of an item that was not scored. */
export const MISSING = 255;

/** Stands in place of a total that cannot be given, since an item was not scored. */
export const NO_TOTAL = -1;

/** One byte an item in the order of the criteria, then zeros; with what the module must know of the criteria. */
export interface Layout {
  /** Items of a sheet. */
  readonly items: number;
  /** Bytes of a sheet. */
  readonly stride: number;
  /** Points by byte of a sheet, zeros after the last item. */
  readonly weights: Int16Array;
  /** Place of its category by item. */
  readonly categories: Uint16Array;
  readonly categoryCount: number;
  /** A score is `least`, `least + step`, … `top`; totals are counted in points over `top`: hundredths, where it is 100. */
  readonly least: number;
  readonly top: number;
  readonly step: number;
}

const GREATEST_POINTS = 0x7fff;
const GREATEST_SCORE = MISSING - 1;

/** @throws RangeError where something lacks, or the module has no room for such numbers; criteria of a checked pack fit */
export function layoutOf(criteria: Criteria): Layout {
  requireMembers(criteria);
  const { min, max, step } = criteria.scale;
  const items = itemsOf(criteria);
  const total = items.reduce((sum, { points }) => sum + points * max, 0);
  if (
    items.length === 0 ||
    !items.every(({ points }) => isWhole(points, 0, GREATEST_POINTS)) ||
    !(isWhole(max, 1, GREATEST_SCORE) && isWhole(min, 0, max) && isWhole(step, 1, max)) ||
    total > GREATEST
  ) {
    throw new RangeError(
      `criteria: points are 0..${GREATEST_POINTS}, scores 0..${GREATEST_SCORE}, whole, and points × score below 2^31`,
    );
  }
  const stride = Math.ceil(items.length / LANE_BYTES) * LANE_BYTES;
  const weights = new Int16Array(stride);
  weights.set(items.map(({ points }) => points));
  const categories = criteria.categories.flatMap((category, place) => category.items.map(() => place));
  return {
    items: items.length,
    stride,
    weights,
    categories: Uint16Array.from(categories),
    categoryCount: criteria.categories.length,
    least: min,
    top: max,
    step,
  };
}

/** What another than a checked pack may lack; `criteria` of a pack without them is `undefined`. */
function requireMembers(criteria: Criteria | undefined): void {
  for (const member of ["scale", "categories"] as const)
    if (!criteria?.[member]) throw new RangeError(`criteria without ${member}`);
  if (!criteria?.categories.every(({ items }) => items)) throw new RangeError("a category without items");
}

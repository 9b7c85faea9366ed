/** How the rules use a field of a list, and with it which of its values they can tell apart. */
import type { ScalarType } from "../model.js";
import { boundsOf } from "../names.js";
import type { Value } from "../node.js";
import type { State } from "../state.js";

/** Filled while a decision is compiled, read when it is made. */
export interface FieldUse {
  readonly type: ScalarType;
  /** Values it is compared with. */
  readonly cuts: Value[];
  /** It goes into a `latest`, `earliest` or `sum`. */
  folded: boolean;
}

export function isUsed(use: FieldUse): boolean {
  return use.folded || use.cuts.length > 0;
}

/**
 * Values of the field such that no comparison tells any other from one of them; only "unknown" where nothing uses it.
 * @param more further values to try of a number or date, where it is folded
 */
export function fieldValues(use: FieldUse, state: State, more: readonly number[]): readonly number[] {
  if (!isUsed(use)) return [Number.NaN];
  const { low, high: highest, notAfter } = boundsOf(use.type);
  const high = notAfter === null ? highest : Math.min(highest, state.scalars[notAfter] as number);
  if (use.type.type === "boolean" || use.type.type === "enum") {
    return Array.from({ length: high - low + 1 }, (_, index) => low + index);
  }
  const cuts = use.cuts.flatMap((cut) => [cut.low(state, null), cut.high(state, null)]);
  const near = [...cuts, ...(use.folded ? more : [])].flatMap((value) => [value - 1, value, value + 1]);
  return [...new Set([low, high, ...near])].filter((value) => value >= low && value <= high);
}

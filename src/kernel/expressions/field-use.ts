/** How the rules use a field of a list, and with it which of its values they can tell apart. */
import type { ScalarType } from "../model.js";
import { boundsOf } from "../names.js";
import type { Value } from "../node.js";
import type { State } from "../state.js";
import { highest } from "./leaf.js";

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

/** Values of the field such that no comparison tells any other from one of them; only "unknown" where nothing uses it. */
export function fieldValues(use: FieldUse, state: State): readonly number[] {
  if (!isUsed(use)) return [Number.NaN];
  const bounds = boundsOf(use.type);
  const high = highest(state, bounds);
  const values: number[] = [];
  const add = (value: number) => {
    if (value >= bounds.low && value <= high && !values.includes(value)) values.push(value);
  };
  if (use.type.type === "boolean" || use.type.type === "enum") {
    for (let value = bounds.low; value <= high; value += 1) values.push(value);
    return values;
  }
  add(bounds.low);
  add(high);
  for (const cut of use.cuts) {
    const [least, greatest] = [cut.low(state, null), cut.high(state, null)];
    for (let step = -1; step <= 1; step += 1) {
      add(least + step);
      add(greatest + step);
    }
  }
  return values;
}

/** As above, and beside them what may tell apart values that are folded. */
export function foldedValues(use: FieldUse, state: State, more: readonly number[]): readonly number[] {
  if (!use.folded || use.type.type === "boolean" || use.type.type === "enum") return fieldValues(use, state);
  const bounds = boundsOf(use.type);
  const high = highest(state, bounds);
  const near = more.flatMap((value) => [value - 1, value, value + 1]).filter((value) => value >= bounds.low && value <= high);
  return [...new Set([...fieldValues(use, state), ...near])];
}

/** What a question says of every name of a pack, as JSON: given facts, derived facts, parameters, readings and the day. */
import type { JsonValue } from "../kernel/answer.js";
import type { Names } from "../kernel/names.js";

export interface Values {
  readonly names: Names;
  readonly readings: ReadonlyMap<string, string>;
  /** `null` where unknown: not given, or derived from something that is not. */
  value(name: string): JsonValue;
  /** Rows of a list, every field present; `null` where the list is unknown. */
  rows(list: string): readonly Cells[] | null;
}

/** One row, by field; `null` is unknown. */
export type Cells = Readonly<Record<string, JsonValue>>;

/** Values that stand for themselves: constants, scalars of the state and fields of a row. */
import type { Value } from "../node.js";
import type { State } from "../state.js";

export function constant(value: number): Value {
  const at = () => value;
  return { constant: value, at, low: at, high: at, open() {} };
}

/** The least and greatest value a scalar of some type may have; a date that is past ends at `asOf`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Slot of `asOf` where the value may not be later. */
  readonly notAfter: number | null;
}

export function scalar(slot: number, bounds: Bounds): Value {
  const source = { kind: "scalar", at: slot, row: -1, field: -1 } as const;
  return {
    slot,
    at: (state) => state.scalars[slot] as number,
    low: (state) => known(state.scalars[slot] as number, () => known(bound(state, 2 * slot), () => bounds.low)),
    high: (state) => known(state.scalars[slot] as number, () => known(bound(state, 2 * slot + 1), () => highest(state, bounds))),
    open: (_state, _row, sink) => sink(source),
  };
}

/** A field of the row at hand. Of a row of which nothing is known the list itself is the open source, reported by its reader. */
export function field(list: number, index: number, bounds: Bounds): Value {
  return {
    at: (_state, row) => (row === null ? Number.NaN : (row.cells[index] as number)),
    low: (_state, row) => known(row === null ? Number.NaN : (row.cells[index] as number), () => bounds.low),
    high: (state, row) => known(row === null ? Number.NaN : (row.cells[index] as number), () => highest(state, bounds)),
    open(_state, row, sink) {
      if (row !== null && row.index >= 0) sink({ kind: "cell", at: list, row: row.index, field: index });
    },
  };
}

function known(value: number, otherwise: () => number): number {
  return value === value ? value : otherwise();
}

function bound(state: State, place: number): number {
  return state.bounds === null ? Number.NaN : (state.bounds[place] as number);
}

/** The greatest value that a scalar of which nothing is known may have. */
export function highest(state: State, { high, notAfter }: Bounds): number {
  if (notAfter === null) return high;
  const latest = state.scalars[notAfter] as number;
  return Math.min(high, latest === latest ? latest : bound(state, 2 * notAfter + 1));
}

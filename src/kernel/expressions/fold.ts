/** `latest`, `earliest` and `sum` of values, and of a field of the rows of a list. */
import { openValue, type Value } from "../node.js";
import type { Row, Sink, State } from "../state.js";
import { TRUE, UNKNOWN } from "../truth.js";
import { type Each, openRow, rowTruth, visitRows } from "./rows.js";

export interface Parts {
  /** At least one for `latest` and `earliest`, so that there is always a value. */
  readonly values: readonly Value[];
  readonly each: readonly Each[];
}

export function latest(parts: Parts): Value {
  const low = (state: State, row: Row | null) => {
    let bound = Number.NEGATIVE_INFINITY;
    for (const value of parts.values) bound = Math.max(bound, value.low(state, row));
    for (const each of parts.each) {
      visitRows(each, state, (at, truth) => {
        if (truth === TRUE) bound = Math.max(bound, each.field.low(state, at));
      });
    }
    return bound;
  };
  const high = (state: State, row: Row | null) => {
    let bound = Number.NEGATIVE_INFINITY;
    for (const value of parts.values) bound = Math.max(bound, value.high(state, row));
    for (const each of parts.each) {
      visitRows(each, state, (at) => {
        bound = Math.max(bound, each.field.high(state, at));
      });
    }
    return bound;
  };
  return {
    isLumpy: true,
    at: folded(parts, Number.NEGATIVE_INFINITY, Math.max, low, high),
    low,
    high,
    open(state, row, sink) {
      const floor = low(state, row);
      openParts(parts, state, row, sink, (value, at) => value.high(state, at) > floor);
    },
  };
}

export function earliest(parts: Parts): Value {
  const low = (state: State, row: Row | null) => {
    let bound = Number.POSITIVE_INFINITY;
    for (const value of parts.values) bound = Math.min(bound, value.low(state, row));
    for (const each of parts.each) {
      visitRows(each, state, (at) => {
        bound = Math.min(bound, each.field.low(state, at));
      });
    }
    return bound;
  };
  const high = (state: State, row: Row | null) => {
    let bound = Number.POSITIVE_INFINITY;
    for (const value of parts.values) bound = Math.min(bound, value.high(state, row));
    for (const each of parts.each) {
      visitRows(each, state, (at, truth) => {
        if (truth === TRUE) bound = Math.min(bound, each.field.high(state, at));
      });
    }
    return bound;
  };
  return {
    isLumpy: true,
    at: folded(parts, Number.POSITIVE_INFINITY, Math.min, low, high),
    low,
    high,
    open(state, row, sink) {
      const ceiling = high(state, row);
      openParts(parts, state, row, sink, (value, at) => value.low(state, at) < ceiling);
    },
  };
}

export function sum(parts: Parts): Value {
  const low = (state: State, row: Row | null) => {
    let total = 0;
    for (const value of parts.values) total += value.low(state, row);
    for (const each of parts.each) {
      visitRows(each, state, (at, truth) => {
        const least = each.field.low(state, at);
        if (truth === TRUE) total += least;
        else total += Math.min(0, least) * (at.index < 0 ? each.maxItems : 1);
      });
    }
    return total;
  };
  const high = (state: State, row: Row | null) => {
    let total = 0;
    for (const value of parts.values) total += value.high(state, row);
    for (const each of parts.each) {
      visitRows(each, state, (at, truth) => {
        const greatest = each.field.high(state, at);
        if (truth === TRUE) total += greatest;
        else total += Math.max(0, greatest) * (at.index < 0 ? each.maxItems : 1);
      });
    }
    return total;
  };
  return {
    isLumpy: true,
    at: folded(parts, 0, (total, value) => total + value, low, high),
    low,
    high,
    open: (state, row, sink) =>
      openParts(parts, state, row, sink, (value, at) => value.low(state, at) !== 0 || value.high(state, at) !== 0),
  };
}

/** The parts put together one by one where all are known, as they mostly are; else the bounds tell, where they meet. */
function folded(
  parts: Parts,
  start: number,
  join: (sofar: number, value: number) => number,
  low: Value["low"],
  high: Value["high"],
): Value["at"] {
  return (state, row) => {
    const value = joined(parts, start, join, state, row);
    if (value === value) return value;
    const least = low(state, row);
    return least === high(state, row) ? least : Number.NaN;
  };
}

/** `NaN` where a part is unknown, or whether it counts. */
function joined(
  parts: Parts,
  start: number,
  join: (sofar: number, value: number) => number,
  state: State,
  row: Row | null,
): number {
  let sofar = start;
  for (const value of parts.values) sofar = join(sofar, value.at(state, row));
  for (const each of parts.each) {
    const rows = state.lists[each.list];
    if (rows === null || rows === undefined) return Number.NaN;
    for (const at of rows) {
      const truth = rowTruth(each, state, at);
      if (truth === UNKNOWN) return Number.NaN;
      if (truth === TRUE) sofar = join(sofar, each.field.at(state, at));
    }
  }
  return sofar;
}

/** Opens each part that is unknown and can still move the result. */
function openParts(
  parts: Parts,
  state: State,
  row: Row | null,
  sink: Sink,
  matters: (value: Value, row: Row | null) => boolean,
): void {
  for (const value of parts.values) if (matters(value, row)) openValue(value, state, row, sink);
  for (const each of parts.each) {
    visitRows(each, state, (at, truth) => {
      if (!matters(each.field, at)) return;
      if (truth === UNKNOWN) openRow(each, state, at, sink);
      // The field's own condition narrows what it may be worth, so a list that is unknown must be tried.
      if (each.isTied && at.index < 0) openRow(each, state, at, sink);
      openValue(each.field, state, at, sink);
    });
  }
}

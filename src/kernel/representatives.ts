/** Values of an unknown source that stand for all others: one for each stretch of values the conditions cannot tell apart. */
import { addYears, FIRST_DAY, startOfYear } from "./date.js";
import { type FieldUse, fieldValues, foldedValues } from "./expressions/field-use.js";
import { highest } from "./expressions/leaf.js";
import type { ScalarType } from "./model.js";
import { AS_OF_SLOT, boundsOf, type Name } from "./names.js";
import type { Plan } from "./plan.js";
import type { Row, Source, State } from "./state.js";

/** A value of a scalar or cell, or the rows of a list. */
export type Candidate = number | readonly Row[];

/** Integers of no wider range are tried one by one. */
const EVERY_NUMBER = 64;
/** Kinds of rows, past which lists of one row only are tried. */
const PAIR_LIMIT = 40;

/** @param unknown every source met, since values may be compared with one another */
export function representatives(source: Source, plan: Plan, state: State, unknown: readonly Source[]): Iterable<Candidate> {
  if (source.kind === "list") return listRepresentatives(source.at, plan, state);
  return scalarRepresentatives(typeOf(source, plan), plan, state, unknown);
}

function* scalarRepresentatives(type: ScalarType, plan: Plan, state: State, unknown: readonly Source[]): Iterable<number> {
  const bounds = boundsOf(type);
  const { low } = bounds;
  const high = highest(state, bounds);
  if (type.type === "boolean" || type.type === "enum" || (type.type === "integer" && high - low <= EVERY_NUMBER)) {
    for (let value = low; value <= high; value += 1) yield value;
    return;
  }
  // The ends first: they are the likeliest to differ, and the others are worked out only if they do not.
  yield low;
  yield high;
  const beside = unknown.filter((source) => source.kind !== "list" && typeOf(source, plan).type === type.type).length;
  const { one, two } = plan.yearOffsets;
  const values =
    type.type === "date" ? turningDays(plan, state, beside > 1 ? two : one, low) : turningNumbers(plan, state, beside + 1);
  for (const value of values) if (value > low && value < high) yield value;
}

/** Known and declared numbers, and those up to `reach` away. */
function turningNumbers(plan: Plan, state: State, reach: number): readonly number[] {
  const around = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const near = [...plan.constants, ...knownNumbers(plan, state)].flatMap((number) => around.map((step) => number + step));
  return [...new Set(near)];
}

/**
 * Days on which a condition over dates may change: known days some declared number of years away, and the days around them.
 * @param from days before it are left out
 * @returns in order, each once
 */
export function turningDays(plan: Plan, state: State, offsets: readonly number[], from: number): readonly number[] {
  const days: number[] = [];
  for (const known of knownDays(plan, state)) {
    for (const offset of offsets) {
      const day = addYears(known, offset);
      const nextNewYear = startOfYear(addYears(day, 1));
      if (nextNewYear < from) continue;
      const newYear = startOfYear(day);
      days.push(day - 1, day, day + 1, day + 2, newYear - 1, newYear, nextNewYear);
    }
  }
  days.sort((a, b) => a - b);
  return days.filter((day, index) => day >= from && day !== days[index - 1]);
}

/**
 * No row, each kind of row the rules can tell apart, and where they are few enough each pair of rows; made as they are asked
 * for, and those that only matter to a value folded over rows last.
 */
function* listRepresentatives(list: number, plan: Plan, state: State): Iterable<Candidate> {
  const uses = plan.uses[list] ?? [];
  const row = (index: number, cells: readonly number[]): Row => ({ list, index, cells: [...cells] });
  yield [];
  const compared = uses.map((use) => fieldValues(use, state));
  for (const cells of combinations(compared)) yield [row(0, cells)];
  const values = uses.some((use) => use.folded) ? withFolded(uses, plan, state) : compared;
  for (const cells of combinations(values)) {
    if (cells.some((value, field) => !compared[field]?.includes(value))) yield [row(0, cells)];
  }
  const kinds = values.reduce((product, each) => product * each.length, 1);
  if (kinds > PAIR_LIMIT || plan.names.lists[list]?.maxItems === 1) return;
  for (const first of combinations(values)) for (const second of combinations(values)) yield [row(0, first), row(1, second)];
}

function withFolded(uses: readonly FieldUse[], plan: Plan, state: State): readonly (readonly number[])[] {
  const numbers = [...plan.constants, ...knownNumbers(plan, state)];
  const isDay = (use: FieldUse) => use.type.type === "date";
  const days = uses.some((use) => use.folded && isDay(use)) ? turningDays(plan, state, plan.yearOffsets.one, FIRST_DAY) : [];
  return uses.map((use) => foldedValues(use, state, isDay(use) ? days : numbers));
}

function* combinations(values: readonly (readonly number[])[]): Iterable<readonly number[]> {
  const [first, ...rest] = values;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const value of first) for (const others of combinations(rest)) yield [value, ...others];
}

function typeOf(source: Source, plan: Plan): ScalarType {
  for (const name of plan.reads) {
    if (source.kind === "scalar" && name.source === "given" && name.slot === source.at) return name.fact;
    if (source.kind === "cell" && name.source === "given-list" && name.list === source.at) {
      return name.fact.fields[source.field] as ScalarType;
    }
  }
  return { type: "boolean" };
}

function knownDays(plan: Plan, state: State): Set<number> {
  return new Set([
    ...knownOfType(plan, state, "date"),
    ...knownDerived(plan, state, "date"),
    state.scalars[AS_OF_SLOT] as number,
  ]);
}

function knownNumbers(plan: Plan, state: State): readonly number[] {
  return [...knownOfType(plan, state, "integer"), ...knownDerived(plan, state, "integer")];
}

/** Known values of derived facts of one type: what is unknown may be compared with them, as with what is given. */
function knownDerived(plan: Plan, state: State, type: ScalarType["type"]): readonly number[] {
  return plan.reads.flatMap((name) => {
    if (name.source !== "derived" || name.type.type !== type) return [];
    const value = state.scalars[name.slot] as number;
    return value === value ? [value] : [];
  });
}

/** Known values of the plan's given facts and cells of one type. */
function knownOfType(plan: Plan, state: State, type: ScalarType["type"]): readonly number[] {
  const known: number[] = [];
  const add = (value: number | undefined) => {
    if (value !== undefined && value === value) known.push(value);
  };
  for (const name of plan.reads) {
    if (name.source === "given" && name.fact.type === type) add(state.scalars[name.slot]);
    if (name.source === "given-list") addCells(name);
  }
  return known;

  function addCells(name: Extract<Name, { source: "given-list" }>): void {
    name.fact.fields.forEach((field, index) => {
      if (field.type === type) for (const row of state.lists[name.list] ?? []) add(row.cells[index]);
    });
  }
}

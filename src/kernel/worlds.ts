/**
 * What completions of the unknown facts can bring about, exactly.
 *
 * Kleene's logic is exact where each unknown source is read once. A source read more than once is tried value by value,
 * with one representative for each stretch of values that the conditions cannot tell apart; the rest stays with Kleene.
 */
import { addYears, FIRST_DAY, LAST_DAY, startOfYear } from "./date.js";
import type { ScalarType } from "./model.js";
import { AS_OF_SLOT, boundsOf, type Name } from "./names.js";
import { computeDerived, type Plan } from "./plan.js";
import { type Row, type Sink, type Source, type State, sourceKey } from "./state.js";

/** Past this many combinations the answer is a sound over-approximation and says so. */
export const COMBINATION_LIMIT = 20_000;

/** What is asked of each world: the possible results as bits, and the sources on which it still depends, to the sink. */
export type Probe = (state: State, sink: Sink) => number;

export interface Worlds {
  /** Union of the probe's results over all completions. */
  readonly results: number;
  /** Sources whose value can change the result, in the order met. */
  readonly essential: readonly Source[];
  /** False where the limit was reached: `results` and `essential` may then hold too much, never too little. */
  readonly exact: boolean;
}

/**
 * @param onlyResults stop as soon as two results are certain to be possible; `essential` is then left empty
 */
export function explore(plan: Plan, state: State, probe: Probe, onlyResults = false): Worlds {
  const met = new Map<string, { source: Source; times: number }>();
  const results = probe(state, (source) => {
    const entry = met.get(sourceKey(source));
    if (entry === undefined) met.set(sourceKey(source), { source, times: 1 });
    else entry.times += 1;
  });
  const entries = [...met.values()];
  const shared = entries.filter(({ times }) => times > 1).map(({ source }) => source);
  const all = entries.map(({ source }) => source);
  if (shared.length === 0 || onlyOne(results)) return { results, essential: onlyOne(results) ? [] : all, exact: true };

  const axes = shared.map((source) => representatives(source, plan, state, all));
  const combinations = axes.reduce((product, axis) => product * axis.length, 1);
  if (combinations > COMBINATION_LIMIT) return { results, essential: all, exact: false };
  return split(plan, state, probe, shared, axes, all, onlyResults);
}

type Candidate = number | readonly Row[];

function split(
  plan: Plan,
  state: State,
  probe: Probe,
  shared: readonly Source[],
  axes: readonly (readonly Candidate[])[],
  all: readonly Source[],
  onlyResults: boolean,
): Worlds {
  const world = copyState(state);
  const essential = new Set<string>();
  const signatures: string[] = [];
  let results = 0;
  const visit = (axis: number) => {
    if (axis < axes.length) {
      for (const candidate of axes[axis] as readonly Candidate[]) {
        assign(world, shared[axis] as Source, candidate);
        visit(axis + 1);
        if (onlyResults && !onlyOne(results)) return;
      }
      return;
    }
    computeDerived(plan, world);
    const leaves = new Set<string>();
    const here = probe(world, (source) => leaves.add(sourceKey(source)));
    results |= here;
    if (onlyOne(here)) leaves.clear();
    for (const leaf of leaves) essential.add(leaf);
    signatures.push(`${here} ${[...leaves].sort().join(" ")}`);
  };
  visit(0);
  if (onlyResults) return { results, essential: [], exact: true };
  let stride = 1;
  for (let axis = axes.length - 1; axis >= 0; axis -= 1) {
    const size = (axes[axis] as readonly Candidate[]).length;
    const differs = signatures.some((signature, index) => {
      const place = Math.floor(index / stride) % size;
      return signature !== signatures[index - place * stride];
    });
    if (differs) essential.add(sourceKey(shared[axis] as Source));
    stride *= size;
  }
  return { results, essential: all.filter((source) => essential.has(sourceKey(source))), exact: true };
}

function onlyOne(results: number): boolean {
  return (results & (results - 1)) === 0;
}

export function copyState(state: State): State {
  return {
    scalars: state.scalars.slice(),
    lists: state.lists.map((rows) => (rows === null ? null : rows.map((row) => ({ ...row, cells: row.cells.slice() })))),
  };
}

function assign(state: State, source: Source, candidate: Candidate): void {
  if (typeof candidate !== "number") state.lists[source.at] = candidate;
  else if (source.kind === "scalar") state.scalars[source.at] = candidate;
  else ((state.lists[source.at] as readonly Row[])[source.row] as Row).cells[source.field] = candidate;
}

/** Values of a source such that any other behaves like one of them. */
function representatives(source: Source, plan: Plan, state: State, unknown: readonly Source[]): readonly Candidate[] {
  if (source.kind === "list") return listRepresentatives(source.at, plan, state, unknown);
  return scalarRepresentatives(typeOf(source, plan), plan, state, unknown);
}

function scalarRepresentatives(type: ScalarType, plan: Plan, state: State, unknown: readonly Source[]): readonly number[] {
  const bounds = boundsOf(type);
  const high = bounds.notAfter === null ? bounds.high : Math.min(bounds.high, state.scalars[bounds.notAfter] as number);
  const within = (values: Iterable<number>) => [...new Set(values)].filter((value) => value >= bounds.low && value <= high);
  switch (type.type) {
    case "boolean":
    case "enum":
      return Array.from({ length: high - bounds.low + 1 }, (_, index) => bounds.low + index);
    case "integer": {
      const near = [...plan.constants, ...knownNumbers(plan, state)].flatMap((number) => [number - 1, number, number + 1]);
      return within([bounds.low, high, ...near]);
    }
    case "date": {
      const unknownDates = unknown.filter((source) => source.kind !== "list" && typeOf(source, plan).type === "date").length;
      // The ends first: they are the likeliest to differ.
      return within([FIRST_DAY, Math.min(LAST_DAY, high), ...turningDays(plan, state, unknownDates > 1 ? 2 : 1)]);
    }
  }
}

/** Days on which a condition over dates may change: known days some declared number of years away, and the days around them. */
export function turningDays(plan: Plan, state: State, spans: 1 | 2): readonly number[] {
  const years = [0, ...plan.constants.filter((constant) => constant > 0 && constant <= 200)];
  let offsets = years.flatMap((year) => [year, -year]);
  if (spans === 2) offsets = offsets.flatMap((first) => years.flatMap((year) => [first + year, first - year]));
  const days = new Set<number>();
  for (const known of knownDays(plan, state)) {
    for (const offset of new Set(offsets)) {
      const day = addYears(known, offset);
      const newYear = startOfYear(day);
      const nextNewYear = startOfYear(addYears(day, 1));
      for (const near of [day - 1, day, day + 1, day + 2, newYear - 1, newYear, nextNewYear]) days.add(near);
    }
  }
  return [...days].sort((a, b) => a - b);
}

function listRepresentatives(list: number, plan: Plan, state: State, unknown: readonly Source[]): readonly Candidate[] {
  const name = plan.reads.find((read) => read.source === "given-list" && read.list === list);
  if (name?.source !== "given-list") return [[]];
  let rows: number[][] = [[]];
  for (const field of name.fact.fields) {
    const values = scalarRepresentatives(field, plan, state, unknown);
    rows = rows.flatMap((cells) => values.map((value) => [...cells, value]));
    if (rows.length > COMBINATION_LIMIT) break;
  }
  return [[], ...rows.map((cells) => [{ list, index: 0, cells: Float64Array.from(cells) }])];
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
  return new Set([...knownOfType(plan, state, "date"), state.scalars[AS_OF_SLOT] as number]);
}

function knownNumbers(plan: Plan, state: State): readonly number[] {
  return knownOfType(plan, state, "integer");
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

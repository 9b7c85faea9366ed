/**
 * What is known when a decision is made, as numbers: dates as days, booleans as 0 and 1, enums and readings as the index
 * of the value, money as fen. `NaN` is unknown.
 */
export interface State {
  /** One cell a scalar: given facts, derived facts, interpretations and `asOf`. */
  readonly scalars: number[];
  /** Bounds of the derived facts that are unknown, low and high by slot; `null` until there is one. */
  bounds: number[] | null;
  /** One entry a list; `null` is unknown. */
  readonly lists: (readonly Row[] | null)[];
  /** What may still be tried for this decision, shared by all its states. */
  readonly effort: Effort;
}

export interface Row {
  readonly list: number;
  /** Place in the list; -1 for a row of which nothing is known. */
  readonly index: number;
  readonly cells: number[];
}

/** Bounds the work on one decision, whatever is asked: trials of unknown values, and days tried for waiting. */
export interface Effort {
  trialsLeft: number;
  daysLeft: number;
}

/** Counted in trials of a state without rows. */
const TRIALS = 4_000;
const DAYS = 20_000;

export function freshEffort(): Effort {
  return { trialsLeft: TRIALS, daysLeft: DAYS };
}

/** What one trial of the state costs: rows take time, and rows with unknown cells much of it. */
export function weightOf(state: State): number {
  let weight = 1;
  for (const list of state.lists) {
    for (const { cells } of list ?? []) weight += cells.some(Number.isNaN) ? 2 : 1 / 8;
  }
  return weight;
}

/** Writes the scalars of one state over those of another. */
export function overwrite(target: State, source: State): void {
  for (let slot = 0; slot < source.scalars.length; slot += 1) target.scalars[slot] = source.scalars[slot] as number;
}

/** Something that may be unknown: a scalar, a whole list, or one cell of a row. */
export interface Source {
  readonly kind: "scalar" | "list" | "cell";
  /** Slot of the scalar, or number of the list. */
  readonly at: number;
  /** Of a cell. */
  readonly row: number;
  readonly field: number;
}

/**
 * Called with each unknown source on which a value or test still depends.
 * Sources reported with the same `atom` stand in one comparison, so that one decides what the other is compared with.
 */
export type Sink = (source: Source, atom?: object) => void;

/** A sink that marks all it is told as one atom. */
export function asAtom(sink: Sink): Sink {
  const atom = {};
  return (source) => sink(source, atom);
}

export function sourceKey(source: Source): string {
  return source.kind === "cell" ? `cell/${source.at}/${source.row}/${source.field}` : `${source.kind}/${source.at}`;
}

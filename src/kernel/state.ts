/**
 * What is known when a decision is made, as numbers: dates as days, booleans as 0 and 1, enums and readings as the index
 * of the value, money as fen. `NaN` is unknown.
 */
export interface State {
  /** One cell a scalar: given facts, derived facts, interpretations and `asOf`. */
  readonly scalars: number[];
  /**
   * Where a scalar is unknown, the least and the greatest it may be, by twice its slot and the place after; `NaN` for a
   * given fact of which nothing is known but its type. `null` until there is one.
   */
  bounds: number[] | null;
  /** One entry a list; `null` is unknown. */
  readonly lists: (readonly Row[] | null)[];
  /** Shared by a state and its copies. */
  readonly effort: Effort;
}

export interface Row {
  readonly list: number;
  /** Place in the list; -1 for a row of which nothing is known. */
  readonly index: number;
  readonly cells: number[];
}

/** What may still be spent on one part of a decision, whatever is asked: counted in rules, derived facts and rows computed. */
export interface Effort {
  left: number;
  /** Whether some search stopped before its end. Known facts are only counted: nothing of them is left out. */
  isCut: boolean;
}

/** A tenth of a second or two; questions with two facts of five unknown took a third of it at most. */
const EFFORT = 150_000;

/** Whether there is to be no more trying; whoever asks leaves something out then. */
export function isSpent(effort: Effort): boolean {
  if (effort.left < 0) effort.isCut = true;
  return effort.isCut;
}

export function freshEffort(): Effort {
  return { left: EFFORT, isCut: false };
}

/** Notes what an unknown scalar lies between. */
export function setBounds(state: State, slot: number, low: number, high: number): void {
  state.bounds ??= new Array<number>(2 * state.scalars.length).fill(Number.NaN);
  state.bounds[2 * slot] = low;
  state.bounds[2 * slot + 1] = high;
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

/**
 * What completions of the unknown facts can bring about, exactly.
 *
 * Kleene's logic is exact where each unknown source is read once. A source read more than once is tried value by value,
 * with one representative for each stretch of values that the conditions cannot tell apart; the rest stays with Kleene.
 * A trial ends as soon as Kleene's logic shows that it can no longer tell anything.
 */
import { computeDerived, type Plan } from "./plan.js";
import { type Candidate, representatives } from "./representatives.js";
import { type Row, type Sink, type Source, type State, sourceKey } from "./state.js";

/** Past this many trials the answer is a sound over-approximation and says so. */
export const TRIAL_LIMIT = 20_000;

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

/** An unknown source met on the way, how often, and in which comparisons. */
interface Met {
  readonly key: string;
  readonly source: Source;
  times: number;
  readonly atoms: Set<object>;
}

/** One world, or several that Kleene's logic treats alike. */
interface View {
  readonly results: number;
  /** Keys of the sources it still depends on. */
  readonly open: ReadonlySet<string>;
}

/**
 * @param onlyResults leave `essential` empty: quicker
 */
export function explore(plan: Plan, state: State, probe: Probe, onlyResults = false): Worlds {
  const met = meet(state, probe);
  const sources = met.open.map(({ source }) => source);
  if (isOne(met.results)) return { results: met.results, essential: [], exact: true };
  const shared = met.open.filter(({ times }) => times > 1);
  if (shared.length === 0) return { results: met.results, essential: onlyResults ? [] : sources, exact: true };

  const search = new Search(plan, state, probe, sources);
  let results = 0;
  // Two settled worlds that differ, or one that stays open: either shows that several results are possible.
  const witness = search.find(shared, (view, _, isFull) => {
    if (!isOne(view.results) && !isFull) return "open";
    results |= view.results;
    return isOne(results) ? "dead" : "found";
  });
  if (search.isSpent) return { results: met.results, essential: sources, exact: false };
  if (isOne(results) || onlyResults) return { results, essential: [], exact: true };
  const essential = essentialSources(search, met.open, shared, witness);
  return {
    results,
    essential: met.open.flatMap(({ key, source }) => (essential.has(key) ? [source] : [])),
    exact: !search.isSpent,
  };
}

function meet(state: State, probe: Probe): { readonly results: number; readonly open: readonly Met[] } {
  const met = new Map<string, Met>();
  const results = probe(state, (source, atom) => {
    const key = sourceKey(source);
    const entry = met.get(key) ?? { key, source, times: 0, atoms: new Set<object>() };
    entry.times += 1;
    if (atom !== undefined) entry.atoms.add(atom);
    met.set(key, entry);
  });
  return { results, open: [...met.values()] };
}

/** @param witness values of the shared sources under which the result is open, where there are such */
function essentialSources(
  search: Search,
  open: readonly Met[],
  shared: readonly Met[],
  witness: readonly Candidate[] | null,
): ReadonlySet<string> {
  const essential = new Set<string>();
  if (witness !== null) {
    for (const key of search.viewAt(shared, witness).open) essential.add(key);
    shared.forEach((one, axis) => {
      if (search.changes(one, shared.toSpliced(axis, 1), witness.toSpliced(axis, 1))) essential.add(one.key);
    });
  }
  for (const one of open) {
    if (essential.has(one.key) || search.isSpent) continue;
    if (isEssential(search, one, shared, open)) essential.add(one.key);
  }
  if (search.isSpent) for (const { key } of open) essential.add(key);
  return essential;
}

function isEssential(search: Search, one: Met, shared: readonly Met[], open: readonly Met[]): boolean {
  const counts = (view: View) => !isOne(view.results) && view.open.has(one.key);
  const findsChange = (others: readonly Met[]) =>
    search.find(others, (view, at, isFull) => {
      if (!counts(view)) return "dead";
      if (!isFull) return "open";
      return search.changes(one, others, at) ? "found" : "dead";
    }) !== null;
  const others = shared.filter((other) => other !== one);
  if (others.length === shared.length) {
    return search.find(shared, (view, _, isFull) => (!counts(view) ? "dead" : isFull ? "found" : "open")) !== null;
  }
  if (findsChange(others)) return true;
  // What it shares a comparison with may be compared differently without being compared more or less: try both together.
  const beside = open.filter((other) => !shared.includes(other) && [...other.atoms].some((atom) => one.atoms.has(atom)));
  return beside.length > 0 && findsChange([...others, ...beside]);
}

/** Whether a trial has what it looks for, can lead to it, or cannot. */
type Judge = (view: View, at: readonly Candidate[], isFull: boolean) => "found" | "open" | "dead";

/** Tries values of unknown sources in one world that is written over and over. */
class Search {
  isSpent = false;
  private trials = 0;
  private readonly world: State;
  private readonly candidates = new Map<string, Iterable<Candidate>>();

  constructor(
    private readonly plan: Plan,
    private readonly state: State,
    private readonly probe: Probe,
    private readonly unknown: readonly Source[],
  ) {
    this.world = copyState(state);
  }

  /** Values of the first of the sources that the judge finds right, the later ones still unknown. */
  find(sources: readonly Met[], judge: Judge): readonly Candidate[] | null {
    const at: Candidate[] = [];
    const visit = (): boolean => {
      const next = sources[at.length];
      const judgement = judge(this.viewAt(sources, at), at, next === undefined);
      if (judgement !== "open" || next === undefined) return judgement === "found";
      for (const candidate of this.candidatesOf(next)) {
        at.push(candidate);
        if (this.isSpent || visit()) return !this.isSpent;
        at.pop();
      }
      return false;
    };
    return visit() ? at : null;
  }

  /** Whether the value of `one` matters where the first of the other sources have these values. */
  changes(one: Met, others: readonly Met[], at: readonly Candidate[]): boolean {
    const sources = [...others.slice(0, at.length), one];
    let first: string | null = null;
    for (const candidate of this.candidatesOf(one)) {
      const view = this.viewAt(sources, [...at, candidate]);
      const signature = isOne(view.results) ? `${view.results}` : `${view.results} ${[...view.open].sort().join(" ")}`;
      if (first !== null && signature !== first) return true;
      first ??= signature;
    }
    return false;
  }

  /** @param at values of the first of the sources; the others are unknown */
  viewAt(sources: readonly Met[], at: readonly Candidate[]): View {
    this.trials += 1;
    if (this.trials > TRIAL_LIMIT) this.isSpent = true;
    this.world.scalars.set(this.state.scalars);
    this.state.lists.forEach((rows, list) => {
      this.world.lists[list] = rows;
    });
    at.forEach((candidate, index) => {
      assign(this.world, (sources[index] as Met).source, candidate);
    });
    computeDerived(this.plan, this.world);
    const open = new Set<string>();
    const results = this.probe(this.world, (source) => open.add(sourceKey(source)));
    return { results, open };
  }

  private candidatesOf(one: Met): Iterable<Candidate> {
    const known = this.candidates.get(one.key) ?? representatives(one.source, this.plan, this.state, this.unknown);
    // Rows are made as they are asked for, and anew each time; the few values of a scalar are kept.
    if (Array.isArray(known)) this.candidates.set(one.key, known);
    return known;
  }
}

function isOne(results: number): boolean {
  return (results & (results - 1)) === 0;
}

export function copyState(state: State): State {
  return { scalars: state.scalars.slice(), bounds: state.bounds?.slice() ?? null, lists: state.lists.slice() };
}

/** Rows are never written to: a cell that is tried stands in a copy of its row. */
function assign(state: State, source: Source, candidate: Candidate): void {
  if (typeof candidate !== "number") {
    state.lists[source.at] = candidate;
    return;
  }
  if (source.kind === "scalar") {
    state.scalars[source.at] = candidate;
    return;
  }
  state.lists[source.at] = (state.lists[source.at] ?? []).map((row: Row) => {
    if (row.index !== source.row) return row;
    const cells = row.cells.slice();
    cells[source.field] = candidate;
    return { ...row, cells };
  });
}

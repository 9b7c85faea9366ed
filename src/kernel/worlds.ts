/**
 * What completions of the unknown facts can bring about, exactly.
 *
 * Kleene's logic is exact where each unknown source is read once. A source read more than once is tried value by value,
 * with one representative for each stretch of values that the conditions cannot tell apart; the rest stays with Kleene.
 * A trial ends as soon as Kleene's logic shows that it can no longer tell anything.
 */
import { among, type Dependents } from "./dependents.js";
import { type Candidate, representatives } from "./representatives.js";
import { isSpent, type Row, type Sink, type Source, type State, sourceKey } from "./state.js";
import { copyOf, dependentsOf, restore, settle, type World } from "./world.js";

/** What is asked of each world: the possible results as bits, and the sources on which they still depend, to the sink. */
export type Probe = (world: World, sink: Sink) => number;

/** Where the effort of the world was cut, both may hold too much, never too little. */
export interface Worlds {
  /** Union of the probe's results over all completions. */
  readonly results: number;
  /** Sources whose value can change the result, in the order met. */
  readonly essential: readonly Source[];
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
  /** How often each source on which it still depends is read, by key. */
  readonly reads: ReadonlyMap<string, number>;
}

/** Values tried, each for its source. */
type Trial = readonly (readonly [source: Met, value: Candidate])[];

/**
 * @param rules places of the rules that the probe looks at
 * @param onlyResults leave `essential` empty: quicker
 */
export function explore(world: World, rules: readonly number[], probe: Probe, onlyResults = false): Worlds {
  const met = meet(world, probe);
  const sources = met.open.map(({ source }) => source);
  if (isOne(met.results)) return { results: met.results, essential: [] };
  if (met.open.every(({ times }) => times === 1)) {
    return { results: met.results, essential: onlyResults ? [] : sources };
  }
  // What is read more than once first: the rest is tried only where what was tried makes it so.
  const isShared = ({ times }: Met) => Number(times > 1);
  const open = [...met.open].sort((a, b) => isShared(b) - isShared(a) || b.atoms.size - a.atoms.size);
  const search = new Search(world, rules, probe, sources);
  let results = 0;
  let witness: Trial = [];
  search.find(open, (view, trial, isFull) => {
    if ((view.results & ~results) === 0) return "dead";
    if (!isOne(view.results) && !isFull) return "open";
    results |= view.results;
    witness = trial.slice();
    return results === met.results ? "found" : "dead";
  });
  if (search.isSpent) return { results: met.results, essential: onlyResults ? [] : sources };
  if (isOne(results) || onlyResults) return { results, essential: [] };
  const essential = essentialSources(search, open, witness);
  return {
    results,
    essential: met.open.flatMap(({ key, source }) => (essential.has(key) ? [source] : [])),
  };
}

function meet(world: World, probe: Probe): { readonly results: number; readonly open: readonly Met[] } {
  const met = new Map<string, Met>();
  const results = probe(world, (source, atom) => {
    const key = sourceKey(source);
    const entry = met.get(key) ?? { key, source, times: 0, atoms: new Set<object>() };
    entry.times += 1;
    if (atom !== undefined) entry.atoms.add(atom);
    met.set(key, entry);
  });
  return { results, open: [...met.values()] };
}

/** @param witness a trial near which the result is open */
function essentialSources(search: Search, open: readonly Met[], witness: Trial): ReadonlySet<string> {
  const essential = new Set<string>();
  const near = search.view(witness);
  if (!isOne(near.results)) for (const [key, times] of near.reads) if (times === 1) essential.add(key);
  for (const one of open) {
    if (!essential.has(one.key) && !search.isSpent && search.effectOf(one, witness, open).differs) essential.add(one.key);
  }
  for (const one of open) {
    if (!essential.has(one.key) && !search.isSpent && isEssential(search, one, open)) essential.add(one.key);
  }
  if (search.isSpent) for (const { key } of open) essential.add(key);
  return essential;
}

function isEssential(search: Search, one: Met, open: readonly Met[]): boolean {
  const others = open.filter((other) => other !== one);
  const findsChange = (always: Set<Met>) =>
    search.find(
      others,
      (view, trial, isFull) => {
        if (isOne(view.results) || !view.reads.has(one.key)) return "dead";
        if (!isFull) return "open";
        if (view.reads.get(one.key) === 1) return "found";
        const { differs, entangled } = search.effectOf(one, trial, others);
        const fresh = entangled.filter((other) => !always.has(other));
        for (const other of fresh) always.add(other);
        return differs ? "found" : fresh.length > 0 ? "open" : "dead";
      },
      always,
    ) !== null;
  if (findsChange(new Set())) return true;
  // What it shares a comparison with may be compared differently without being compared more or less: try both together.
  const beside = others.filter((other) => [...other.atoms].some((atom) => one.atoms.has(atom)));
  return beside.length > 0 && findsChange(new Set(beside));
}

/** Whether a trial has what it looks for, can lead to it, or cannot. */
type Judge = (view: View, trial: Trial, isFull: boolean) => "found" | "open" | "dead";

/** Tries values of unknown sources in one world that is written over and over. */
class Search {
  private readonly copy: World;
  private readonly dependents: Dependents;
  private readonly candidates = new Map<string, Iterable<Candidate>>();

  constructor(
    private readonly world: World,
    rules: readonly number[],
    private readonly probe: Probe,
    private readonly unknown: readonly Source[],
  ) {
    const derived = rules.flatMap((place) => world.plan.rules[place]?.derived ?? []);
    this.copy = copyOf(world);
    this.dependents = among(dependentsOf(world.plan, unknown), { derived, rules });
  }

  get isSpent(): boolean {
    return isSpent(this.copy.state.effort);
  }

  /**
   * A trial of the sources that the judge finds right. A source that is read once, or not at all, after those before it
   * have their values is left to Kleene's logic, and a trial is full when only such are left.
   * @param always sources that are given a value wherever they are read; the judge of a full trial may add to them
   */
  find(sources: readonly Met[], judge: Judge, always: ReadonlySet<Met> = new Set()): Trial | null {
    const trial: [Met, Candidate][] = [];
    const visit = (): boolean => {
      const view = this.view(trial);
      const nextOf = () =>
        sources.find((source) => {
          const times = view.reads.get(source.key) ?? 0;
          return times > 1 || (times === 1 && always.has(source));
        });
      const first = nextOf();
      const judgement = judge(view, trial, first === undefined);
      const next = first ?? nextOf();
      if (judgement !== "open" || next === undefined) return judgement === "found";
      for (const candidate of this.candidatesOf(next)) {
        trial.push([next, candidate]);
        if (this.isSpent || visit()) return !this.isSpent;
        trial.pop();
      }
      return false;
    };
    return visit() ? trial : null;
  }

  /**
   * Whether the value of `one` matters where the other sources of the trial have theirs,
   * and the sources that hide it: those that some value of `one` makes read more than once.
   */
  effectOf(one: Met, trial: Trial, sources: readonly Met[]): { readonly differs: boolean; readonly entangled: readonly Met[] } {
    const others = trial.filter(([source]) => source !== one);
    const entangled = new Set<Met>();
    let first: string | null = null;
    for (const candidate of this.candidatesOf(one)) {
      if (this.isSpent) break;
      const view = this.view([...others, [one, candidate]]);
      const repeated = isOne(view.results) ? [] : sources.filter(({ key }) => (view.reads.get(key) ?? 0) > 1);
      for (const source of repeated) entangled.add(source);
      if (repeated.length > 0) continue;
      const signature = isOne(view.results) ? `${view.results}` : `${view.results} ${[...view.reads.keys()].sort().join(" ")}`;
      if (first !== null && signature !== first) return { differs: true, entangled: [] };
      first ??= signature;
    }
    return { differs: false, entangled: [...entangled] };
  }

  view(trial: Trial): View {
    restore(this.copy, this.world, this.dependents);
    for (const { kind, at } of this.unknown) {
      if (kind === "scalar") this.copy.state.scalars[at] = Number.NaN;
      else this.copy.state.lists[at] = this.world.state.lists[at] ?? null;
    }
    for (const [{ source }, candidate] of trial) assign(this.copy.state, source, candidate);
    settle(this.copy, this.dependents);
    const reads = new Map<string, number>();
    const { effort } = this.copy.state;
    const results = this.probe(this.copy, (source) => {
      effort.left -= 1;
      const key = sourceKey(source);
      reads.set(key, (reads.get(key) ?? 0) + 1);
    });
    return { results, reads };
  }

  private candidatesOf(one: Met): Iterable<Candidate> {
    const known =
      this.candidates.get(one.key) ?? remembered(representatives(one.source, this.world.plan, this.world.state, this.unknown));
    this.candidates.set(one.key, known);
    return known;
  }
}

/** Values that are worked out when they are asked for, and then kept. */
function remembered<T>(values: Iterable<T>): Iterable<T> {
  const source = values[Symbol.iterator]();
  const kept: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let place = 0; ; place += 1) {
        if (place === kept.length) {
          const next = source.next();
          if (next.done) return;
          kept.push(next.value);
        }
        yield kept[place] as T;
      }
    },
  };
}

function isOne(results: number): boolean {
  return (results & (results - 1)) === 0;
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

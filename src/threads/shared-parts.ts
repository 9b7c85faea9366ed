/** Parts of simulations that threads make together: each takes the next one nobody has, by a counter they share. */
import type { ScoringModule } from "../scoring/module.js";
import { partsOf, type Simulation, simulate, sumOf } from "../scoring/simulation.js";
import type { Stability } from "../scoring/stability.js";

/** What every thread is given. */
export interface SharedParts {
  readonly simulations: readonly Simulation[];
  /** Of one memory: how many parts are taken, and how many are made. */
  readonly counters: Int32Array<SharedArrayBuffer>;
}

/** What one thread made of each simulation: `null` where it took no part of it. */
export type Made = readonly (Stability | null)[];

const TAKEN = 0;
const MADE = 1;

export function shared(simulations: readonly Simulation[]): SharedParts {
  return { simulations, counters: new Int32Array(new SharedArrayBuffer(8)) };
}

export function countOf({ simulations }: SharedParts): number {
  return simulations.reduce((count, simulation) => count + partsOf(simulation).length, 0);
}

/** How many are made, by all threads. */
export function madeOf({ counters }: SharedParts): number {
  return Atomics.load(counters, MADE);
}

/** No thread takes another part. */
export function stop(parts: SharedParts): void {
  Atomics.store(parts.counters, TAKEN, countOf(parts));
}

/**
 * Makes parts until none is left, and yields after each.
 * @throws RangeError as `simulate` does
 */
export function* makeParts(module: ScoringModule, { simulations, counters }: SharedParts): Generator<void, Made> {
  const parts = simulations.flatMap((simulation, at) => partsOf(simulation).map((part) => ({ at, part })));
  const made: (Stability | null)[] = simulations.map(() => null);
  const take = () => parts[Atomics.add(counters, TAKEN, 1)];
  for (let taken = take(); taken !== undefined; taken = take()) {
    const own = simulate(module, taken.part);
    const before = made[taken.at] ?? null;
    made[taken.at] = before === null ? own : sumOf(before, own);
    Atomics.add(counters, MADE, 1);
    yield;
  }
  return made;
}

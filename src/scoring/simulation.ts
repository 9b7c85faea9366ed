/** A ranking to be made many times, as data: cut into parts that anybody with a module may make, and put together again. */
import type { ScoringModule } from "./module.js";
import { type Bootstrap, bootstrap, type Movement, moveWeights, type Stability } from "./stability.js";
import { checkWhole } from "./whole.js";

/** From reviewers drawn anew, or by weights moved. */
export type Simulation = Bootstrap | Movement;

/** Some ten milliseconds, for the applicants of an edition: between two parts others have their turn. */
const RUNS_OF_PART = 5_000;

/** @throws RangeError as `bootstrap` and `moveWeights` do */
export function simulate(module: ScoringModule, simulation: Simulation): Stability {
  return "stages" in simulation ? bootstrap(module, simulation) : moveWeights(module, simulation);
}

/**
 * @returns at least one part, so that what is wrong with a simulation without runs is found too
 * @throws RangeError where the number of a run is not whole
 */
export function partsOf(simulation: Simulation): readonly Simulation[] {
  const { from, to } = simulation;
  checkWhole({ from, to });
  return Array.from({ length: Math.max(1, Math.ceil((to - from) / RUNS_OF_PART)) }, (_, part) => {
    const begin = from + part * RUNS_OF_PART;
    return { ...simulation, from: begin, to: Math.min(to, begin + RUNS_OF_PART) };
  });
}

/** Both of other runs of one simulation. */
export function sumOf(one: Stability, other: Stability): Stability {
  return {
    ...one,
    runs: one.runs + other.runs,
    counts: one.counts.map((count, at) => count + (other.counts[at] as number)),
    ties: one.ties.map((count, at) => count + (other.ties[at] as number)),
  };
}

/** Numbers to be added or compared, so many that a core does some two of them a nanosecond. */
export function workOf(simulation: Simulation): number {
  const runs = simulation.to - simulation.from;
  if ("terms" in simulation) {
    const applicants = simulation.terms.reduce((most, { values }) => Math.max(most, values.length / 2), 0);
    return runs * applicants * (applicants + simulation.terms.length);
  }
  const sheets = simulation.stages.reduce((sum, { totals }) => sum + totals.length, 0);
  const applicants = new Set(simulation.stages.flatMap((stage) => [...stage.applicants])).size;
  return runs * (applicants ** 2 + sheets);
}

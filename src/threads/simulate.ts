/** Simulations on as many threads as they are worth, this one among them; the same counts whatever their number. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { compiledScoring, type ScoringModule } from "../scoring/module.js";
import { type Simulation, sumOf, workOf } from "../scoring/simulation.js";
import type { Stability } from "../scoring/stability.js";
import { countOf, type Made, madeOf, makeParts, type SharedParts, shared, stop } from "./shared-parts.js";
import type { WorkerTask } from "./simulate-worker.js";

export interface SimulateOptions {
  readonly threads?: number;
  /**
   * Told after each part made here, from 0 to 1 for all of them; what it throws ends the simulations.
   * @param done of all parts, whichever thread made them
   */
  readonly progress?: (done: number) => void;
}

/** Takes a core some tenth of a second, twice as long as another thread takes to begin. */
const WORTH_THREAD = 200_000_000;

/**
 * What each simulation comes to. No thread is left when it is done, or has failed.
 * @param module of this thread; the others have their own
 * @throws RangeError as `simulate` does, whichever thread comes upon it
 */
export async function simulateOnThreads(
  module: ScoringModule,
  simulations: readonly Simulation[],
  { threads = threadsFor(simulations), progress }: SimulateOptions = {},
): Promise<readonly Stability[]> {
  const parts = shared(simulations);
  const task: WorkerTask = { parts, compiled: await compiledScoring() };
  const workers = Array.from(
    { length: Math.min(threads, countOf(parts)) - 1 },
    () => new Worker(new URL("./simulate-worker.js", import.meta.url), { workerData: task }),
  );
  try {
    const made = await Promise.all([makeHere(module, parts, progress), ...workers.map(madeBy)]);
    return simulations.map((_, at) => made.flatMap((own) => own[at] ?? []).reduce(sumOf));
  } finally {
    stop(parts);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function threadsFor(simulations: readonly Simulation[]): number {
  const work = simulations.reduce((sum, simulation) => sum + workOf(simulation), 0);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(work / WORTH_THREAD)));
}

async function makeHere(module: ScoringModule, parts: SharedParts, progress: SimulateOptions["progress"]): Promise<Made> {
  const count = countOf(parts);
  const making = makeParts(module, parts);
  for (let part = making.next(); ; part = making.next()) {
    if (part.done) return part.value;
    progress?.(madeOf(parts) / count);
    await setImmediate();
  }
}

/** @throws whatever ended the thread */
async function madeBy(worker: Worker): Promise<Made> {
  const ended = once(worker, "exit").then(() => {
    throw new Error("a thread ended before it had answered");
  });
  const [made] = (await Promise.race([once(worker, "message"), ended])) as [Made];
  return made;
}

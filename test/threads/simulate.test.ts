/** Simulations by any number of threads, against the same in one instance; what was built, since threads run it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import type * as Module from "../../src/scoring/module.js";
import type * as Simulations from "../../src/scoring/simulation.js";
import type { Bootstrap, Movement, Stability } from "../../src/scoring/stability.js";
import type * as Threads from "../../src/threads/simulate.js";
import { fractionsOf } from "../arbitraries/scoring.js";
import { qak, type Ran, run } from "../cli/qak.js";

const built = async (path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { instantiate } = (await built("scoring/module.js")) as typeof Module;
const { simulate } = (await built("scoring/simulation.js")) as typeof Simulations;
const { simulateOnThreads } = (await built("threads/simulate.js")) as typeof Threads;

let module: Module.ScoringModule;
beforeAll(async () => {
  module = await instantiate();
});

/** Of two panels at each stage, with ties. */
function bootstrap(runs: number, applicants = 24): Bootstrap {
  const sheets = Array.from({ length: 6 * applicants }, (_, at) => at);
  const stage = (weight: number, by: number) => ({
    totals: Int32Array.from(sheets, (sheet) => (sheet * sheet * by) % 41),
    applicants: Uint32Array.from(sheets, (sheet) => sheet % applicants),
    reviewers: Uint32Array.from(sheets, (sheet) => Math.floor(sheet / applicants) + 3 * (sheet % 2)),
    weight,
  });
  return {
    stages: [
      { ...stage(6_000, 7), aggregation: { method: "mean" } },
      { ...stage(4_000, 11), aggregation: { method: "trimmed-mean", drop: 1 } },
    ],
    seed: 2n ** 64n - 3n,
    from: 1_234,
    to: 1_234 + runs,
    first: 5,
  };
}

function movement(runs: number): Movement {
  const values = (by: bigint) => fractionsOf(Array.from({ length: 9 }, (_, at) => ({ over: (BigInt(at) * by) % 7n, under: 3n })));
  const terms = [
    { weight: 6_000, values: values(3n) },
    { weight: 4_000, values: values(5n) },
  ];
  return { terms, spread: 2_000, seed: 9n, from: 0, to: runs, first: 3 };
}

const twice: Bootstrap = {
  ...bootstrap(1),
  stages: [
    {
      totals: new Int32Array(2),
      applicants: new Uint32Array(2),
      reviewers: new Uint32Array(2),
      aggregation: { method: "mean" },
      weight: 1,
    },
  ],
};

/** Keeps this thread from its work, so that the others do it. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function failureOf(promise: Promise<unknown>): Promise<Error | null> {
  return promise.then(
    () => null,
    (error: Error) => error,
  );
}

describe("the counts are those of one instance, to the byte,", () => {
  const simulations = [bootstrap(42_001), movement(17_000)];
  let alone: readonly Stability[];
  beforeAll(() => {
    alone = simulations.map((simulation) => simulate(module, simulation));
  });

  it.each([1, 2, 3, 7])("by %i threads", async (threads) => {
    expect(await simulateOnThreads(module, simulations, { threads })).toEqual(alone);
  });

  it.each([2, 3, 7])("by %i threads of which the first is slow, so that the others have most of the parts", async (threads) => {
    const steps: number[] = [];
    const progress = (done: number) => {
      if (steps.length === 0) sleep(1_000);
      steps.push(done);
    };
    expect(await simulateOnThreads(module, simulations, { threads, progress })).toEqual(alone);
    // Of 13 parts.
    expect(steps.length).toBeLessThan(13);
  });

  it("by as many threads as they are worth", async () => {
    expect(await simulateOnThreads(module, simulations)).toEqual(alone);
    const large = [bootstrap(60_000, 80)];
    expect(await simulateOnThreads(module, large)).toEqual(large.map((simulation) => simulate(module, simulation)));
  });

  it("of no runs, and of no simulation", async () => {
    expect(await simulateOnThreads(module, [bootstrap(0)], { threads: 3 })).toEqual([simulate(module, bootstrap(0))]);
    expect(await simulateOnThreads(module, [], { threads: 3 })).toEqual([]);
  });
});

describe("what goes wrong reaches the caller", () => {
  it("from another thread, as it was thrown there", async () => {
    const error = await failureOf(simulateOnThreads(module, [movement(1), twice], { threads: 2, progress: () => sleep(1_000) }));
    expect(error).toBeInstanceOf(RangeError);
    expect(error?.message).toBe("two sheets of reviewer 0 for applicant 0");
    expect(error?.stack).toContain("simulate-worker.js");
  });

  it.each([1, 3])("from any of %i threads", async (threads) => {
    expect(await failureOf(simulateOnThreads(module, [twice, movement(9_000)], { threads }))).toBeInstanceOf(RangeError);
    for (const wrong of [
      { from: 2_000, to: 1 },
      { to: 1.5 },
      { to: Number.POSITIVE_INFINITY },
      { from: 2 ** 31, to: 2 ** 31 + 1 },
    ])
      expect(await failureOf(simulateOnThreads(module, [{ ...bootstrap(1), ...wrong }], { threads }))).toBeInstanceOf(RangeError);
  });

  it("from a caller who has had enough", async () => {
    const enough = new Error("enough");
    const steps: number[] = [];
    const progress = (done: number) => {
      steps.push(done);
      if (steps.length === 2) throw enough;
    };
    expect(await failureOf(simulateOnThreads(module, [bootstrap(1_000_000)], { threads: 3, progress }))).toBe(enough);
    expect(steps).toHaveLength(2);
  });
});

describe("a process", () => {
  const program = (...args: readonly string[]) => run(process.execPath, args);
  const PROGRAM = "test/threads/program.mjs";
  /** Where it is loaded, every thread but the first ends at once. */
  const NO_THREADS = `--import=data:text/javascript,${encodeURIComponent(
    'import { isMainThread } from "node:worker_threads"; if (!isMainThread) process.exit(3);',
  )}`;
  const lastLine = ({ stdout }: Ran) => stdout.trim().split("\n").at(-1);

  it("ends by itself when all is made, or something went wrong: no thread is left", async () => {
    const [made, failed] = await Promise.all([program(PROGRAM, "3", "50000"), program(PROGRAM, "3", "50000", "twice")]);
    expect([made.code, lastLine(made), made.stderr]).toEqual([0, "made 50000", ""]);
    expect([failed.code, lastLine(failed), failed.stderr]).toEqual([
      0,
      "RangeError: two sheets of reviewer 0 for applicant 0",
      "",
    ]);
    const steps = made.stdout.split("\n").slice(0, -2).map(Number);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
  });

  it("is told of a thread that ends without a word", async () => {
    const { code, stdout } = await program(NO_THREADS, PROGRAM, "2", "500000");
    expect([code, stdout.trim().split("\n").at(-1)]).toEqual([0, "Error: a thread ended before it had answered"]);
  });

  it("starts none for a selection of an edition, as it is", async () => {
    const { code, stdout } = await qak(["select", "2023", "--stability"], { env: { NODE_OPTIONS: NO_THREADS } });
    expect(code).toBe(0);
    expect(stdout).toContain("Reviewers drawn anew, with replacement");
  });

  it("is interrupted at once", async () => {
    const child = spawn(process.execPath, [PROGRAM, "3", "100000000"], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const ended = once(child, "exit");
    child.kill("SIGINT");
    expect(await ended).toEqual([null, "SIGINT"]);
  });
});

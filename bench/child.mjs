/**
 * One side in a process of its own: decides its whole workload once and reports the answers, then, if asked, is timed.
 * Started by `measure.mjs` with one task as JSON.
 */
import { createHash } from "node:crypto";

/**
 * @typedef {object} Task
 * @property {string} side module with `name`, `prepare(items) -> call(i)` and `comparable(result)`
 * @property {Workload} workload
 * @property {string | null} outcome time only the items that come to it
 * @property {{ warmMs: number, ms: number } | null} time
 * @property {boolean} spread also time each item by itself
 */
/** @typedef {{ module: string, make: string, args: readonly unknown[] }} Workload */
/** @typedef {{ us: number, cpuUs: number, spread: { median: number, p99: number, max: number } | null }} Timing */
/** @typedef {{ digest: string, answers: readonly object[], items: number, timing: Timing | null }} Report */

const SPREAD_TRIES = 5;

let kept;

const task = /** @type {Task} */ (JSON.parse(process.argv[2]));
const side = await import(task.side);
const { module, make, args } = task.workload;
const items = (await import(module))[make](...args);
const call = await side.prepare(items);

const answers = [];
for (let i = 0; i < items.length; i += 1) answers.push(side.comparable(await call(i)));
const digest = createHash("sha256").update(JSON.stringify(answers)).digest("hex");
const chosen = items.map((_, i) => i).filter((i) => task.outcome === null || answers[i].outcome === task.outcome);
if (chosen.length === 0) throw new Error(`nothing comes to \`${task.outcome}\``);
const timing = task.time === null ? null : await time(task.time);

process.send({ digest, answers: task.time === null ? answers : [], items: chosen.length, timing }, () => process.disconnect());

async function time({ warmMs, ms }) {
  const pass = typeof call(chosen[0])?.then === "function" ? passAsync : passSync;
  await repeat(pass, warmMs);
  const { us, cpuUs } = await repeat(pass, ms);
  return { us, cpuUs, spread: task.spread ? spreadOf() : null };
}

/** Whole passes only, so that every item counts as often as every other. Wall time, and beside it the processor's. */
async function repeat(pass, ms) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    const waits = pass();
    if (waits !== undefined) await waits;
    calls += chosen.length;
    elapsed = performance.now() - start;
  } while (elapsed < ms);
  const { user, system } = process.cpuUsage(cpu);
  return { us: (elapsed * 1000) / calls, cpuUs: (user + system) / calls };
}

function passSync() {
  for (let k = 0; k < chosen.length; k += 1) kept = call(chosen[k]);
}

async function passAsync() {
  for (let k = 0; k < chosen.length; k += 1) kept = await call(chosen[k]);
}

/** Microseconds of each item alone, the best of some tries: how far the slowest stand from the middle. */
function spreadOf() {
  const best = chosen.map((i) => {
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < SPREAD_TRIES; attempt += 1) {
      const start = process.hrtime.bigint();
      kept = call(i);
      least = Math.min(least, Number(process.hrtime.bigint() - start) / 1000);
    }
    return least;
  });
  best.sort((a, b) => a - b);
  const at = (share) => best[Math.min(best.length - 1, Math.floor(best.length * share))];
  return { median: at(0.5), p99: at(0.99), max: at(1) };
}

export { kept };

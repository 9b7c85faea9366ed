/** Measures sides in fresh processes, in turns. */
import { fork } from "node:child_process";

/** @typedef {import("./child.mjs").Workload} Workload */
/** @typedef {{ rounds: number, warmMs: number, ms: number, progress: (text: string) => void }} Settings */
/** @typedef {{ side: string, us: number, min: number, max: number, cpuUs: number, perSecond: number, rounds: readonly number[] }} Measured */

const CHILD = new URL("./child.mjs", import.meta.url);

/** A peer that cannot be loaded here, such as a native one without a binary for this machine. */
export class NotHere extends Error {}

/**
 * Both sides on one workload, their answers compared first and in every timed process again.
 * @param {{ name: string, ours: string, theirs: string, workload: Workload }} comparison
 * @param {Settings} settings
 * @throws Error where the sides do not agree on every item, with the first on which they differ
 * @throws NotHere where the peer cannot be loaded
 */
export async function compare({ name, ours, theirs, workload }, settings) {
  const [a, b] = [await import(ours), await peer(theirs)];
  const answers = [await answersOf(ours, workload), await answersOf(theirs, workload)];
  agree(name, a.name, answers[0], b.name, answers[1]);
  const rounds = { ours: [], theirs: [] };
  for (let round = 1; round <= settings.rounds; round += 1) {
    settings.progress(`${name}: round ${round} of ${settings.rounds}`);
    rounds.ours.push(await timed(ours, workload, answers[0], settings));
    rounds.theirs.push(await timed(theirs, workload, answers[1], settings));
  }
  const ratios = rounds.ours.map(({ us }, index) => rounds.theirs[index].us / us);
  const [left, right] = [measured(a.name, rounds.ours), measured(b.name, rounds.theirs)];
  return {
    value: right.us / left.us,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    byCpu: right.cpuUs / left.cpuUs,
    items: answers[0].items,
    ours: left,
    theirs: right,
  };
}

/**
 * One side on one workload, or on the items of it that come to an outcome.
 * @param {{ name: string, side: string, workload: Workload, outcome?: string }} task
 * @param {Settings} settings
 */
export async function measureAlone({ name, side, workload, outcome = null }, settings) {
  const { name: label } = await import(side);
  const rounds = [];
  let last = null;
  for (let round = 1; round <= settings.rounds; round += 1) {
    settings.progress(`${name}: round ${round} of ${settings.rounds}`);
    last = await inChild({ side, workload, outcome, time: settings, spread: true });
    rounds.push(last.timing);
  }
  return { ...measured(label, rounds), items: last.items, spread: last.timing.spread };
}

async function peer(side) {
  try {
    return await import(side);
  } catch (error) {
    throw new NotHere(`${side} does not load: ${String(error?.message).split(/\.?\s*\n|\. /)[0]}`);
  }
}

async function answersOf(side, workload) {
  return inChild({ side, workload, outcome: null, time: null, spread: false });
}

async function timed(side, workload, checked, settings) {
  const report = await inChild({ side, workload, outcome: null, time: settings, spread: false });
  if (report.digest !== checked.digest) throw new Error(`${side}: other answers than when it was checked`);
  return report.timing;
}

/** Whatever both say of an item must be the same; a side without statuses is held to its outcomes. */
function agree(name, nameA, a, nameB, b) {
  if (a.answers.length !== b.answers.length) throw new Error(`${name}: ${a.answers.length} answers against ${b.answers.length}`);
  a.answers.forEach((answer, index) => {
    const other = b.answers[index];
    const shared = Object.keys(answer).filter((key) => key in other);
    const said = (of) => JSON.stringify(shared.map((key) => of[key]));
    if (shared.length === 0 || said(answer) !== said(other)) {
      throw new Error(`${name}: item ${index} differs\n  ${nameA}: ${said(answer)}\n  ${nameB}: ${said(other)}`);
    }
  });
}

export function measured(side, timings) {
  const rounds = timings.map(({ us }) => us);
  const us = median(rounds);
  const cpuUs = median(timings.map((timing) => timing.cpuUs));
  return { side, us, min: Math.min(...rounds), max: Math.max(...rounds), cpuUs, perSecond: Math.round(1e6 / us), rounds };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns {Promise<import("./child.mjs").Report>} */
function inChild({ time, ...task }) {
  const limits = time === null ? null : { warmMs: time.warmMs, ms: time.ms };
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [JSON.stringify({ ...task, time: limits })], { execArgv: [] });
    let report = null;
    let code = null;
    // The report may come in after the exit, and the next child starts only when this one is gone.
    const settle = () => {
      if (code === 0 && report !== null) resolve(report);
      else if (code !== null && code !== 0) reject(new Error(`${task.side} ended with ${code}`));
    };
    child.on("message", (message) => {
      report = message;
      settle();
    });
    child.on("exit", (status, signal) => {
      code = status ?? signal;
      settle();
    });
    child.on("error", reject);
  });
}

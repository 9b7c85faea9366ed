/** Two sides that do a whole task, such as a file to a ranking, in fresh processes, in turns; their answers are compared first. */
import { fork } from "node:child_process";
import { measured, NotHere } from "./measure.mjs";

const CHILD = new URL("./run-child.mjs", import.meta.url);

/**
 * @param {{ name: string, ours: string, theirs: string, args: readonly unknown[], items: number }} comparison
 * @param {import("./measure.mjs").Settings} settings
 * @throws Error where they do not come to the same, or to another answer when timed
 * @throws NotHere where the peer cannot be loaded
 */
export async function compareRuns({ name, ours, theirs, args, items }, settings) {
  const sides = { ours: await sideOf(ours), theirs: await sideOf(theirs) };
  const answers = { ours: await inChild(ours, args, null), theirs: await inChild(theirs, args, null) };
  if (answers.ours.digest !== answers.theirs.digest) {
    throw new Error(`${name}: answers differ\n  ${sides.ours}: ${answers.ours.head}\n  ${sides.theirs}: ${answers.theirs.head}`);
  }
  const rounds = { ours: [], theirs: [] };
  for (let round = 1; round <= settings.rounds; round += 1) {
    settings.progress(`${name}: round ${round} of ${settings.rounds}`);
    for (const [side, module] of Object.entries({ ours, theirs })) {
      const { digest, timing } = await inChild(module, args, settings);
      if (digest !== answers[side].digest) throw new Error(`${name}: ${sides[side]} came to another answer when it was timed`);
      rounds[side].push(timing);
    }
  }
  const ratios = rounds.ours.map(({ us }, round) => rounds.theirs[round].us / us);
  const [left, right] = [measured(sides.ours, rounds.ours), measured(sides.theirs, rounds.theirs)];
  return {
    value: right.us / left.us,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    byCpu: right.cpuUs / left.cpuUs,
    items,
    ours: left,
    theirs: right,
  };
}

/** @returns {Promise<{ digest: string, head: string, timing: { us: number, cpuUs: number } | null, memory: number }>} */
export function inChild(side, args, settings) {
  const time = settings === null ? null : { warmMs: settings.warmMs, ms: settings.ms };
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [JSON.stringify({ side, args, time })], { execArgv: [] });
    let message = null;
    child.on("message", (report) => {
      message = report;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 && message !== null ? resolve(message) : reject(new Error(`${side} ended with ${code}`)),
    );
  });
}

async function sideOf(side) {
  try {
    return (await import(side)).name;
  } catch (error) {
    throw new NotHere(`${side} does not load: ${String(error?.message).split("\n")[0]}`);
  }
}

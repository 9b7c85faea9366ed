/** What is measured of cases: how the time of an audit grows with its log. */
import { measured } from "./measure.mjs";
import { inChild } from "./runs.mjs";

const NAME = "procedure/growth";
const SIZES = [1e3, 1e4, 1e5, 1e6];
const GOAL = 1.3;

const NOTES = [
  `${NAME}: one log of ever more applicants, from parsed JSON to the answer, reading included; microseconds an event, largest by smallest`,
];

/** @param {import("./measure.mjs").Settings & { wanted: (name: string) => boolean }} settings */
export async function benchProcedure(settings) {
  if (!settings.wanted(NAME)) return { ratios: {}, alone: {}, notes: {}, peers: {} };
  return { ratios: { [NAME]: await growth(settings) }, alone: {}, notes: { procedure: NOTES }, peers: {} };
}

async function growth(settings) {
  const rounds = SIZES.map(() => []);
  for (let round = 1; round <= settings.rounds; round += 1) {
    settings.progress(`${NAME}: round ${round} of ${settings.rounds}`);
    for (const [at, count] of SIZES.entries()) {
      const report = await inChild("./sides/audit-growth.mjs", [count], settings);
      rounds[at].push(report.timing);
    }
  }
  const bySize = SIZES.map((count, at) => ({ events: count, ...measured(`${count} events`, rounds[at]) }));
  const [least, most] = [bySize[0], bySize.at(-1)];
  const ratios = least.rounds.map((us, round) => most.rounds[round] / us);
  return {
    value: most.us / least.us,
    goal: GOAL,
    atMost: true,
    unit: "x",
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    byCpu: most.cpuUs / least.cpuUs,
    items: most.events,
    ours: most,
    theirs: least,
    bySize,
  };
}

/** What is measured of scoring: against the same loop in C and in JavaScript, against DuckDB, by size, in bytes. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { measured, NotHere } from "./measure.mjs";
import { compareRuns, inChild } from "./runs.mjs";

const MANY = 4_000_000;
/** 256 KiB of sheets, which stay in the cache of a core. */
const FEW = 8192;
/** Runs that both sides of the bootstrap are compared on. */
const CHECKED = 100;

const side = (name) => `./sides/${name}.mjs`;
const OURS = side("score-ours");

const COMPARISONS = [
  { name: "score/c", ours: OURS, theirs: side("score-c"), args: [MANY], goal: 0.95 },
  { name: "score/c-cached", ours: OURS, theirs: side("score-c"), args: [FEW], goal: null },
  { name: "score/js-typed", ours: OURS, theirs: side("score-js"), args: [MANY], goal: 10 },
  { name: "score/js-typed-cached", ours: OURS, theirs: side("score-js"), args: [FEW], goal: null },
  { name: "score/duckdb", ours: side("mean-ours"), theirs: side("mean-duckdb"), args: [MANY], goal: 25 },
  { name: "csv/duckdb", ours: side("csv-ours"), theirs: side("csv-duckdb"), args: [MANY], goal: 6, inAll: true },
  { name: "stability/js", ours: side("stability-ours"), theirs: side("stability-reference"), args: [CHECKED], goal: 20 },
];

const SIZES = [1e4, 1e5, 1e6, 1e7, 1e8];
const MEMORY_GOAL = 256 * 2 ** 20;
const SIZE_GOAL = 6 * 1024;

const NOTES = [
  "score/c and score/js-typed: packed sheets in memory to a total each, a byte above 100 looked for on the way, on one thread",
  "score/duckdb: ours on one thread against DuckDB on all cores; it sums and counts by applicant, ours also squares, least and greatest",
  "csv/duckdb: both on all cores, a warm file of 4 million rows; ours checks every cell and that no sheet stands twice, DuckDB the types",
  "growth: a stream of packed sheets, checked, totalled, added by applicant; microseconds a sheet, largest by smallest",
];

/** @param {import("./measure.mjs").Settings & { wanted: (name: string) => boolean }} settings */
export async function benchScore(settings) {
  const ratios = {};
  for (const { goal, ...comparison } of COMPARISONS.filter(({ name }) => settings.wanted(name))) {
    ratios[comparison.name] = { goal, unit: "x", ...(await compared({ items: comparison.args[0], ...comparison }, settings)) };
  }
  if (settings.wanted("growth")) Object.assign(ratios, await growth(settings));
  if (settings.wanted("size")) ratios.size = await size();
  return { ratios, alone: {}, notes: { score: NOTES }, peers: await peersUsed() };
}

async function compared(comparison, settings) {
  if (comparison.theirs === side("score-c") && !hasGcc()) return { value: null, why: "no gcc here" };
  try {
    return await compareRuns(comparison, settings);
  } catch (error) {
    if (error instanceof NotHere) return { value: null, why: error.message };
    throw error;
  }
}

function hasGcc() {
  try {
    execFileSync("gcc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Time a sheet at each size, the sizes in turns, and the most memory the largest took. */
async function growth(settings) {
  const rounds = SIZES.map(() => []);
  const memory = SIZES.map(() => 0);
  for (let round = 1; round <= settings.rounds; round += 1) {
    settings.progress(`growth: round ${round} of ${settings.rounds}`);
    for (const [at, count] of SIZES.entries()) {
      const report = await inChild(side("growth"), [count], { warmMs: Math.min(settings.warmMs, 500), ms: settings.ms });
      rounds[at].push(report.timing);
      memory[at] = Math.max(memory[at], report.memory);
    }
  }
  const bySize = SIZES.map((count, at) => ({ sheets: count, memory: memory[at], ...measured(`${count} sheets`, rounds[at]) }));
  const [least, most] = [bySize[0], bySize.at(-1)];
  const ratiosOfRounds = least.rounds.map((us, round) => most.rounds[round] / us);
  const time = { min: Math.min(...ratiosOfRounds), max: Math.max(...ratiosOfRounds), byCpu: most.cpuUs / least.cpuUs };
  return {
    growth: {
      value: most.us / least.us,
      goal: 1.3,
      atMost: true,
      unit: "x",
      ...time,
      items: most.sheets,
      ours: most,
      theirs: least,
      bySize,
    },
    "growth/memory": { value: most.memory, goal: MEMORY_GOAL, atMost: true, unit: " B" },
  };
}

async function size() {
  const bytes = gzipSync(await readFile(new URL("../dist/browser/scorer.js", import.meta.url)), { level: 9 }).length;
  return { value: bytes, goal: SIZE_GOAL, atMost: true, unit: " B" };
}

async function peersUsed() {
  const lock = JSON.parse(await readFile(new URL("./package-lock.json", import.meta.url), "utf8"));
  return { "@duckdb/node-api": lock.packages["node_modules/@duckdb/node-api"]?.version ?? "not locked" };
}

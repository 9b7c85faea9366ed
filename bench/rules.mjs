/** What is measured of deciding by rules. */
import { readFile } from "node:fs/promises";
import { compare, measureAlone, NotHere } from "./measure.mjs";

const COUNT = 500;
const SEED = 2022;
const MANY = 20_000;
const of = (make, count = COUNT) => ({ module: "./applicants.mjs", make, args: [count, SEED] });
const complete = of("completeApplicants");

const FULL = "./sides/ours-full.mjs";
const ZEN = "./sides/zen.mjs";
const VERDICT = "./sides/ours-verdict.mjs";

const COMPARISONS = [
  { name: "rules/json-rules-engine", ours: FULL, theirs: "./sides/json-rules-engine.mjs", workload: complete, goal: 100 },
  { name: "rules/zen", ours: FULL, theirs: ZEN, workload: complete, goal: 100 },
  { name: "rules/verdict", ours: VERDICT, theirs: "./sides/json-rules-engine.mjs", workload: complete, goal: 1000 },
  {
    name: "rules/verdict-one-rule",
    ours: VERDICT,
    theirs: "./sides/json-rules-engine-one-rule.mjs",
    workload: complete,
    goal: null,
  },
];

const ALONE = [
  { name: "explained: the whole set", side: FULL, workload: complete },
  { name: "explained: 20000 different applicants", side: FULL, workload: of("completeApplicants", MANY) },
  { name: "explained: eligible", side: FULL, workload: complete, outcome: "eligible" },
  { name: "explained: ineligible, with remedies", side: FULL, workload: complete, outcome: "ineligible" },
  { name: "explained: ineligible for one reason", side: FULL, workload: of("brokenOnce") },
  { name: "explained: ineligible for several", side: FULL, workload: of("brokenSeveralTimes") },
  { name: "explained: findings with who and evidence", side: FULL, workload: of("documentedApplicants") },
  { name: "explained: day of the call not given", side: FULL, workload: of("applicantsWithoutCall") },
  { name: "explained: facts missing, undetermined", side: FULL, workload: of("unfinishedApplicants"), outcome: "undetermined" },
  {
    name: "explained: facts missing, ineligible anyhow",
    side: FULL,
    workload: of("unfinishedApplicants"),
    outcome: "ineligible",
  },
  { name: "explained: JSON text to JSON text", side: "./sides/ours-json.mjs", workload: complete },
  { name: "verdict: the whole set", side: VERDICT, workload: complete },
  { name: "verdict: 20000 different applicants", side: VERDICT, workload: of("completeApplicants", MANY) },
  { name: "verdict: eligible", side: VERDICT, workload: complete, outcome: "eligible" },
  { name: "verdict: ineligible", side: VERDICT, workload: complete, outcome: "ineligible" },
  { name: "verdict: facts missing, undetermined", side: VERDICT, workload: of("unfinishedApplicants"), outcome: "undetermined" },
];

const NOTES = [
  "the peers decide conditions only: their derived facts are worked out before the clock starts, ours are part of the time",
  "the peers take facts as they come; ours checks every fact of every question, and that is part of the time",
  "Zen's time holds its Node binding: the facts copied into it and a turn of its thread pool, which every call from Node pays",
  "rules/verdict-one-rule rewrites the pack's file for json-rules-engine so that it need not report each rule",
];

/** @param {import("./measure.mjs").Settings & { wanted: (name: string) => boolean }} settings */
export async function benchRules(settings) {
  const peers = await peersUsed();
  const ratios = {};
  for (const { goal, ...comparison } of COMPARISONS.filter(({ name }) => settings.wanted(name))) {
    ratios[comparison.name] = { goal, unit: "x", ...(await compared(comparison, settings)) };
  }
  const alone = {};
  for (const task of ALONE.filter(({ name }) => settings.wanted(`rules/ours/${name}`))) {
    alone[task.name] = await measureAlone(task, { ...settings, rounds: Math.min(3, settings.rounds) });
  }
  return { ratios, alone: { "rules/ours": alone }, notes: { rules: NOTES }, peers };
}

/** A peer that is not here is said to be so, and the others are measured all the same. */
async function compared(comparison, settings) {
  try {
    return await compare(comparison, settings);
  } catch (error) {
    if (error instanceof NotHere && comparison.theirs === ZEN) return { value: null, why: error.message };
    throw error;
  }
}

/** @throws Error where the product would run another json-rules-engine than the one measured */
async function peersUsed() {
  const bench = await lockOf("./package-lock.json");
  const product = await lockOf("../package-lock.json");
  const versions = Object.fromEntries(
    ["json-rules-engine", "@gorules/zen-engine"].map((peer) => [peer, bench.packages[`node_modules/${peer}`].version]),
  );
  const own = product.packages["node_modules/json-rules-engine"].version;
  if (own !== versions["json-rules-engine"]) throw new Error(`json-rules-engine is ${own} in the product: measure that one`);
  return versions;
}

async function lockOf(path) {
  return JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));
}

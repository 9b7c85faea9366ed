/**
 * `npm run bench`: every comparison, the table, `bench/results.json`.
 * `node bench/run.mjs --only rules/zen --rounds 5` measures what is named so and writes nothing; `--quick` is for trying out.
 */
import { parseArgs } from "node:util";
import { benchHttp } from "./http.mjs";
import { busy, machine } from "./machine.mjs";
import { benchProcedure } from "./procedure.mjs";
import { print, write } from "./report.mjs";
import { benchRules } from "./rules.mjs";
import { benchScore } from "./score.mjs";

const FAMILIES = [benchRules, benchScore, benchProcedure, benchHttp];

const { values } = parseArgs({
  options: { only: { type: "string" }, rounds: { type: "string", default: "7" }, quick: { type: "boolean", default: false } },
});
const { only, quick } = values;
const settings = {
  rounds: quick ? 2 : Number(values.rounds),
  warmMs: quick ? 500 : 1000,
  ms: quick ? 500 : 2000,
  wanted: (name) => only === undefined || name.startsWith(only),
  progress: (text) => process.stderr.write(`${text}\n`),
};

if (!(settings.rounds >= 1)) throw new Error(`--rounds ${values.rounds}: give a number of rounds`);

const results = { machine: machine(), peers: {}, ratios: {}, alone: {}, notes: busy() };
try {
  for (const family of FAMILIES) {
    const { peers, ratios, alone, notes } = await family(settings);
    Object.assign(results.peers, peers);
    Object.assign(results.ratios, ratios);
    Object.assign(results.alone, alone);
    Object.assign(results.notes, notes);
  }
  print(results);
  if (only === undefined && !quick) await write(results);
} catch (error) {
  process.stderr.write(`bench failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

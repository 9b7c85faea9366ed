/**
 * Reviewers drawn anew on threads, in a process of its own, which ends by itself once no thread is left.
 * `node test/threads/program.mjs <threads> <runs> [twice]`; with `twice` a reviewer gave an applicant two sheets. Prints each step of
 * progress, then how many runs were made or what went wrong.
 */
import { argv, stdout } from "node:process";
import { instantiate } from "../../dist/scoring/module.js";
import { simulateOnThreads } from "../../dist/threads/simulate.js";

const [threads, runs, twice] = argv.slice(2);
const APPLICANTS = 71;
const sheets = Array.from({ length: 10 * APPLICANTS }, (_, at) => at);
const stage = {
  totals: Int32Array.from(sheets, (sheet) => (sheet * sheet) % 997),
  applicants: Uint32Array.from(sheets, (sheet) => sheet % APPLICANTS),
  reviewers: Uint32Array.from(sheets, (sheet) => (twice ? 0 : Math.floor(sheet / APPLICANTS))),
  aggregation: { method: "mean" },
  weight: 1,
};
const progress = (done) => stdout.write(`${done}\n`);
const simulation = { stages: [stage], seed: 1n, from: 0, to: Number(runs), first: 5 };
try {
  const [made] = await simulateOnThreads(await instantiate(), [simulation], { threads: Number(threads), progress });
  stdout.write(`made ${made.runs}\n`);
} catch (error) {
  stdout.write(`${error}\n`);
}

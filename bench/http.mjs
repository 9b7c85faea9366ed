/** What is measured of answering over HTTP. */
import { compare } from "./measure.mjs";

const COMPARISONS = [
  {
    name: "http/write-decision",
    ours: "./sides/write-decision.mjs",
    theirs: "./sides/json-stringify.mjs",
    workload: { module: "./edition.mjs", make: "edition2023", args: [] },
    goal: 1.3,
  },
];

const NOTES = ["http/write-decision: the decision is made before the clock starts; only how it becomes bytes differs"];

/** @param {import("./measure.mjs").Settings & { wanted: (name: string) => boolean }} settings */
export async function benchHttp(settings) {
  const ratios = {};
  for (const { goal, ...comparison } of COMPARISONS.filter(({ name }) => settings.wanted(name))) {
    ratios[comparison.name] = { goal, unit: "x", ...(await compare(comparison, settings)) };
  }
  return { ratios, alone: {}, notes: { http: NOTES }, peers: {} };
}

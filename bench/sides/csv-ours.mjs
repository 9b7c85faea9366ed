/** A CSV file to ranked applicants, as `qak score` reads it. */
import { openSheets } from "../../dist/files/sheets/open.js";
import { scoreSet } from "../../dist/scoring/score-set.js";
import { loadScorer } from "../../dist/scoring/scorer.js";
import { criteria, csvFile } from "../score-sets.mjs";

export const name = "ours, all cores";

export async function prepare(count) {
  const path = await csvFile(count);
  const scorer = await loadScorer(criteria);
  let ranked = [];
  return {
    items: count,
    async pass() {
      const reading = await openSheets(path, "csv", criteria, { withSheets: false });
      const set = await scoreSet(scorer, () => ({ method: "mean" }));
      for await (const batch of reading.batches) set.add(batch);
      const names = reading.namesOf("applicant");
      ranked = set.placings().map(({ applicant, low, best }) => ({ applicant: names[applicant], mean: low, rank: best }));
    },
    answer: () =>
      ranked
        .map(({ applicant, mean: { over, under }, rank }) => `${rank} ${applicant} ${over}/${under}`)
        .sort()
        .join(),
  };
}

/** Packed sheets through the module in chunks of one size, as a stream of any length is scored: checked, totalled, added by applicant. */
import { loadScorer } from "../../dist/scoring/scorer.js";
import { sumsByGroup } from "../../dist/scoring/sums.js";
import { criteria, fillSheets, SHEETS_EACH, STRIDE } from "../score-sets.mjs";

export const name = "ours, one thread";

const CHUNK = 8192;
/** Sheets made up; a longer stream is these over and over, of ever new applicants. */
const MADE = 32 * CHUNK;

export async function prepare(count) {
  const scorer = await loadScorer(criteria);
  const made = fillSheets(new Uint8Array(MADE * STRIDE), MADE);
  const applicants = new Uint32Array(CHUNK);
  let sums = null;
  return {
    items: count,
    async pass() {
      sums = await sumsByGroup();
      for (let from = 0; from < count; from += CHUNK) {
        const size = Math.min(CHUNK, count - from);
        const at = (from % MADE) * STRIDE;
        for (let sheet = 0; sheet < size; sheet += 1) applicants[sheet] = Math.floor((from + sheet) / SHEETS_EACH);
        sums.add(scorer.totals(made.subarray(at, at + size * STRIDE)), applicants.subarray(0, size));
      }
    },
    answer: () => `${sums.count()} ${sums.means().reduce((sum, number) => sum + number, 0n)}`,
  };
}

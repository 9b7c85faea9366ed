/** Between which ranks an applicant stands in most runs. */
import type { Stability } from "./stability.js";

/** Both ends are in it. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/**
 * Of each of `stability.applicants` the shortest interval of ranks beyond either end of which lies at most half of what may be
 * left out: half of `100 - percent` in 100 of the runs. So it holds at least `percent` in 100 of them.
 * @param percent a whole number from 1 to 100
 * @throws RangeError where it is not, or there was no run
 * @example rankIntervals(scorer.bootstrap(question), 95)[0] // { best: 2, worst: 4 }
 */
export function rankIntervals({ runs, applicants, counts }: Stability, percent: number): readonly RankInterval[] {
  if (!(Number.isInteger(percent) && percent >= 1 && percent <= 100)) throw new RangeError("a whole percentage from 1 to 100");
  if (runs < 1) throw new RangeError("no interval without a run");
  const { length } = applicants;
  return applicants.map((_, row) => {
    const own = counts.subarray(row * length, (row + 1) * length);
    const beyond = (ranks: Uint32Array) => {
      let [rank, sum] = [0, 0];
      // Compared as whole numbers: sum / runs > (100 - percent) / 200.
      for (const count of ranks) {
        sum += count;
        if (200 * sum > (100 - percent) * runs) break;
        rank += 1;
      }
      return rank;
    };
    return { best: 1 + beyond(own), worst: length - beyond(own.toReversed()) };
  });
}

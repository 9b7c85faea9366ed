/** What many runs came to. */
import type { Stability } from "../../../src/scoring/stability.js";
import type { RunsVector } from "../format.js";

export function countedOf({ applicants, counts, ties }: Stability): Pick<RunsVector, "applicants" | "counts" | "ties"> {
  const { length } = applicants;
  return { applicants, counts: applicants.map((_, row) => [...counts.slice(row * length, (row + 1) * length)]), ties: [...ties] };
}

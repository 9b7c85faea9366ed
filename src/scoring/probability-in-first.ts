/** How often an applicant is at the top. */
import type { Fraction } from "./fractions.js";
import type { Stability } from "./stability.js";

/** Shares of the runs, exact; what is left of the whole is the share in which it is not at the top. */
export interface InFirst {
  /** Among the first, and no tie can put it out. */
  readonly in: Fraction;
  /** Tied with others across the cut. */
  readonly tied: Fraction;
}

/**
 * Of each of `stability.applicants` how often it is among the first for which the runs were asked.
 * @throws RangeError where there was no run
 * @example probabilityInFirst(scorer.bootstrap(question))[0] // { in: 970/1000, tied: 12/1000 }
 */
export function probabilityInFirst({ runs, first, applicants, counts, ties }: Stability): readonly InFirst[] {
  if (runs < 1) throw new RangeError("no probability without a run");
  const { length } = applicants;
  const share = (number: number): Fraction => ({ over: BigInt(number), under: BigInt(runs) });
  return applicants.map((_, row) => {
    const tied = ties[row] as number;
    const top = counts.subarray(row * length, row * length + Math.min(first, length)).reduce((sum, count) => sum + count, 0);
    return { in: share(top - tied), tied: share(tied) };
  });
}

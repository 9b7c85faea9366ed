/** How sure a selection is: the shapes that leave, as JSON. */
import type { RankInterval } from "../scoring/rank-intervals.js";

export interface StabilityResult {
  /** The same seed and runs give the same answer, byte for byte. */
  readonly seed: number;
  /** Of each kind. */
  readonly runs: number;
  /** How many may be proposed, and the points without which nobody is. */
  readonly first: number;
  readonly atLeast: number | null;
  /** In so many of 100 runs an applicant has a rank of its interval, at least. */
  readonly confidence: number;
  /** Percent by which each weight is moved, at most, up or down. */
  readonly spread: number;
  /** Those with a comprehensive score of sheets that lack nothing, as the ranking lists them. */
  readonly lines: readonly StabilityLine[];
  /** Reviewers without whom, at one stage, others would be proposed. */
  readonly absences: readonly Absence[];
  /** Sheets that lack scores: left out of all this. */
  readonly leftOut: readonly { readonly stage: string; readonly applicant: string; readonly reviewer: string }[];
  /** Those who take part, but with too few sheets for a score, or too few once those are left out. */
  readonly untested: readonly string[];
}

export interface StabilityLine {
  readonly applicant: string;
  /**
   * The best and the worst of its ranks, there where missing scores and sheets leave them open, or whether it is proposed: runs
   * without these do not settle it.
   */
  readonly open?: { readonly best: number; readonly worst: number };
  /** Of the runs in which reviewers are drawn anew. */
  readonly drawn: Chance;
  /** Of those in which the weights of the stages are moved. */
  readonly moved: Chance;
}

export interface Chance {
  /** Among the first and with the points, where no tie can put it out. */
  readonly proposed: Share;
  /** With the points, and tied with others across the cut. */
  readonly tied: Share;
  /** Whatever the points. */
  readonly ranks: RankInterval;
}

/** A share of the runs. */
export interface Share {
  /** Percent, rounded, but never to all or none of them: `97.3`, `>99.9`. */
  readonly percent: string;
  readonly over: string;
  readonly under: string;
}

/** Applicants by id. */
export interface Absence {
  readonly stage: string;
  readonly reviewer: string;
  /** Proposed without the reviewer, and not as it is. */
  readonly gained: readonly string[];
  /** Proposed as it is, and not without. */
  readonly lost: readonly string[];
  /** Tied across the cut without. */
  readonly tied: readonly string[];
}

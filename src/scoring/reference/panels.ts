/** Applicants whom the same reviewers judged at a stage, found by comparing each with each. */
import { NO_TOTAL } from "../layout.js";
import type { ScoredStage } from "../panels.js";
import { aggregate } from "./aggregate.js";

export interface Panel {
  /** In order. */
  readonly reviewers: readonly number[];
  /** In order of their places. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly applicant: number;
  /** By place of the reviewer. */
  readonly totals: readonly bigint[];
}

/** In the order of their first applicants; those alone whose reviewers are enough for a value. */
export function panels({ aggregation, ...stage }: ScoredStage): readonly Panel[] {
  const sheets = Array.from(stage.totals, (total, at) => ({
    total: BigInt(total),
    applicant: stage.applicants[at] as number,
    reviewer: stage.reviewers[at] as number,
  })).filter(({ total }) => total !== BigInt(NO_TOTAL));
  const places = [...new Set(sheets.map(({ applicant }) => applicant))].sort((a, b) => a - b);
  const judged = places.map((applicant) => {
    const own = sheets.filter((sheet) => sheet.applicant === applicant).sort((a, b) => a.reviewer - b.reviewer);
    return { reviewers: own.map(({ reviewer }) => reviewer), member: { applicant, totals: own.map(({ total }) => total) } };
  });
  return judged
    .map(({ reviewers }) => judged.filter((other) => areEqual(other.reviewers, reviewers)))
    .filter((alike, at) => alike[0] === judged[at])
    .map((alike) => ({ reviewers: alike[0]?.reviewers ?? [], members: alike.map(({ member }) => member) }))
    .filter(({ members }) => members.every(({ totals }) => aggregate(totals, aggregation) !== null));
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, at) => number === other[at]);
}

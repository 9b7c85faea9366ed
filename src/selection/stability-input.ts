/** A selection as its ranking is made again and again: the sheets that count, and the points that are needed. */
import type { Award } from "../kernel/award.js";
import { totalPoints } from "../kernel/criteria.js";
import type { StageRules } from "../kernel/review-rules.js";
import { NO_TOTAL } from "../scoring/layout.js";
import type { ScoredStage } from "../scoring/panels.js";
import type { Scorer } from "../scoring/scorer.js";
import type { Applicant } from "./answer.js";
import { awardLimits } from "./awards.js";
import { candidatesOf } from "./candidates.js";
import type { ReadSelection, ReadSheet } from "./read-question.js";
import { shortlistBy } from "./shortlist.js";
import { droppedBy, packed, type StageScores, scoreStages } from "./stage-scores.js";

export interface StabilityInput {
  /** Stages that rank, with the names they go by; places of applicants are those of `applicants`, then come the bars. */
  readonly stages: readonly (ScoredStage & { readonly name: string })[];
  /** By place. */
  readonly applicants: readonly string[];
  /** By place, where missing scores and sheets leave open what becomes of it. */
  readonly openRanks: readonly (OpenRanks | null)[];
  /** By number; those of the bars have greater numbers. */
  readonly reviewers: readonly string[];
  readonly first: number;
  readonly atLeast: number | null;
  /** How many bars there are, where points are needed: as many as applicants or as awards, whichever are more. */
  readonly bars: number;
  readonly leftOut: readonly { readonly stage: string; readonly applicant: string; readonly reviewer: string }[];
  readonly untested: readonly string[];
}

/**
 * Totals become finer, up to this number for the most points there are, so that a bar may stand one below the points that are
 * needed: an applicant who has them exactly is above it, and no tie with a bar is taken for one with an applicant. Of 1000 points
 * one is a thousandth of a point; finer still, sums of many different panels would be too great.
 */
const FINEST_TOTAL = 1_000_000;

export interface OpenRanks {
  readonly best: number;
  readonly worst: number;
}

/** Sheets without a missing score, and those with. */
interface Sorted {
  readonly complete: readonly (ReadSheet & { readonly total: number })[];
  readonly incomplete: readonly ReadSheet[];
}

/**
 * The points without which nobody is proposed are told the ranking by bars: applicants of our own who all have just less than
 * these points, so many that whoever is below them is not among the first, whoever else is.
 * @returns `null` before all stages that rank are held: till then nobody is proposed
 */
export function stabilityInput(award: Award, scorer: Scorer, read: ReadSelection): StabilityInput | null {
  const scored = scoreStages(scorer, read);
  const limits = awardLimits(award, read);
  const candidates = candidatesOf(scorer, read, scored, shortlistBy(scorer, read, scored), limits);
  if (!candidates.isOver) return null;
  const sorted = candidates.stages.map((stage) => sortedOut(scorer, stage));
  const { entries } = candidates.cut;
  const isTested = (place: number) =>
    candidates.stages.every(
      ({ needs }, at) => (sorted[at] as Sorted).complete.filter((sheet) => sheet.place === place).length >= needs,
    );
  const lines = entries.filter(({ place }) => isTested(place));
  const tested = lines.map(({ place }) => place);
  const reviewers = [...new Set(sorted.flatMap(({ complete }) => complete.map(({ reviewer }) => reviewer)))];
  const { atLeast = null } = read.rules.awards;
  const bars = atLeast === null || atLeast === 0 ? 0 : Math.max(tested.length, limits.quota);
  const { max: top } = read.criteria.scale;
  const finer = Math.max(1, Math.floor(FINEST_TOTAL / (totalPoints(read.criteria) * top)));
  const idOf = (place: number) => (read.applicants[place] as Applicant).id;
  return {
    stages: candidates.stages.map(({ stage, rules }, at) => {
      const { complete } = sorted[at] as Sorted;
      const own = complete
        .filter(({ place }) => tested.includes(place))
        .map(({ place, reviewer, total }) => [total * finer, tested.indexOf(place), reviewers.indexOf(reviewer)] as const);
      const rows = [...own, ...barRows((atLeast ?? 0) * top * finer - 1, bars, tested.length, reviewers.length, rules)];
      return {
        name: stage.name,
        totals: Int32Array.from(rows, ([total]) => total),
        applicants: Uint32Array.from(rows, ([, applicant]) => applicant),
        reviewers: Uint32Array.from(rows, ([, , reviewer]) => reviewer),
        aggregation: rules.aggregation,
        // INVARIANT: review rules are read against the selection: every stage that ranks has a weight.
        weight: rules.weight as number,
      };
    }),
    applicants: tested.map(idOf),
    openRanks: lines.map(({ best, worst, standing }) => (best === worst && standing !== "open" ? null : { best, worst })),
    reviewers,
    first: limits.quota,
    atLeast,
    bars,
    leftOut: sorted.flatMap(({ incomplete }) =>
      incomplete.map(({ stage, applicant, reviewer }) => ({ stage, applicant, reviewer })),
    ),
    untested: entries.flatMap(({ place }) => (isTested(place) ? [] : [idOf(place)])),
  };
}

function sortedOut(scorer: Scorer, { scores }: StageScores): Sorted {
  const sheets = scores.flatMap((own) => own.sheets);
  const totals = scorer.totals(packed(sheets, scorer));
  const all = sheets.map((sheet, at) => ({ ...sheet, total: totals[at] as number }));
  return {
    complete: all.filter(({ total }) => total !== NO_TOTAL),
    incomplete: all.filter(({ total }) => total === NO_TOTAL),
  };
}

/** Each bar has as many sheets as a score needs, all alike, by reviewers of our own. */
function barRows(total: number, bars: number, place: number, reviewer: number, { aggregation }: StageRules) {
  const sheets = 2 * droppedBy(aggregation) + 1;
  return Array.from(
    { length: bars * sheets },
    (_, at) => [total, place + (at % bars), reviewer + Math.floor(at / bars)] as const,
  );
}

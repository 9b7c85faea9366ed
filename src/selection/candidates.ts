/** Who takes part in the ranking, and with what comprehensive score. */
import { type Fraction, fractionAt } from "../scoring/fractions.js";
import type { Scorer } from "../scoring/scorer.js";
import { type Contender, type Cut, cutOf } from "./cut.js";
import { fractionsOf } from "./fractions-of.js";
import type { Span } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import type { Shortlisting } from "./shortlist.js";
import type { StageScore, StageScores } from "./stage-scores.js";

export interface Candidates {
  /** Stages that rank. */
  readonly stages: readonly StageScores[];
  /** Whether one of them is held, or all are. */
  readonly hasBegun: boolean;
  readonly isOver: boolean;
  /** Places of those who take part in them. */
  readonly parts: readonly number[];
  /** They, ranked and cut by the quota; one without a score may still come to any there is. */
  readonly cut: Cut;
}

export interface AwardLimits {
  readonly quota: number;
  /** In points over the top of the scale. */
  readonly atLeast: Fraction | null;
}

/**
 * Once a stage that ranks is held, they are those who have sheets there: who was visited was then decided, and what the scores of
 * the shortlist come to changes nothing any more. Before that, they are those who may go on.
 */
export function candidatesOf(
  scorer: Scorer,
  { applicants }: ReadSelection,
  stages: readonly StageScores[],
  shortlisting: Shortlisting | null,
  { quota, atLeast }: AwardLimits,
): Candidates {
  const ranking = stages.filter(({ stage }) => stage.decides === "ranking");
  const hasBegun = ranking.some(({ isHeld }) => isHeld);
  const mayGoOn = (place: number) => shortlisting === null || shortlisting.standings.get(place) !== "out";
  const parts = [...applicants.keys()].filter((place) => hasSheets(ranking, place) || (!hasBegun && mayGoOn(place)));
  const spans = comprehensive(scorer, ranking, applicants.length);
  const isScored = (place: number) => ranking.every(({ scores }) => scores[place]?.span !== null);
  const contenders = parts.map((place): Contender => ({ place, span: spans[place] as Span, isScored: isScored(place) }));
  return {
    stages: ranking,
    hasBegun,
    isOver: ranking.every(({ isHeld }) => isHeld),
    parts,
    cut: cutOf(scorer, contenders, { first: quota, atLeast }),
  };
}

/** Excluded ones show as well that a stage was taken part in. */
export function hasSheets(stages: readonly StageScores[], place: number): boolean {
  return stages.some(({ scores }) => {
    const { sheets, excluded } = scores[place] as StageScore;
    return sheets.length + excluded.length > 0;
  });
}

/** By the place of the applicant; a stage without a score counts with any that may still be given there. */
function comprehensive(scorer: Scorer, stages: readonly StageScores[], length: number): readonly Span[] {
  const weighted = (end: keyof Span) =>
    scorer.composite(
      stages.map(({ rules, scores, anywhere }) => ({
        // INVARIANT: review rules are read against the selection: every stage that ranks has a weight.
        weight: rules.weight as number,
        values: fractionsOf(scores.map(({ span }) => (span ?? anywhere)[end])),
      })),
    );
  const lows = weighted("low");
  const highs = weighted("high");
  // INVARIANT: a composite of values that are all there is there.
  return Array.from({ length }, (_, place) => ({
    low: fractionAt(lows, place) as Fraction,
    high: fractionAt(highs, place) as Fraction,
  }));
}

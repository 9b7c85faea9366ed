/** What the sheets of one stage come to, applicant by applicant. */
import { totalPoints } from "../kernel/criteria.js";
import type { Aggregation, StageRules } from "../kernel/review-rules.js";
import type { Stage } from "../kernel/selection.js";
import { outliers } from "../scoring/aggregate.js";
import { type Fraction, fractionAt } from "../scoring/fractions.js";
import { MISSING, NO_TOTAL } from "../scoring/layout.js";
import type { Scorer } from "../scoring/scorer.js";
import type { Spread } from "../scoring/spread.js";
import type { Interest } from "./answer.js";
import type { Span } from "./points.js";
import type { ReadSelection, ReadSheet } from "./read-question.js";

export interface StageScores {
  readonly stage: Stage;
  readonly rules: StageRules;
  readonly isHeld: boolean;
  /** Sheets without which an applicant has no score. */
  readonly needs: number;
  /** From the least to the greatest that a score may come to. */
  readonly anywhere: Span;
  /** By the place of the applicant. */
  readonly scores: readonly StageScore[];
}

export interface StageScore {
  /** Those that count. */
  readonly sheets: readonly ReadSheet[];
  readonly excluded: readonly ReadSheet[];
  /** Where its score lies: anywhere, while the stage is not held; `null` for none, where it was. */
  readonly span: Span | null;
  /** `null` while scores are missing, and without a sheet. */
  readonly spread: Spread | null;
  /** Reviewers to meet. */
  readonly outliers: readonly string[];
}

export function scoreStages(scorer: Scorer, read: ReadSelection): readonly StageScores[] {
  const hasInterest = interestIn(read.interests ?? []);
  return read.selection.stages.map((stage) => {
    const own = read.sheets.filter((sheet) => sheet.stage === stage.name);
    const counted = own.filter((sheet) => !hasInterest(sheet));
    return scoreStage(scorer, read, stage, counted, own.filter(hasInterest));
  });
}

function scoreStage(
  scorer: Scorer,
  { criteria, applicants, held, rules: all }: ReadSelection,
  stage: Stage,
  counted: readonly ReadSheet[],
  excluded: readonly ReadSheet[],
): StageScores {
  // INVARIANT: review rules are read against the selection: they have every stage.
  const rules = all.stages[stage.name] as StageRules;
  const isHeld = held.has(stage.name);
  const needs = neededBy(rules);
  const { length } = applicants;
  const groups = Uint32Array.from(counted, ({ place }) => place);
  const bounds = scorer.bounds(packed(counted, scorer));
  const lows = bounds.filter((_, at) => at % 2 === 0);
  const highs = bounds.filter((_, at) => at % 2 === 1);
  const least = scorer.aggregate(lows, groups, length, rules.aggregation);
  const greatest = scorer.aggregate(highs, groups, length, rules.aggregation);
  const open = new Set(counted.filter((_, at) => lows[at] !== highs[at]).map(({ place }) => place));
  const settled = lows.map((low, at) => (open.has(groups[at] as number) ? NO_TOTAL : low));
  const apart =
    rules.consensus === undefined ? [] : outliers(settled, groups, least.spreads, rules.consensus.deviation * criteria.scale.max);
  const sheetsBy = byPlace(counted, length);
  const excludedBy = byPlace(excluded, length);
  const apartBy = byPlace(
    apart.map((at) => counted[at] as ReadSheet),
    length,
  );
  const anywhere = { low: scaled(criteria.scale.min), high: scaled(criteria.scale.max) };
  return {
    stage,
    rules,
    isHeld,
    needs,
    anywhere,
    scores: applicants.map((_, place): StageScore => {
      const sheets = sheetsBy[place] as readonly ReadSheet[];
      const low = fractionAt(least.values, place);
      const high = fractionAt(greatest.values, place);
      const own = sheets.length < needs || low === null || high === null ? null : { low, high };
      return {
        sheets,
        excluded: excludedBy[place] as readonly ReadSheet[],
        span: isHeld ? own : anywhere,
        spread: sheets.length === 0 || open.has(place) ? null : (least.spreads[place] as Spread),
        outliers: (apartBy[place] as readonly ReadSheet[]).map(({ reviewer }) => reviewer),
      };
    }),
  };

  function scaled(score: number): Fraction {
    return { over: BigInt(totalPoints(criteria)) * BigInt(score), under: 1n };
  }
}

/** Whether the reviewer of a sheet declared an interest in its applicant. */
function interestIn(interests: readonly Interest[]): (sheet: ReadSheet) => boolean {
  const applicantsOf = new Map<string, Set<string>>();
  for (const { reviewer, applicant } of interests) {
    const own = applicantsOf.get(reviewer);
    if (own === undefined) applicantsOf.set(reviewer, new Set([applicant]));
    else own.add(applicant);
  }
  return ({ reviewer, applicant }) => applicantsOf.get(reviewer)?.has(applicant) === true;
}

/** A trimmed mean needs more sheets than it leaves out, whatever else the rules say. */
function neededBy({ aggregation, minSheets = 1 }: StageRules): number {
  return Math.max(minSheets, 2 * droppedBy(aggregation) + 1);
}

/** At each end. */
export function droppedBy(aggregation: Aggregation): number {
  return aggregation.method === "trimmed-mean" ? aggregation.drop : 0;
}

/** Sheets as the scorer reads them. */
export function packed(sheets: readonly ReadSheet[], { layout }: Scorer): Uint8Array {
  const bytes = new Uint8Array(layout.stride * sheets.length);
  for (const [at, { scores }] of sheets.entries()) bytes.set(scores, at * layout.stride);
  return bytes;
}

function byPlace(sheets: readonly ReadSheet[], length: number): readonly (readonly ReadSheet[])[] {
  const lists: ReadSheet[][] = Array.from({ length }, () => []);
  for (const sheet of sheets) lists[sheet.place]?.push(sheet);
  return lists;
}

/** Places of the items that were not scored. */
export function missingIn({ scores }: ReadSheet): readonly number[] {
  return [...scores.keys()].filter((item) => scores[item] === MISSING);
}

/** On whom a ranking rests: the same ranking without each reviewer in turn. */
import type { Fractions } from "./fractions.js";
import { NO_TOTAL } from "./layout.js";
import type { ScoredStage } from "./panels.js";
import type { Ranker } from "./ranker.js";
import { checkWhole } from "./whole.js";

export interface LeaveOneOut {
  /** Their weights add up to 10 000. */
  readonly stages: readonly ScoredStage[];
  /** How many are at the top. */
  readonly first: number;
}

/** Who is among the first: places of applicants, in order. */
export interface Top {
  /** No tie can put them out. */
  readonly in: readonly number[];
  /** Tied with others across the cut: neither in nor out. */
  readonly tied: readonly number[];
}

/** The top as it is, and each reviewer without whom at one stage it would be another. */
export interface Reliance extends Top {
  readonly without: readonly TopWithout[];
}

export interface TopWithout {
  /** Place of the stage. */
  readonly stage: number;
  readonly reviewer: number;
  /** In without the reviewer, and not in as it is; an applicant whom nobody else judged at the stage has no rank without. */
  readonly gained: readonly number[];
  /** In as it is, and not without. */
  readonly lost: readonly number[];
  /** Tied across the cut without the reviewer. */
  readonly tied: readonly number[];
}

/** @throws RangeError where a number is not whole, weights do not add up, numbers differ in number, or a fraction becomes greater than 64 bits */
export function leaveOneOut(
  { aggregate, composite, rank }: Pick<Ranker, "aggregate" | "composite" | "rank">,
  { stages, first }: LeaveOneOut,
): Reliance {
  checkWhole({ first });
  const count = 1 + stages.reduce((most, { applicants }) => applicants.reduce((a, b) => Math.max(a, b), most), -1);
  const valuesOf = ({ applicants, aggregation }: ScoredStage, totals: Int32Array): Fractions =>
    aggregate(totals, applicants, count, aggregation).values;
  const values = stages.map((stage) => {
    if (stage.totals.length !== stage.reviewers.length) throw new RangeError("a reviewer for each total");
    return valuesOf(stage, stage.totals);
  });
  const topOf = (all: readonly Fractions[]): Top =>
    topAmong(rank(composite(all.map((own, at) => ({ values: own, weight: stages[at]?.weight as number })))).ranks, first);

  const whole = topOf(values);
  const without = stages.flatMap((stage, at) =>
    // A stage without weight decides nothing, whoever judged at it.
    (stage.weight === 0 ? [] : reviewersOf(stage)).flatMap((reviewer) => {
      const totals = stage.totals.map((total, sheet) => (stage.reviewers[sheet] === reviewer ? NO_TOTAL : total));
      const top = topOf(values.with(at, valuesOf(stage, totals)));
      const gained = less(top.in, whole.in);
      const lost = less(whole.in, top.in);
      const isSame = gained.length + lost.length === 0 && top.tied.join() === whole.tied.join();
      return isSame ? [] : [{ stage: at, reviewer, gained, lost, tied: top.tied }];
    }),
  );
  return { ...whole, without };
}

function topAmong(ranks: Uint32Array, first: number): Top {
  const sharing = new Map<number, number>();
  for (const rank of ranks) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  const places = Array.from(ranks.keys()).filter((place) => ranks[place] !== 0 && (ranks[place] as number) <= first);
  const fits = (place: number) => (ranks[place] as number) + (sharing.get(ranks[place] as number) as number) - 1 <= first;
  return { in: places.filter(fits), tied: places.filter((place) => !fits(place)) };
}

/** Those who gave a total, in order. */
function reviewersOf({ totals, reviewers }: ScoredStage): readonly number[] {
  return [...new Set(reviewers.filter((_, sheet) => totals[sheet] !== NO_TOTAL))].sort((a, b) => a - b);
}

function less(places: readonly number[], others: readonly number[]): readonly number[] {
  return places.filter((place) => !others.includes(place));
}

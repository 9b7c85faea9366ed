/** How sure a selection is: the same ranking by reviewers drawn anew, with weights moved, and without each reviewer in turn. */
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import { type InFirst, probabilityInFirst } from "../scoring/probability-in-first.js";
import { rankIntervals } from "../scoring/rank-intervals.js";
import type { Scorer } from "../scoring/scorer.js";
import type { Simulation } from "../scoring/simulation.js";
import type { Stability } from "../scoring/stability.js";
import type { SelectionQuestion } from "./answer.js";
import { readSelection } from "./read-question.js";
import { isTooGreat } from "./select.js";
import { shareOf } from "./share.js";
import type { Absence, Chance, StabilityLine, StabilityResult } from "./stability-answer.js";
import { type StabilityInput, stabilityInput } from "./stability-input.js";

export interface StabilityOptions {
  /** A whole number from 0 on. */
  readonly seed: number;
  /** Of each kind; a whole number from 1 on. */
  readonly runs: number;
  /** Percent by which each stage's weight is moved at most, 0 to 100. */
  readonly spread: number;
}

/** Either what follows or everything that is wrong with the question; `null` before all stages that rank are held. */
export type StabilityAnswer =
  | { readonly ok: true; readonly stability: StabilityResult | null }
  | { readonly ok: false; readonly errors: readonly Failure[] };

const CONFIDENCE = 95;

/** Makes all runs of each: at once, in parts or on threads. @throws RangeError where sums are too great */
export type Simulate = (simulations: readonly Simulation[]) => Promise<readonly Stability[]>;

/**
 * The same award, question and options give the same answer, however the runs are made. An applicant's sheets are drawn as a panel's
 * are: reviewers with replacement, as many as there are. Who is proposed is decided as `select` decides it, with the points that
 * review rules need; the least number of sheets is not asked of a ranking without a reviewer.
 * @param award made by `loadAward`
 * @param scorer of the criteria of this very award
 * @throws what `simulate` throws, for such an award, such a scorer and such options; but never for sums that are too great
 */
export async function stabilityOf(
  award: Award,
  scorer: Scorer,
  question: SelectionQuestion | unknown,
  options: StabilityOptions,
  simulate: Simulate,
): Promise<StabilityAnswer> {
  const read = readSelection(award, question);
  if ("length" in read) return { ok: false, errors: read };
  try {
    const input = stabilityInput(award, scorer, read);
    return { ok: true, stability: input === null ? null : await tested(scorer, input, options, simulate) };
  } catch (error) {
    if (!isTooGreat(error)) throw error;
    const errors: readonly Failure[] = [failure("/sheets", { code: "sums-too-great" })];
    return { ok: false, errors };
  }
}

async function tested(
  scorer: Scorer,
  input: StabilityInput,
  { seed, runs, spread }: StabilityOptions,
  simulate: Simulate,
): Promise<StabilityResult> {
  const { stages, applicants, openRanks, bars, first, atLeast, leftOut, untested } = input;
  const count = applicants.length + bars;
  const terms = stages.map(({ totals, applicants: places, aggregation, weight }) => ({
    weight,
    values: scorer.aggregate(totals, places, count, aggregation).values,
  }));
  const all = { seed: BigInt(seed), from: 0, to: runs, first };
  const simulations: readonly Simulation[] = [
    { ...all, stages },
    { ...all, terms, spread: 100 * spread },
  ];
  const [drawn, moved] = (await simulate(simulations)) as readonly [Stability, Stability];
  const [byDraw, byMove] = [chancesOf(input, drawn), chancesOf(input, moved)];
  return {
    seed,
    runs,
    first,
    atLeast,
    confidence: CONFIDENCE,
    spread,
    lines: applicants.map((applicant, at): StabilityLine => {
      const open = openRanks[at] ?? null;
      return { applicant, ...(open === null ? {} : { open }), drawn: byDraw[at] as Chance, moved: byMove[at] as Chance };
    }),
    absences: absencesOf(scorer, input),
    leftOut,
    untested,
  };
}

function chancesOf(input: StabilityInput, stability: Stability): readonly Chance[] {
  const shares = probabilityInFirst(stability);
  const intervals = rankIntervals(withoutBars(input, stability), CONFIDENCE);
  return intervals.map((ranks, at) => {
    const { in: proposed, tied } = shares[at] as InFirst;
    return { proposed: shareOf(proposed), tied: shareOf(tied), ranks };
  });
}

/** INVARIANT: bars are the last, and not fewer than the applicants, so that a rank behind them is greater than any before. */
function withoutBars({ applicants, bars }: StabilityInput, stability: Stability): Stability {
  const { length } = applicants;
  const counts = new Uint32Array(length * length);
  for (const row of applicants.keys()) {
    for (const rank of applicants.keys()) {
      const at = row * (length + bars) + rank;
      const behind = bars === 0 ? 0 : (stability.counts[at + bars] as number);
      counts[row * length + rank] = (stability.counts[at] as number) + behind;
    }
  }
  return { ...stability, applicants: [...applicants.keys()], counts };
}

function absencesOf(scorer: Scorer, { stages, applicants, reviewers, first }: StabilityInput): readonly Absence[] {
  const whole = scorer.leaveOneOut({ stages, first });
  const ids = (places: readonly number[]) => places.flatMap((place) => applicants[place] ?? []);
  const usual = ids(whole.tied).join();
  return whole.without.flatMap(({ stage, reviewer, gained, lost, tied }) => {
    const name = reviewers[reviewer];
    const absence = { gained: ids(gained), lost: ids(lost), tied: ids(tied) };
    const isSame = absence.gained.length + absence.lost.length === 0 && absence.tied.join() === usual;
    return name === undefined || isSame ? [] : [{ stage: stages[stage]?.name ?? "", reviewer: name, ...absence }];
  });
}

/** A set of sheets, read batch by batch, to what each applicant comes to at each stage, and where that puts it. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { SheetBatch } from "./batch.js";
import { type Fraction, type Fractions, fractionAt } from "./fractions.js";
import { gatheredByStage } from "./gathered-by-stage.js";
import { groupNumbers } from "./group-numbers.js";
import { NO_TOTAL } from "./layout.js";
import { rankBounds } from "./rank-bounds.js";
import type { Scorer } from "./scorer.js";
import type { Spread } from "./spread.js";

/** An applicant at a stage. */
export interface Placing {
  /** Numbers of their names. */
  readonly applicant: number;
  readonly stage: number;
  readonly sheets: number;
  /** Sheets of them that lack an item. */
  readonly incomplete: number;
  /** Least and greatest value, whatever the missing items come to; the same where none is missing. `null`: too few sheets. */
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  /** Best and worst rank at the stage it may have, ties sharing the better; 0 where it has no value. */
  readonly best: number;
  readonly worst: number;
  /** Of complete sheets alone, where all are complete. */
  readonly spread: Spread | null;
}

export interface ScoreSet {
  add(batch: SheetBatch): void;
  readonly sheets: number;
  /** By stage, and in a stage from the highest value on; those without one last. */
  placings(): readonly Placing[];
}

/**
 * @param aggregationOf what the sheets of a stage come to together, by the number of the stage; asked once of each, when its first
 *   sheet comes
 * @throws TooManyKept from `add`, where medians and trimmed means would be of more sheets than can be kept
 */
export async function scoreSet(scorer: Scorer, aggregationOf: (stage: number) => Aggregation): Promise<ScoreSet> {
  const groups = groupNumbers();
  const gathered = await gatheredByStage(scorer, aggregationOf);
  const incomplete = new Map<number, number>();
  let sheets = 0;

  return {
    add(batch) {
      const keys = groups.of(batch);
      sheets += batch.count;
      const { bounds, totals, stages } = batch;
      if (bounds === null) {
        gathered.add({ groups: keys, lows: totals, highs: totals }, stages, groups.stageNumbers);
        return;
      }
      const lows = bounds.filter((_, at) => at % 2 === 0);
      const highs = bounds.filter((_, at) => at % 2 === 1);
      gathered.add({ groups: keys, lows, highs }, stages, groups.stageNumbers);
      for (const [at, total] of totals.entries()) {
        if (total === NO_TOTAL) incomplete.set(keys[at] as number, (incomplete.get(keys[at] as number) ?? 0) + 1);
      }
    },
    get sheets() {
      return sheets;
    },
    placings() {
      const valuesOf = gathered.values(groups.count());
      return groups.stages().flatMap((members, stage) => {
        const { lows, highs, spreads } = valuesOf(stage);
        const places = members.map(({ group }) => group);
        const ownLows = only(lows, places);
        const { best, worst } = rankBounds(scorer, ownLows, lows === highs ? ownLows : only(highs, places));
        const placings = members.map(({ group, applicant }, at): Placing => {
          const lacking = incomplete.get(group) ?? 0;
          const spread = spreads[group] as Spread;
          const low = fractionAt(lows, group);
          return {
            applicant,
            stage,
            sheets: spread.count,
            incomplete: lacking,
            low,
            high: lows === highs ? low : fractionAt(highs, group),
            best: best[at] as number,
            worst: worst[at] as number,
            spread: lacking === 0 ? spread : null,
          };
        });
        return placings.sort(
          (a, b) => (a.best || Infinity) - (b.best || Infinity) || a.worst - b.worst || a.applicant - b.applicant,
        );
      });
    },
  };
}

function only(fractions: Fractions, places: readonly number[]): Fractions {
  if (2 * places.length === fractions.length) return fractions;
  return BigUint64Array.from(places.flatMap((place) => [fractions[2 * place] as bigint, fractions[2 * place + 1] as bigint]));
}

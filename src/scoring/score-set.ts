/** A set of sheets, read batch by batch, to what each applicant comes to at each stage, and where that puts it. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { SheetBatch } from "./batch.js";
import { blankSheets } from "./blank-sheets.js";
import { type Fraction, type Fractions, fractionAt } from "./fractions.js";
import { gatheredByStage } from "./gathered-by-stage.js";
import { groupNumbers } from "./group-numbers.js";
import { NO_TOTAL } from "./layout.js";
import { lostSheets } from "./lost-sheets.js";
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
  /** Sheets there may be of it in rows that were refused; its value may be what it is with any scores in them. */
  readonly lost: number;
  /** Sheets there may be at the stage, of whichever applicant, in rows that do not tell. */
  readonly nameless: number;
  /** Least and greatest value, whatever missing items and lost sheets come to; the same where there are none. `null`: too few sheets. */
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  /** Best and worst rank at the stage it may have, ties sharing the better; 0 where it has no value. */
  readonly best: number;
  readonly worst: number;
  /** Of complete sheets alone, where all are complete and none is lost. */
  readonly spread: Spread | null;
}

export interface ScoreSet {
  add(batch: SheetBatch): void;
  readonly sheets: number;
  /** By stage, and in a stage from the highest value on; those without one last. Asked once, after the last batch. */
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
  const lost = lostSheets();
  const blanks = blankSheets(scorer, groups, gathered);
  let sheets = 0;

  return {
    add(batch) {
      const keys = groups.of(batch);
      sheets += batch.count;
      lost.add(batch.lost);
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
      const applicants = new Set(groups.stages().flatMap((members) => members.map(({ applicant }) => applicant)));
      const { named, nameless } = lost.among(applicants, groups.stageNumbers);
      const lostOf = blanks.add(named);
      for (const [stage, count] of nameless)
        blanks.add((groups.stages()[stage] ?? []).map(({ applicant }) => ({ applicant, stage, count })));
      const valuesOf = gathered.values(groups.count());
      return groups.stages().flatMap((members, stage) => {
        const { lows, highs, spreads } = valuesOf(stage);
        const places = members.map(({ group }) => group);
        const least = only(lows, places);
        const own = blanks.widened(places, least, lows === highs ? least : only(highs, places));
        const { best, worst } = rankBounds(scorer, own.lows, own.highs);
        const others = nameless.get(stage) ?? 0;
        const placings = members.map(({ group, applicant }, at): Placing => {
          const lacking = incomplete.get(group) ?? 0;
          const spread = spreads[group] as Spread;
          const isRanked = (best[at] as number) > 0;
          return {
            applicant,
            stage,
            sheets: spread.count - blanks.addedTo(group),
            incomplete: lacking,
            lost: lostOf.get(group) ?? 0,
            nameless: others,
            low: fractionAt(own.lows, at),
            high: fractionAt(own.highs, at),
            best: best[at] as number,
            // Those rows may be of applicants who have no other, each of them before all that are here.
            worst: isRanked ? (worst[at] as number) + others : 0,
            spread: lacking === 0 && blanks.addedTo(group) === 0 ? spread : null,
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

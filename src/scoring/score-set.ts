/** A set of sheets, read batch by batch, to what each applicant comes to at each stage, and where that puts it. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { SheetBatch } from "./batch.js";
import { type Fraction, type Fractions, fractionAt } from "./fractions.js";
import { groupNumbers } from "./group-numbers.js";
import { NO_TOTAL } from "./layout.js";
import { rankBounds } from "./rank-bounds.js";
import type { Scorer } from "./scorer.js";
import type { Spread } from "./spread.js";
import { MOST_AT_ONCE, type Sums, sumsByGroup } from "./sums.js";

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

/** Sheets of which each total must be kept, for a median or a trimmed mean: 12 bytes each. */
export const MOST_KEPT = 1 << 23;

/** @throws RangeError from `add`, where more than `MOST_KEPT` sheets come and the method is not the mean */
export async function scoreSet(scorer: Scorer, aggregation: Aggregation): Promise<ScoreSet> {
  const groups = groupNumbers();
  const gathered = aggregation.method === "mean" ? await summed() : kept(scorer, aggregation);
  const incomplete = new Map<number, number>();
  let sheets = 0;

  return {
    add(batch) {
      const keys = groups.of(batch);
      sheets += batch.count;
      const { bounds } = batch;
      if (bounds === null) {
        gathered.add(keys, batch.totals, batch.totals);
        return;
      }
      gathered.add(
        keys,
        bounds.filter((_, at) => at % 2 === 0),
        bounds.filter((_, at) => at % 2 === 1),
      );
      for (const [at, total] of batch.totals.entries()) {
        if (total === NO_TOTAL) incomplete.set(keys[at] as number, (incomplete.get(keys[at] as number) ?? 0) + 1);
      }
    },
    get sheets() {
      return sheets;
    },
    placings() {
      const { lows, highs, spreadOf } = gathered.values(groups.count());
      return groups.stages().flatMap((members, stage) => {
        const places = members.map(({ group }) => group);
        const { best, worst } = rankBounds(scorer, only(lows, places), only(highs, places));
        const placings = members.map(({ group, applicant }, at): Placing => {
          const lacking = incomplete.get(group) ?? 0;
          const spread = spreadOf(group);
          return {
            applicant,
            stage,
            sheets: spread.count,
            incomplete: lacking,
            low: fractionAt(lows, group),
            high: fractionAt(highs, group),
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

interface Gathered {
  add(groups: Uint32Array, lows: Int32Array, highs: Int32Array): void;
  values(groupCount: number): {
    readonly lows: Fractions;
    readonly highs: Fractions;
    readonly spreadOf: (group: number) => Spread;
  };
}

/** Means need sums alone; those of the greatest totals are kept apart only once they differ from the least. */
async function summed(): Promise<Gathered> {
  const lows = await sumsByGroup();
  const more = await sumsByGroup();
  let differ = false;
  return {
    add(groups, low, high) {
      for (let from = 0; from < groups.length; from += MOST_AT_ONCE) {
        const part = groups.subarray(from, from + MOST_AT_ONCE);
        lows.add(low.subarray(from, from + MOST_AT_ONCE), part);
        if (low === high) continue;
        differ = true;
        more.add(high.map((total, at) => total - (low[at] as number)).subarray(from, from + MOST_AT_ONCE), part);
      }
    },
    values() {
      const means = lows.means();
      return { spreadOf: lows.spreadOf, lows: means, highs: differ ? raised(means, more) : means };
    },
  };
}

/** Means of which each sum is greater by what was added apart. */
function raised(means: Fractions, more: Sums): Fractions {
  const extra = more.means();
  return means.map((number, at) => (at % 2 === 0 ? number + (extra[at] ?? 0n) : number));
}

/** Medians and trimmed means need every total. */
function kept(scorer: Scorer, aggregation: Aggregation): Gathered {
  const parts: { readonly groups: Uint32Array; readonly lows: Int32Array; readonly highs: Int32Array }[] = [];
  let count = 0;
  return {
    add(groups, lows, highs) {
      count += groups.length;
      if (count > MOST_KEPT)
        throw new RangeError(`${aggregation.method} of more than ${MOST_KEPT} sheets: every total would have to be kept`);
      const own = lows.slice();
      parts.push({ groups: groups.slice(), lows: own, highs: lows === highs ? own : highs.slice() });
    },
    values(groupCount) {
      const groups = joined(
        Uint32Array,
        parts.map((part) => part.groups),
      );
      const low = scorer.aggregate(
        joined(
          Int32Array,
          parts.map(({ lows }) => lows),
        ),
        groups,
        groupCount,
        aggregation,
      );
      const isSame = parts.every(({ lows, highs }) => lows === highs);
      const high = isSame
        ? low
        : scorer.aggregate(
            joined(
              Int32Array,
              parts.map(({ highs }) => highs),
            ),
            groups,
            groupCount,
            aggregation,
          );
      return { lows: low.values, highs: high.values, spreadOf: (group) => low.spreads[group] as Spread };
    },
  };
}

function only(fractions: Fractions, places: readonly number[]): Fractions {
  if (2 * places.length === fractions.length) return fractions;
  return BigUint64Array.from(places.flatMap((place) => [fractions[2 * place] as bigint, fractions[2 * place + 1] as bigint]));
}

function joined<T extends Int32Array | Uint32Array>(type: new (length: number) => T, parts: readonly T[]): T {
  const all = new type(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Who stands before a cut, who after it, and who on both sides at once, while values may be open. */
import type { Fraction } from "../scoring/fractions.js";
import type { Scorer } from "../scoring/scorer.js";
import type { CutStanding } from "./answer.js";
import { fractionsOf } from "./fractions-of.js";
import type { Span } from "./points.js";

export interface Limits {
  /** How many there is room for. */
  readonly first: number;
  /** Without which there is none for anybody. */
  readonly atLeast: Fraction | null;
}

export interface Contender {
  /** Among the applicants. */
  readonly place: number;
  /** Where its value lies, or would lie. */
  readonly span: Span;
  /** Whether it has one: while it lacks the sheets for one it may come to any of the span, or to none and stand after every cut. */
  readonly isScored: boolean;
}

export interface Cut {
  /** From the best rank on, equal ones by place. */
  readonly entries: readonly CutEntry[];
  /** There is one at most: of two values tied across the cut, the owners of the greater would be before it. */
  readonly tie: CutTie | null;
}

export interface CutEntry extends Contender {
  readonly standing: CutStanding;
  /** The better and the worse of the ranks it may have; equal values share the better one. */
  readonly best: number;
  readonly worst: number;
}

export interface CutTie {
  /** Places of the applicants. */
  readonly members: readonly number[];
  readonly value: Fraction;
  /** How many of them there is room for. */
  readonly least: number;
  readonly greatest: number;
}

/**
 * Each is settled by its own worst and best case, which are worlds that may come about: it as low and the others as high as they
 * may be, and the other way round; at their lowest, those that have no value yet are not there at all. So `in`, `out` and `tied`
 * hold in every completion of what is missing, and `open` is said only where two completions differ, as far as each value may change
 * without the others.
 */
export function cutOf(scorer: Scorer, contenders: readonly Contender[], { first, atLeast }: Limits): Cut {
  const { lows, highs, limit } = heightsOf(scorer, contenders, atLeast);
  const byLow = counterOf(lows.filter((_, at) => contenders[at]?.isScored));
  const byHigh = counterOf(highs);
  const entries = contenders.map((contender, at): CutEntry => {
    const low = lows[at] as number;
    const high = highs[at] as number;
    const { isScored } = contender;
    const best = 1 + byLow.above(high);
    const worst = 1 + byHigh.above(low) - (high > low ? 1 : 0);
    // How many there are down to its value, itself among them: more than there is room for, and it is not before the cut.
    const fewest = byLow.from(high) + (isScored && high === low ? 0 : 1);
    const most = byHigh.from(low);
    const isIn = isScored && low >= limit && most <= first;
    const isOut = high < limit || best > first;
    const mayBeIn = high >= limit && fewest <= first;
    const mayBeOut = !isScored || low < limit || worst > first;
    return { ...contender, standing: isIn ? "in" : isOut ? "out" : mayBeIn || mayBeOut ? "open" : "tied", best, worst };
  });
  const tied = [...entries.keys()].filter((at) => entries[at]?.standing === "tied");
  return { entries: entries.toSorted((a, b) => a.best - b.best || a.worst - b.worst || a.place - b.place), tie: tieOf() };

  function tieOf(): CutTie | null {
    const [one] = tied;
    if (one === undefined) return null;
    const members = tied.map((at) => (entries[at] as CutEntry).place);
    const height = lows[one] as number;
    const { low: value } = (entries[one] as CutEntry).span;
    return { members, value, least: first - byHigh.above(height), greatest: first - byLow.above(height) };
  }
}

/** Values as whole numbers in the same order, so that they may be counted. */
function heightsOf(scorer: Scorer, contenders: readonly Contender[], atLeast: Fraction | null) {
  const lows = contenders.map(({ span }) => span.low);
  const highs = contenders.map(({ span }) => span.high);
  const values = [...lows, ...highs, ...(atLeast === null ? [] : [atLeast])];
  const heights = Array.from(scorer.rank(fractionsOf(values)).ranks, (rank) => -rank);
  const { length } = contenders;
  return {
    lows: heights.slice(0, length),
    highs: heights.slice(length, 2 * length),
    limit: heights[2 * length] ?? Number.NEGATIVE_INFINITY,
  };
}

/** Counts the values above one, and from one on upwards. */
function counterOf(heights: readonly number[]) {
  const sorted = heights.toSorted((a, b) => a - b);
  const countFrom = (isIn: (height: number) => boolean): number => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isIn(sorted[middle] as number)) to = middle;
      else from = middle + 1;
    }
    return sorted.length - from;
  };
  return {
    above: (value: number) => countFrom((height) => height > value),
    from: (value: number) => countFrom((height) => height >= value),
  };
}

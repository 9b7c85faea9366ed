/** The ranks that are possible while scores are missing. */
import { type Fraction, type Fractions, fractionAt } from "./fractions.js";
import type { Scorer } from "./scorer.js";

export interface RankBounds {
  /** One more than how many are surely greater; 0 for one without a value. */
  readonly best: Uint32Array;
  /** One more than how many may be greater; 0 for one without a value. */
  readonly worst: Uint32Array;
}

/** @param lows the least value of each, `highs` the greatest; a value that may be another has both */
export function rankBounds(scorer: Pick<Scorer, "rank">, lows: Fractions, highs: Fractions): RankBounds {
  const { ranks, order } = scorer.rank(lows);
  if (lows === highs || lows.every((number, at) => number === highs[at])) return { best: ranks, worst: ranks };
  const byHigh = scorer.rank(highs).order;
  const best = new Uint32Array(ranks.length);
  const worst = new Uint32Array(ranks.length);
  // Down both orders at once: how many least values are above each greatest, and how many greatest above each least.
  let surely = 0;
  for (const place of byHigh) {
    const high = fractionAt(highs, place);
    if (high === null) break;
    while (surely < order.length && isGreater(fractionAt(lows, order[surely] as number), high)) surely += 1;
    best[place] = surely + 1;
  }
  let perhaps = 0;
  for (const place of order) {
    const low = fractionAt(lows, place);
    if (low === null) break;
    while (perhaps < byHigh.length && isGreater(fractionAt(highs, byHigh[perhaps] as number), low)) perhaps += 1;
    const isAmongThem = isGreater(fractionAt(highs, place), low);
    worst[place] = perhaps + (isAmongThem ? 0 : 1);
  }
  return { best, worst };
}

function isGreater(a: Fraction | null, b: Fraction): boolean {
  return a !== null && a.over * b.under > b.over * a.under;
}

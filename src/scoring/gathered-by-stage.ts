/** Totals gathered as each stage has it: one place of sums for all stages that take the mean, one of totals for each other. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { Gathered, GatheredValues, GroupedTotals } from "./gathered.js";
import { gatheredSums } from "./gathered-sums.js";
import { gatheredTotals } from "./gathered-totals.js";
import type { Scorer } from "./scorer.js";

export interface GatheredByStage {
  /**
   * @param ofTotal the stage of each total
   * @param stages those that came, now or before
   */
  add(totals: GroupedTotals, ofTotal: Uint32Array, stages: readonly number[]): void;
  /** Of groups below `groupCount`, by the stage. */
  values(groupCount: number): (stage: number) => GatheredValues;
}

/** Sheets of which each total must be kept, for medians and trimmed means: 12 bytes each. */
export const MOST_KEPT = 1 << 23;

/** More than `MOST_KEPT` sheets of stages that do not take the mean. */
export class TooManyKept extends RangeError {
  override readonly name = "TooManyKept";

  constructor() {
    super(`medians and trimmed means of more than ${MOST_KEPT} sheets: every total would have to be kept`);
  }
}

/**
 * @param aggregationOf asked once of each stage, when it first comes
 * @throws TooManyKept from `add`
 */
export async function gatheredByStage(
  scorer: Pick<Scorer, "aggregate">,
  aggregationOf: (stage: number) => Aggregation,
): Promise<GatheredByStage> {
  const sums = await gatheredSums();
  const places = new Set<Gathered>();
  const byStage: Gathered[] = [];
  let kept = 0;

  function placeOf(stage: number): Gathered {
    const aggregation = aggregationOf(stage);
    return aggregation.method === "mean" ? sums : gatheredTotals(scorer, aggregation);
  }

  function addTo(place: Gathered, totals: GroupedTotals): void {
    if (place !== sums) kept += totals.groups.length;
    if (kept > MOST_KEPT) throw new TooManyKept();
    place.add(totals);
  }

  return {
    add(totals, ofTotal, stages) {
      for (const stage of stages) {
        byStage[stage] ??= placeOf(stage);
        places.add(byStage[stage]);
      }
      for (const place of places) {
        const isOwn = (_: number, at: number) => byStage[ofTotal[at] as number] === place;
        addTo(place, places.size === 1 ? totals : partOf(totals, isOwn));
      }
    },
    values(groupCount) {
      const values = new Map([...places].map((place) => [place, place.values(groupCount)] as const));
      return (stage) => values.get(byStage[stage] as Gathered) as GatheredValues;
    },
  };
}

function partOf({ groups, lows, highs }: GroupedTotals, isOwn: (_: number, at: number) => boolean): GroupedTotals {
  const own = lows.filter(isOwn);
  return { groups: groups.filter(isOwn), lows: own, highs: lows === highs ? own : highs.filter(isOwn) };
}

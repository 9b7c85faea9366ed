/** What the totals of several reviewers come to, for each group: an applicant, or an applicant at a stage. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { Fractions } from "./fractions.js";
import { exactly } from "./instantiate.js";
import { NO_TOTAL } from "./layout.js";
import { checkMethod } from "./method.js";
import type { ScoringModule } from "./module.js";
import { SPREAD_BYTES, type Spread, spreadsAt } from "./spread.js";
import { checkWhole } from "./whole.js";
import { workspaceIn } from "./workspace.js";

export interface Aggregates {
  /** Of each group; no value where fewer totals were given than are dropped. */
  readonly values: Fractions;
  readonly spreads: readonly Spread[];
}

/**
 * @param totals as `totals()` gives them, or of any other unit that is the same for all; -1 is left out
 * @param groups the group of each, below `groupCount`
 * @throws RangeError where there are not as many groups as totals, one is not below `groupCount`, a total is below -1, a number
 *   is not whole, there is no such method, or squares become greater than 64 bits
 */
export function aggregate(
  module: ScoringModule,
  totals: Int32Array,
  groups: Uint32Array,
  groupCount: number,
  aggregation: Aggregation,
): Aggregates {
  if (totals.length !== groups.length) throw new RangeError(`${totals.length} totals, but ${groups.length} groups`);
  if (totals.some((total) => total < NO_TOTAL)) throw new RangeError(`a total below ${NO_TOTAL}`);
  checkWhole({ groupCount });
  if (groups.some((group) => group >= groupCount)) throw new RangeError(`a group that is not below ${groupCount}`);
  const drop = dropOf(aggregation);
  const { put, room, take } = workspaceIn(module);
  const given = put(totals);
  const keys = put(groups);
  const starts = room(4 * (groupCount + 1));
  const values = room(4 * totals.length);
  const sources = room(4 * totals.length);
  const fractions = room(16 * groupCount);
  const spreads = room(SPREAD_BYTES * groupCount);
  module.group(given, totals.length, keys, groupCount, starts, values, sources);
  exactly(() => module.aggregate(values, starts, groupCount, drop, fractions, spreads));
  return {
    values: take(BigUint64Array, fractions, 2 * groupCount),
    spreads: spreadsAt(module.memory, spreads, groupCount),
  };
}

/** As the module is told: a number to leave out at each end, or -1 for all but the middle. */
function dropOf(aggregation: Aggregation): number {
  checkMethod(aggregation);
  if (aggregation.method === "median") return -1;
  if (aggregation.method === "mean") return 0;
  checkWhole({ drop: aggregation.drop });
  return aggregation.drop;
}

/** Which totals lie further than `deviation` from the median of their group, to be talked over: their places. */
export function outliers(
  totals: Int32Array,
  groups: Uint32Array,
  spreads: readonly Pick<Spread, "twiceMedian">[],
  deviation: number,
): readonly number[] {
  const places: number[] = [];
  totals.forEach((total, at) => {
    const { twiceMedian } = spreads[groups[at] as number] as Spread;
    if (total !== NO_TOTAL && Math.abs(2 * total - twiceMedian) > 2 * deviation) places.push(at);
  });
  return places;
}

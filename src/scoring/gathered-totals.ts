/** Medians and trimmed means need every total. */
import type { Aggregation } from "../kernel/review-rules.js";
import type { Gathered, GroupedTotals } from "./gathered.js";
import type { Scorer } from "./scorer.js";

export function gatheredTotals(scorer: Pick<Scorer, "aggregate">, aggregation: Aggregation): Gathered {
  const parts: GroupedTotals[] = [];
  return {
    add({ groups, lows, highs }) {
      const own = lows.slice();
      parts.push({ groups: groups.slice(), lows: own, highs: lows === highs ? own : highs.slice() });
    },
    values(groupCount) {
      const groups = joined(
        Uint32Array,
        parts.map((part) => part.groups),
      );
      const aggregated = (totals: (part: GroupedTotals) => Int32Array) =>
        scorer.aggregate(joined(Int32Array, parts.map(totals)), groups, groupCount, aggregation);
      const low = aggregated(({ lows }) => lows);
      const isSame = parts.every(({ lows, highs }) => lows === highs);
      const high = isSame ? low : aggregated(({ highs }) => highs);
      return { lows: low.values, highs: high.values, spreads: low.spreads };
    },
  };
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

/** Means need sums alone; those of the greatest totals are kept apart only once they differ from the least. */
import type { Fractions } from "./fractions.js";
import type { Gathered } from "./gathered.js";
import { MOST_AT_ONCE, type Sums, sumsByGroup } from "./sums.js";

export async function gatheredSums(): Promise<Gathered> {
  const least = await sumsByGroup();
  const more = await sumsByGroup();
  let differ = false;
  return {
    add({ groups, lows, highs }) {
      for (let from = 0; from < groups.length; from += MOST_AT_ONCE) {
        const part = groups.subarray(from, from + MOST_AT_ONCE);
        least.add(lows.subarray(from, from + MOST_AT_ONCE), part);
        if (lows === highs) continue;
        differ = true;
        more.add(highs.map((total, at) => total - (lows[at] as number)).subarray(from, from + MOST_AT_ONCE), part);
      }
    },
    values() {
      const means = least.means();
      return { spreads: least.spreads(), lows: means, highs: differ ? raised(means, more) : means };
    },
  };
}

/** Means of which each sum is greater by what was added apart. */
function raised(means: Fractions, more: Sums): Fractions {
  const extra = more.means();
  return means.map((number, at) => (at % 2 === 0 ? number + (extra[at] ?? 0n) : number));
}

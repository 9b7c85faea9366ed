/** Spreads of groups to which totals are added as they come, in a memory that grows with the groups and not with the totals. */
import type { Fractions } from "./fractions.js";
import { instantiateReading } from "./reading-module.js";
import { SPREAD_BYTES, type Spread, spreadsAt } from "./spread.js";
import { workspaceIn } from "./workspace.js";

export interface Sums {
  /**
   * @param totals at most `MOST_AT_ONCE`; -1 is left out
   * @param groups the group of each; any number below 2^24
   */
  add(totals: Int32Array, groups: Uint32Array): void;
  /** Groups are those up to the greatest that came. */
  count(): number;
  /** Of every group; without medians. */
  spreads(): readonly Spread[];
  /** The mean of every group; no value for one to which nothing was added. */
  means(): Fractions;
}

export const MOST_AT_ONCE = 1 << 16;

export async function sumsByGroup(): Promise<Sums> {
  const module = await instantiateReading();
  const { room } = workspaceIn(module);
  const given = room(4 * MOST_AT_ONCE);
  const keys = room(4 * MOST_AT_ONCE);
  let most = 1 << 10;
  let count = 0;
  let spreads = room(SPREAD_BYTES * most);

  function makeRoom(groups: number): void {
    const before = spreads;
    while (most < groups) most *= 2;
    spreads = room(SPREAD_BYTES * most);
    const memory = new Uint8Array(module.memory.buffer);
    memory
      .copyWithin(spreads, before, before + SPREAD_BYTES * count)
      .fill(0, spreads + SPREAD_BYTES * count, spreads + SPREAD_BYTES * most);
  }

  return {
    add(totals, groups) {
      if (totals.length !== groups.length || totals.length > MOST_AT_ONCE)
        throw new RangeError(`a group for each of at most ${MOST_AT_ONCE} totals`);
      let needed = count;
      for (let at = 0; at < groups.length; at += 1) if ((groups[at] as number) >= needed) needed = (groups[at] as number) + 1;
      if (needed > most) makeRoom(needed);
      count = needed;
      new Int32Array(module.memory.buffer, given).set(totals);
      new Uint32Array(module.memory.buffer, keys).set(groups);
      module.accumulate(given, totals.length, keys, count, spreads);
    },
    count: () => count,
    spreads: () => spreadsAt(module.memory, spreads, count),
    means() {
      const view = new DataView(module.memory.buffer, spreads, SPREAD_BYTES * count);
      const means = new BigUint64Array(2 * count);
      for (let group = 0; group < count; group += 1) {
        means[2 * group] = view.getBigUint64(SPREAD_BYTES * group, true);
        means[2 * group + 1] = BigInt(view.getUint32(SPREAD_BYTES * group + 28, true));
      }
      return means;
    },
  };
}

/** Sheets of which nothing is known, added to groups so that a value lies between what it would be with the least and with the greatest. */
import type { Fractions } from "./fractions.js";
import type { GatheredByStage } from "./gathered-by-stage.js";
import type { GroupNumbers } from "./group-numbers.js";
import { MISSING } from "./layout.js";
import type { Scorer } from "./scorer.js";

export interface BlankSheets {
  /** @returns how many there are of each group; a sheet more or less is the same to one of more than `MOST_ADDED` */
  add(
    sheets: readonly { readonly applicant: number; readonly stage: number; readonly count: number }[],
  ): ReadonlyMap<number, number>;
  /** Blank sheets among those of a group. */
  addedTo(group: number): number;
  /**
   * @param groups that of each value
   * @returns the values, of which those with more blank sheets than were added are anything that is possible
   */
  widened(groups: readonly number[], lows: Fractions, highs: Fractions): { readonly lows: Fractions; readonly highs: Fractions };
}

/** To one group: beyond that it is anything. */
const MOST_ADDED = 16;

export function blankSheets(
  { layout, bounds }: Pick<Scorer, "layout" | "bounds">,
  groups: GroupNumbers,
  gathered: GatheredByStage,
): BlankSheets {
  const blank = bounds(new Uint8Array(layout.stride).fill(MISSING, 0, layout.items));
  const [least, greatest] = blank as unknown as readonly [number, number];
  const added = new Map<number, number>();
  const wide = new Set<number>();

  return {
    add(sheets) {
      const stages = Uint32Array.from(sheets, ({ stage }) => stage);
      const keys = groups.of({ applicants: Uint32Array.from(sheets, ({ applicant }) => applicant), stages });
      const counts = new Map<number, number>();
      const [all, ofStages]: [number[], number[]] = [[], []];
      for (const [at, { stage, count }] of sheets.entries()) {
        const group = keys[at] as number;
        counts.set(group, (counts.get(group) ?? 0) + count);
        const before = added.get(group) ?? 0;
        const more = Math.min(count, MOST_ADDED - before);
        if (more < count) wide.add(group);
        added.set(group, before + more);
        for (let one = 0; one < more; one += 1) {
          all.push(group);
          ofStages.push(stage);
        }
      }
      if (all.length === 0) return counts;
      const [lows, highs] = [new Int32Array(all.length).fill(least), new Int32Array(all.length).fill(greatest)];
      gathered.add({ groups: Uint32Array.from(all), lows, highs }, Uint32Array.from(ofStages), groups.stageNumbers);
      return counts;
    },
    addedTo: (group) => added.get(group) ?? 0,
    widened(places, lows, highs) {
      if (!places.some((group) => wide.has(group))) return { lows, highs };
      const [low, high] = [lows.slice(), highs.slice()];
      for (const [at, group] of places.entries()) {
        if (!wide.has(group)) continue;
        low.set([BigInt(least), 1n], 2 * at);
        high.set([BigInt(greatest), 1n], 2 * at);
      }
      return { lows: low, highs: high };
    },
  };
}

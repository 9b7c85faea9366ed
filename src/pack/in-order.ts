/** Failures file by file, each from top to bottom. */
import type { PackFailure } from "./pack-error.js";
import { stepsOf } from "./place.js";

/** @param contents what each file holds, as far as it could be read, in the order in which the files are reported */
export function inOrder(failures: readonly PackFailure[], contents: ReadonlyMap<string, unknown>): readonly PackFailure[] {
  const files = [...contents.keys()];
  return failures
    .map((failure) => ({ failure, rank: [files.indexOf(failure.file), ...ranksOf(failure.pointer, contents.get(failure.file))] }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ failure }) => failure);
}

/** Place of each step among the members of its object or array. */
function ranksOf(pointer: string, content: unknown): readonly number[] {
  let at = content;
  return stepsOf(pointer).map((step) => {
    if (typeof at !== "object" || at === null) return 0;
    const rank = Array.isArray(at) ? Number(step) : Object.keys(at).indexOf(step);
    at = (at as Readonly<Record<string, unknown>>)[step];
    return rank;
  });
}

/** A place before those inside it. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

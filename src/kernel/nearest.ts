import { distance } from "fastest-levenshtein";

/** The known name most like `name`, or `null` where none is near: a guess at a short word may well be its opposite. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  if (name.length > 200) return null;
  for (const candidate of known) {
    const given = name.toLowerCase();
    const meant = candidate.toLowerCase();
    const edits = distance(given, meant);
    if (edits < least && isNear(edits, given, meant)) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** At most a third of the longer's letters differ, or two have changed places. */
function isNear(edits: number, given: string, meant: string): boolean {
  return edits * 3 <= Math.max(given.length, meant.length) || (edits === 2 && sorted(given) === sorted(meant));
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

/** What every question begins with: the caller's own mark, and the day as of which is answered. */
import type { Award } from "./award.js";
import { parseDate } from "./date.js";
import { type Failure, failure } from "./failure.js";

/** Characters of a question's `id`. */
export const ID_LIMIT = 200;

/** @returns `null` where there is none, or none that is sound */
export function readId(id: unknown, failures: Pick<Failure[], "push">): string | null {
  if (id === undefined || id === null) return null;
  if (typeof id === "string" && id.length <= ID_LIMIT) return id;
  failures.push(failure("/id", typeof id === "string" ? { code: "too-long", max: ID_LIMIT } : { code: "not-a-text", found: id }));
  return null;
}

/** The day; where it cannot be read, the last one, so that what else is asked is still checked. */
export function readAsOf(award: Award, asOf: unknown, failures: Pick<Failure[], "push">): number {
  const day = typeof asOf === "string" ? parseDate(asOf) : null;
  if (day === null) {
    if (asOf !== undefined) failures.push(failure("/asOf", { code: "not-a-date", found: asOf }));
    return Number.POSITIVE_INFINITY;
  }
  const { from, provision } = award.files.pack.inForce;
  if (day < (parseDate(from) ?? 0)) {
    failures.push(failure("/asOf", { code: "not-in-force", asOf: asOf as string, from, award: award.id }, provision));
  }
  return day;
}

import type { Interest } from "./answer.js";

/** An applicant and a reviewer as one key. */
export function pairOf({ applicant, reviewer }: Interest): string {
  return JSON.stringify([applicant, reviewer]);
}

/** How sheets become one score, as a caller asks for it. */
import type { FailureList } from "../kernel/failure-list.js";
import { hasMembers, nearestOf } from "../kernel/read-members.js";
import type { Aggregation } from "../kernel/review-rules.js";

const METHODS = ["mean", "trimmed-mean", "median"] as const satisfies readonly Aggregation["method"][];

/** Far more sheets than one applicant has at one stage. */
const MOST_DROPPED = 10_000;

/** @returns `null` where there is none, or where something is wrong with it, which is reported */
export function readAggregation(value: unknown, failures: FailureList): Aggregation | null {
  if (value === undefined || value === null) return null;
  if (!hasMembers(value, "/aggregation", { all: ["method", "drop"], required: ["method"] }, failures)) return null;
  const { method: found, drop } = value;
  const method = METHODS.find((name) => name === found);
  if (method === undefined) {
    const near = typeof found === "string" ? nearestOf(found, METHODS, failures) : null;
    if (found !== undefined) failures.add("/aggregation/method", { code: "not-a-value", found, values: METHODS, near });
    return null;
  }
  if (method !== "trimmed-mean") {
    if (drop !== undefined) failures.add("/aggregation/drop", { code: "unknown-member", name: "drop", near: null });
    return { method };
  }
  if (drop === undefined) failures.add("/aggregation", { code: "missing-member", name: "drop" });
  else if (!Number.isInteger(drop)) failures.add("/aggregation/drop", { code: "not-an-integer", found: drop, unit: "sheet" });
  else if ((drop as number) < 1 || (drop as number) > MOST_DROPPED) {
    const limits = { min: 1, max: MOST_DROPPED, unit: "sheet" };
    failures.add("/aggregation/drop", { code: "out-of-range", found: drop as number, ...limits });
  }
  return { method, drop: drop as number };
}

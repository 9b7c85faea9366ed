/** How totals become one, as a caller who is not held to types may say it. */
import type { Aggregation } from "../kernel/review-rules.js";

const METHODS: readonly string[] = ["mean", "median", "trimmed-mean"] satisfies readonly Aggregation["method"][];

/** @throws RangeError where there is no such method */
export function checkMethod({ method }: Aggregation): void {
  if (!METHODS.includes(method)) throw new RangeError(`${method} is no method: ${METHODS.join()}`);
}

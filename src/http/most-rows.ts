/** How many rows the lists of a question may have, so that no answer outgrows what can be held. */
import { failure } from "../kernel/failure.js";
import { isRecord } from "../kernel/read-facts.js";
import { invalid } from "./question.js";

/** Many times an edition: 70 applicants of 9 reviewers at 3 stages have 1890 sheets. */
const MAX_ROWS = 20_000;

/** @throws Refusal that names every list that is too long */
export function requireMostRows(question: unknown, lists: readonly string[]): void {
  if (!isRecord(question)) return;
  const errors = lists.flatMap((name) => {
    const list = question[name];
    if (!Array.isArray(list) || list.length <= MAX_ROWS) return [];
    return [failure(`/${name}`, { code: "too-many-rows", found: list.length, max: MAX_ROWS })];
  });
  if (errors.length > 0) throw invalid(errors);
}

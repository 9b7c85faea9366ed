/** Members of a score sheet: its names, and its scores together under `scores` or side by side with the names. */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import type { FailureList } from "../kernel/failure-list.js";
import { isRecord } from "../kernel/read-facts.js";
import { hasMembers } from "../kernel/read-members.js";

/** What is written as a clause is meant as one. */
const CLAUSE = /^\d+(\.\d+)+$/;
const NAMES: readonly string[] = ["applicant", "reviewer", "stage"];

type Members = Readonly<Record<string, unknown>>;

export interface SheetMembers {
  readonly names: Members;
  readonly scores: unknown;
  /** Where the scores stand, to be put after the pointer of the sheet. */
  readonly at: "/scores" | "";
}

/**
 * @param required names that may not be left out
 * @returns what reads one sheet: `null` where it is no object; members that lack or are none are reported
 */
export function sheetMembers(criteria: Criteria, required: readonly string[]) {
  const known = new Set(itemsOf(criteria).map(({ clause }) => clause));
  return (sheet: unknown, pointer: string, failures: FailureList): SheetMembers | null => {
    // Beside `scores` a clause is a slip: which of the two is meant would be a guess.
    const isNested = !isRecord(sheet) || Object.hasOwn(sheet, "scores");
    const clauses = isNested ? [] : Object.keys(sheet).filter((key) => known.has(key) || CLAUSE.test(key));
    const isFlat = clauses.length > 0;
    const members = { all: [...NAMES, "scores", ...clauses], required: isFlat ? required : [...required, "scores"] };
    if (!hasMembers(sheet, pointer, members, failures)) return null;
    if (!isFlat) return { names: sheet, scores: sheet["scores"], at: "/scores" };
    return { names: sheet, scores: Object.fromEntries(clauses.map((clause) => [clause, sheet[clause]])), at: "" };
  };
}

/** What the pages of a calendar are written from, and in which part of it a deadline stands. */
import type { Award } from "../../../kernel/award.js";
import type { Deadline, DeadlinesResult } from "../../../procedure/deadlines.js";
import { isOwed } from "../../../procedure/is-owed.js";
import type { Obligation } from "../../../procedure/obligations.js";
import type { CaseAtHand } from "../../case-at-hand.js";

export interface Calendar extends DeadlinesResult {
  readonly obligations: readonly Obligation[];
}

export interface Dated {
  readonly calendar: Calendar;
  readonly log: Pick<CaseAtHand, "name" | "lineOf">;
}

/**
 * `overdue`: somebody had to do it, and did not; `running`: it may or must be done; `closed`: it may not be done any more, though
 * nobody had to; `broken`: done, and not in time; `kept`: done in time.
 */
export type Part = "overdue" | "running" | "closed" | "broken" | "kept";

export function partOf(award: Award, deadline: Deadline): Part {
  const { kind, status } = deadline;
  if (status === "kept" || status === "broken") return status;
  // From its day on it may be done, and nothing says by when.
  if (status === "running" || kind === "not-before") return "running";
  return isOwed(award, deadline) ? "overdue" : "closed";
}

export function overdueOf(award: Award, { deadlines }: Calendar): readonly Deadline[] {
  return deadlines.filter((deadline) => partOf(award, deadline) === "overdue");
}

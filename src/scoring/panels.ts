/** Who was judged by whom: applicants with the same reviewers at a stage are one panel, drawn from together. */
import type { Aggregation } from "../kernel/review-rules.js";
import { NO_TOTAL } from "./layout.js";
import { checkMethod } from "./method.js";
import { checkWhole } from "./whole.js";

/** The sheets of a stage: who gave what to whom. */
export interface ScoredStage {
  /** As `totals()` gives them; -1 is left out. */
  readonly totals: Int32Array;
  /** The place of the applicant of each. */
  readonly applicants: Uint32Array;
  /** The number of the reviewer of each. */
  readonly reviewers: Uint32Array;
  readonly aggregation: Aggregation;
  /** Parts per 10 000 of the composite. */
  readonly weight: number;
}

export interface Panel {
  readonly reviewers: readonly number[];
  readonly applicants: readonly number[];
  /** How many totals are left out at each end of those drawn. */
  readonly drop: number;
  /** A row a reviewer, a column an applicant. */
  readonly totals: Int32Array;
}

/**
 * @returns panels in the order of their first applicants; of those alone whose reviewers are enough for a value
 * @throws RangeError where a reviewer gave an applicant two sheets, numbers differ in number, or one cannot be what it is
 */
export function panelsOf({ totals, applicants, reviewers, aggregation, weight }: ScoredStage): readonly Panel[] {
  if (totals.length !== applicants.length || totals.length !== reviewers.length)
    throw new RangeError("an applicant and a reviewer for each total");
  if (totals.some((total) => total < NO_TOTAL)) throw new RangeError(`a total below ${NO_TOTAL}`);
  checkMethod(aggregation);
  checkWhole({ weight, drop: dropOf(aggregation, 1) });
  const given = new Map<number, Map<number, number>>();
  totals.forEach((total, at) => {
    if (total === NO_TOTAL) return;
    const applicant = applicants[at] as number;
    const reviewer = reviewers[at] as number;
    const own = given.get(applicant) ?? new Map<number, number>();
    if (own.has(reviewer)) throw new RangeError(`two sheets of reviewer ${reviewer} for applicant ${applicant}`);
    given.set(applicant, own.set(reviewer, total));
  });
  const members = new Map<string, number[]>();
  for (const [applicant, own] of [...given].sort(([a], [b]) => a - b)) {
    const key = inOrder(own.keys()).join();
    members.set(key, [...(members.get(key) ?? []), applicant]);
  }
  return [...members.values()].flatMap((own) => {
    const panel = inOrder((given.get(own[0] as number) as Map<number, number>).keys());
    const drop = dropOf(aggregation, panel.length);
    if (panel.length <= 2 * drop) return [];
    const rows = panel.flatMap((reviewer) => own.map((applicant) => given.get(applicant)?.get(reviewer) as number));
    return [{ reviewers: panel, applicants: own, drop, totals: Int32Array.from(rows) }];
  });
}

/** How many of so many totals are left out at each end: of the median, all but the one or two in the middle. */
function dropOf(aggregation: Aggregation, count: number): number {
  if (aggregation.method === "median") return (count - 1) >> 1;
  return aggregation.method === "trimmed-mean" ? aggregation.drop : 0;
}

function inOrder(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

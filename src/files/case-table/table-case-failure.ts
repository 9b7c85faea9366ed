import type { CaseFailure } from "../../audit/case-failure.js";
import type { TableFailure } from "../tables/table-failure.js";
import type { CellProblem } from "./cell-failure.js";

/** What is wrong in a table of cases. */
export interface TableCaseFailure extends Omit<CaseFailure, "code"> {
  readonly code: CaseFailure["code"] | CellProblem["code"] | TableFailure["code"];
  /** From 0. */
  readonly column?: number;
}

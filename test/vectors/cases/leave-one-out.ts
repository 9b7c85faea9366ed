/** One reviewer left out in turn. */
import { leaveOneOut } from "../../../src/scoring/reference/leave-one-out.js";
import type { LeaveOneOutCase } from "../format.js";
import { scoredCases, writtenStage } from "./scored.js";

export function leaveOneOutCases(): readonly LeaveOneOutCase[] {
  return scoredCases().map(([name, stages, first]) => ({
    name,
    first,
    stages: stages.map(writtenStage),
    ...leaveOneOut({ stages, first }),
  }));
}

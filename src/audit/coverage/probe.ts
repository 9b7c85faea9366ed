import type { Award } from "../../kernel/award.js";
import type { Plan } from "../../kernel/plan.js";
import type { CaseRun } from "./case-run.js";
import type { CoverageHead } from "./coverage.js";

/** Something asked of the cases of a decision, and how to find it in one. */
export interface Probe {
  readonly head: CoverageHead;
  /** Those of `head.needs` that the case shows. */
  seenIn(run: CaseRun): readonly string[];
}

/** All of one kind that is asked of the cases of a decision. */
export type Probes = (award: Award, plan: Plan) => readonly Probe[];

/** What the totals of several reviewers come to: in one way for all stages, as asked, or as review rules have it for each stage. */
import type { Award } from "../kernel/award.js";
import type { Aggregation, ReviewRules } from "../kernel/review-rules.js";

export interface ScoreMethod {
  /** Those by which each stage has its own; `null` where one way holds for all. */
  readonly rules: ReviewRules | null;
  /** The stage of a file without stages: the one there is, where the award has one alone. */
  readonly alone: string | null;
  /** @param stage its name in the award; `undefined` in a file without stages */
  at(stage: string | undefined): Aggregation;
}

const MEAN: Aggregation = { method: "mean" };

/** @param asked `null` where the award is to say; of a file without stages the mean is taken, unless the award has one stage alone */
export function scoreMethod(asked: Aggregation | null, { "review-rules": rules }: Award["files"]): ScoreMethod {
  if (asked !== null || rules === undefined) return { rules: null, alone: null, at: () => asked ?? MEAN };
  const [first = null, ...others] = Object.keys(rules.stages);
  const alone = others.length === 0 ? first : null;
  return { rules, alone, at: (stage) => rules.stages[stage ?? alone ?? ""]?.aggregation ?? MEAN };
}

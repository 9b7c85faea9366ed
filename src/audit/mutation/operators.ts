/** The kinds of slip. */

export const OPERATOR_NAMES = [
  "threshold-raised",
  "threshold-lowered",
  "comparison-strictness",
  "comparison-direction",
  "comparison-contrary",
  "connective-swapped",
  "condition-dropped",
  "negation-dropped",
  "parameter-raised",
  "parameter-lowered",
  "member-removed",
  "member-added",
  "window-later",
  "window-earlier",
  "fold-swapped",
  "where-dropped",
  "select-swapped",
  "consequence-removed",
  "consequence-added",
  "outcome-swapped",
  "effect-contrary",
  "applies-when-dropped",
  "provision-swapped",
  "rule-dropped",
  "weight-moved",
] as const;

export type OperatorName = (typeof OPERATOR_NAMES)[number];

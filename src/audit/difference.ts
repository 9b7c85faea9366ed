import type { JsonValue, RuleResult } from "../kernel/answer.js";

/** One expectation that was not met. */
export interface Difference {
  /** The member of `expect`; `engines` where the two evaluators disagree, `question` where it was unexpectedly refused. */
  readonly of:
    | "outcome"
    | "provision"
    | "rules"
    | "missing"
    | "consequences"
    | "due"
    | "outputs"
    | "remedies"
    | "fixed"
    | "wouldChange"
    | "notices"
    | "errors"
    | "question"
    | "engines";
  /** The one rule, fact or other name it is about, where it is about one. */
  readonly name?: string;
  readonly expected: JsonValue;
  readonly got: JsonValue;
  /** Rules that bear on it, with the words of the law. */
  readonly rules: readonly Pick<RuleResult, "name" | "status" | "provision" | "quote" | "says">[];
}

/** What an audit is held to, and what of it is met. */
import { coveredShare } from "../audit/coverage/coverage.js";
import { type Omission, omittedOfCases, omittedOfMutation, omittedOfProofs, omittedOfTranslation } from "./omission.js";
import type { RuleAudit } from "./rule-audit.js";

/** Shares in parts per 10 000. */
export interface Requirements {
  readonly coverage: number;
  readonly mutation: number;
}

export interface Requirement {
  readonly name: "cases" | "coverage" | "mutation" | "proofs" | "translation";
  /** `null`: not asked for. */
  readonly met: boolean | null;
  /** `null`: it was asked for as a whole. */
  readonly omitted: Omission | null;
}

/** In the order in which they are told. A property that is neither proved nor refuted is not met. */
export function requirementsOf(audit: RuleAudit, required: Requirements): readonly Requirement[] {
  const { cases, coverage, mutation, proofs, translation } = audit;
  return [
    { name: "cases", met: cases.length > 0 && cases.every(({ passed }) => passed), omitted: omittedOfCases(audit) },
    { name: "coverage", met: coveredShare(coverage) >= required.coverage, omitted: null },
    {
      name: "mutation",
      met: mutation === null ? null : mutation.share >= required.mutation && mutation.stale.length === 0,
      omitted: omittedOfMutation(audit),
    },
    {
      name: "proofs",
      met: proofs === null ? null : proofs.every(({ status }) => status === "proved"),
      omitted: omittedOfProofs(audit),
    },
    {
      name: "translation",
      met: translation === null ? null : translation.differences.length === 0,
      omitted: omittedOfTranslation(audit),
    },
  ];
}

/** An audit as JSON: what was required, met and left out, and all the evidence. */
import { coveredShare } from "../../../audit/coverage/coverage.js";
import { KERNEL_VERSION } from "../../../kernel/version.js";
import { type Requirements, requirementsOf } from "../../../ledger/requirements.js";
import type { RuleAudit } from "../../../ledger/rule-audit.js";

export function ledgerJson(audit: RuleAudit, required: Requirements) {
  const { award, cases, coverage, mutation, proofs, translation } = audit;
  const requirements = requirementsOf(audit, required);
  return {
    award: award.id,
    ruleset: award.ruleset,
    kernel: { version: KERNEL_VERSION },
    required,
    whole: requirements.every(({ omitted }) => omitted === null),
    requirements,
    cases: cases.map(({ case: one, passed, differences, errors, reference }) => ({
      case: one.case,
      decision: one.decision,
      passed,
      differences,
      errors,
      reference,
    })),
    coverage: { share: coveredShare(coverage), ...coverage },
    mutation,
    proofs,
    translation,
    ledger: award.files.ledger.provisions,
  };
}

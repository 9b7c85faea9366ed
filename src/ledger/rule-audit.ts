/** All that an audit of a pack's rules found; plain JSON but for the cases. */
import type { CaseResult } from "../audit/cases.js";
import type { Coverage } from "../audit/coverage/coverage.js";
import type { MutationScore } from "../audit/mutation/mutation-score.js";
import type { Award } from "../kernel/award.js";
import type { Agreement } from "../proof/agreement.js";
import type { ProofResult } from "../proof/result.js";

export interface AuditedCase extends CaseResult {
  /** Where it stands, of one that stands in a file. */
  readonly place?: { readonly file: string; readonly line: number };
}

export interface RuleAudit {
  readonly award: Award;
  readonly cases: readonly AuditedCase[];
  /** Whether they are the pack's own, all of them, and not others in their place. */
  readonly ownCases: boolean;
  readonly coverage: Coverage;
  /** `null`: not asked for. */
  readonly mutation: MutationScore | null;
  readonly proofs: readonly ProofResult[] | null;
  /** Names of those properties that alone were to be proved; `null`: all. */
  readonly properties: readonly string[] | null;
  readonly translation: Agreement | null;
}

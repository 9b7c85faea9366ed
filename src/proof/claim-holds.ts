/** Whether a claim holds of what the kernel decided. */
import type { Decision } from "../kernel/answer.js";
import type { Stated } from "./claims.js";

/** @param asked the decision of the claim's comparisons, on the same facts */
export function claimHolds(claim: Stated, decision: Decision, asked: Decision): boolean {
  if ("all" in claim) return claim.all.every((part) => claimHolds(part, decision, asked));
  if ("any" in claim) return claim.any.some((part) => claimHolds(part, decision, asked));
  if ("not" in claim) return !claimHolds(claim.not, decision, asked);
  if ("compared" in claim) {
    const { compared, output } = claim;
    const isTrue = statusOf(asked, compared) === "satisfied";
    return isTrue && (output === null || (decision.outputs ?? []).some(({ name }) => name === output));
  }
  const { decided } = claim;
  if ("outcome" in decided) return decision.outcome === decided.outcome;
  if ("rule" in decided) return statusOf(decision, decided.rule) === decided.status;
  return (decision.consequences ?? []).some(({ name, status }) => name === decided.due && status === "due");
}

export function statusOf(decision: Decision, rule: string): string | undefined {
  return decision.rules?.find(({ name }) => name === rule)?.status;
}

/** What of the whole audit was left out. */
import type { RuleAudit } from "./rule-audit.js";

export type Omission =
  | { readonly code: "not-asked-for" }
  | { readonly code: "other-cases" }
  | { readonly code: "sample"; readonly tried: number; readonly of: number; readonly every: number }
  | { readonly code: "some-properties"; readonly named: readonly string[] };

const NOT_ASKED_FOR: Omission = { code: "not-asked-for" };

/** @returns `null` where nothing was */
export function omittedOfCases({ ownCases }: RuleAudit): Omission | null {
  return ownCases ? null : { code: "other-cases" };
}

export function omittedOfMutation({ mutation }: RuleAudit): Omission | null {
  if (mutation === null) return NOT_ASKED_FOR;
  const { mutants, of, every } = mutation;
  return mutants.length === of ? null : { code: "sample", tried: mutants.length, of, every };
}

export function omittedOfProofs({ proofs, properties }: RuleAudit): Omission | null {
  if (proofs === null) return NOT_ASKED_FOR;
  return properties === null ? null : { code: "some-properties", named: properties };
}

export function omittedOfTranslation({ translation }: RuleAudit): Omission | null {
  return translation === null ? NOT_ASKED_FOR : null;
}

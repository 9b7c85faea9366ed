/** By which rules two decisions about the same unit part. */
import type { Decision, RuleResult, Status } from "../kernel/answer.js";
import { UNDETERMINED } from "../kernel/outcome.js";

export interface RuleChange {
  readonly rule: string;
  /** On the side that has the rule; the second's where both have it. */
  readonly provision: string;
  /** `null`: this side has no such rule. */
  readonly first: Status | null;
  readonly second: Status | null;
}

/** @returns in the order of the second's rules, those that only the first has after them */
export function ruleChanges(first: Decision, second: Decision): readonly RuleChange[] {
  const before = new Map((first.rules ?? []).map((rule) => [rule.name, rule]));
  const after = new Map((second.rules ?? []).map((rule) => [rule.name, rule]));
  const isOpen = [first, second].some(({ outcome }) => outcome === UNDETERMINED);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    const stands = b ?? a;
    if (stands === undefined || !parts(a, b, isOpen)) return [];
    return [{ rule: name, provision: stands.provision, first: a?.status ?? null, second: b?.status ?? null }];
  });
}

/** Whether the rule contributes to one outcome and not to the other. */
function parts(a: RuleResult | undefined, b: RuleResult | undefined, isOpen: boolean): boolean {
  return (a?.gives ?? null) !== (b?.gives ?? null) || (isOpen && a?.status !== b?.status);
}

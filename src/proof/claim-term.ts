/** A claim as a term over a decision and its comparisons. */
import type { Plan } from "../kernel/plan.js";
import type { Stated } from "./claims.js";
import { type DecisionTerms, hasStatus, isOutcome, type RuleTerms } from "./smt/decision.js";
import { and, FALSE, not, or, type Term } from "./smt/term.js";

export interface Decided {
  readonly plan: Plan;
  readonly decision: DecisionTerms;
  /** The comparisons. */
  readonly asked: DecisionTerms;
}

export function claimTerm(claim: Stated, decided: Decided): Term {
  if ("all" in claim) return and(...claim.all.map((part) => claimTerm(part, decided)));
  if ("any" in claim) return or(...claim.any.map((part) => claimTerm(part, decided)));
  if ("not" in claim) return not(claimTerm(claim.not, decided));
  if ("decided" in claim) return decidedTerm(claim.decided, decided);
  const compared = ruleNamed(decided.asked, claim.compared).holds;
  if (claim.output === null) return compared;
  return and(compared, decided.decision.outputs.find(({ name }) => name === claim.output)?.carried ?? FALSE);
}

function decidedTerm(claim: Extract<Stated, { decided: unknown }>["decided"], { plan, decision }: Decided): Term {
  if ("outcome" in claim) return isOutcome(plan, decision.outcome, claim.outcome);
  if ("rule" in claim) return hasStatus(ruleNamed(decision, claim.rule), claim.status);
  return or(...decision.consequences.filter(({ consequence }) => consequence.name === claim.due).map(({ due }) => due));
}

function ruleNamed({ rules }: DecisionTerms, name: string): RuleTerms {
  const found = rules.find(({ rule }) => rule.name === name);
  if (found === undefined) throw new Error(`no rule \`${name}\``);
  return found;
}

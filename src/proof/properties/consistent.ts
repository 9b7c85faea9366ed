/**
 * No conflict: rules that hit together do not contradict each other under the decision's hit policy.
 * - `any`: no two of them give different outcomes;
 * - `priority` and `collect`: none that gives an outcome nobody hopes for is passed over in favour of one that is hoped for;
 * - `collect` besides: a consequence that is due twice has one value.
 */
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import type { Plan } from "../../kernel/plan.js";
import type { ProofResult } from "../result.js";
import { type DecisionTerms, isFavourable } from "../smt/decision.js";
import { and, equal, not, or, type Term } from "../smt/term.js";
import type { Solver } from "../solver.js";
import { proveOfOneCase } from "./one-case.js";

export function proveConsistent(solver: Solver, award: Award, plan: Plan): Promise<ProofResult> {
  return proveOfOneCase(solver, {
    head: {
      property: "consistent",
      kind: "consistent",
      decision: plan.declaration.name,
      provision: null,
      says: { zh: "同时起作用的规则互不抵触", en: "rules that take effect together do not contradict each other" },
    },
    award,
    asked: { award, plans: [plan], readings: {}, worlds: 1 },
    broken: ([decision]) => conflict(plan, decision as DecisionTerms),
    isBroken: ([decision]) => conflicts(plan, decision as Decision),
  });
}

function conflict(plan: Plan, { rules, outcome, consequences }: DecisionTerms): Term {
  if (plan.declaration.hitPolicy === "any") {
    return or(...pairs(rules).flatMap(([a, b]) => (a.outcome === b.outcome ? [] : [and(a.hit, b.hit)])));
  }
  const adverse = rules.filter((rule) => plan.declaration.outcomes[rule.outcome]?.favourable === false);
  const passedOver = and(isFavourable(plan, outcome), or(...adverse.map(({ hit }) => hit)));
  const twoValues = pairs(consequences).flatMap(([a, b]) => {
    if (a.consequence.name !== b.consequence.name || a.value === null || b.value === null) return [];
    if (a.value.sort !== b.value.sort) return [and(a.due, b.due)];
    return [and(a.due, b.due, not(equal(a.value.term, b.value.term)))];
  });
  return or(passedOver, ...(plan.declaration.hitPolicy === "collect" ? twoValues : []));
}

/** The same, of what the kernel decides. */
function conflicts(plan: Plan, { outcome, rules = [], consequences = [] }: Decision): boolean {
  const given = new Set(rules.flatMap(({ gives }) => (gives === null ? [] : [gives])));
  if (plan.declaration.hitPolicy === "any") return given.size > 1;
  const isHoped = (name: string) => plan.declaration.outcomes.find((declared) => declared.name === name)?.favourable;
  if (isHoped(outcome) === true && [...given].some((name) => isHoped(name) === false)) return true;
  const due = consequences.filter(({ status, value }) => status === "due" && value !== undefined);
  return pairs(due).some(([a, b]) => a.name === b.name && JSON.stringify(a.value) !== JSON.stringify(b.value));
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other] as const));
}

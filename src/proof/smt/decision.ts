/** A decision as terms: the status of every rule, and what follows from it. */
import type { Consequence, Rule } from "../../kernel/model.js";
import type { Plan } from "../../kernel/plan.js";
import { PLACE, placeTerm } from "./numbers.js";
import type { Script } from "./script.js";
import { and, choose, equal, FALSE, not, or, type Term, TRUE } from "./term.js";
import type { Translator } from "./translator.js";
import type { Value } from "./value.js";
import type { World } from "./world.js";

export interface DecisionTerms {
  readonly rules: readonly RuleTerms[];
  /** Place of the outcome among those declared; -1 for one that is not declared. */
  readonly outcome: Term;
  /** Consequences of all rules, each as often as rules have it. */
  readonly consequences: readonly { readonly consequence: Consequence; readonly due: Term; readonly value: Value | null }[];
  readonly outputs: readonly { readonly name: string; readonly carried: Term; readonly value: Value }[];
}

export interface RuleTerms {
  readonly rule: Rule;
  readonly applies: Term;
  /** Its conditions, whether it applies or not. */
  readonly holds: Term;
  readonly hit: Term;
  /** Place of the outcome it gives. */
  readonly outcome: number;
}

export function translateDecision(script: Script, plan: Plan, translator: Translator, world: World): DecisionTerms {
  const { declaration } = plan;
  const define = (name: string, term: Term) => script.define(`${world.prefix}${declaration.name}/${name}`, "Bool", term);
  const rules = plan.rules.map(({ rule, hitOn, outcome }): RuleTerms => {
    const { appliesWhen } = rule.event.params;
    const applies = appliesWhen === undefined ? TRUE : define(`${rule.name} applies`, translator.test(appliesWhen));
    const holds = define(`${rule.name} holds`, translator.test(rule.conditions));
    const hit = define(`${rule.name} hits`, and(applies, hitOn === "satisfied" ? holds : not(holds)));
    return { rule, applies, holds, hit, outcome };
  });
  const places = [-1, ...declaration.outcomes.keys()];
  const outcome = script.define(
    `${world.prefix}${declaration.name} outcome`,
    PLACE,
    places.reduceRight(
      (rest, place) =>
        choose(or(...rules.filter((rule) => rule.outcome === place).map(({ hit }) => hit)), placeTerm(place), rest),
      placeTerm(plan.otherwise),
    ),
  );
  return {
    rules,
    outcome,
    consequences: rules.flatMap(({ rule, hit }) =>
      (rule.event.params.consequences ?? []).map((consequence) => ({
        consequence,
        due: hit,
        value: consequence.value === undefined ? null : translator.name(consequence.value.fact),
      })),
    ),
    outputs: (declaration.outputs ?? []).map(({ name, outcomes, value }) => ({
      name,
      carried: or(...outcomes.map((of) => isOutcome(plan, outcome, of))),
      value: translator.name(value.fact),
    })),
  };
}

export function isOutcome({ declaration }: Plan, outcome: Term, name: string): Term {
  const place = declaration.outcomes.findIndex((declared) => declared.name === name);
  return place < 0 ? FALSE : equal(outcome, placeTerm(place));
}

export function isFavourable({ declaration }: Plan, outcome: Term): Term {
  return or(...declaration.outcomes.flatMap(({ favourable }, place) => (favourable ? [equal(outcome, placeTerm(place))] : [])));
}

/** @param status `satisfied`, `violated` or `not-applicable` */
export function hasStatus({ applies, holds }: RuleTerms, status: string): Term {
  if (status === "not-applicable") return not(applies);
  return and(applies, status === "satisfied" ? holds : not(holds));
}

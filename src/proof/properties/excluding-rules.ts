/** Why an outcome is never reached: the fewest rules of which one always stands in its way. */
import type { DecisionDeclaration, Rule } from "../../kernel/model.js";
import type { Plan } from "../../kernel/plan.js";
import { type Asked, declareCase } from "../asked-case.js";
import { search } from "../search.js";
import type { DecisionTerms, RuleTerms } from "../smt/decision.js";
import { and, not, or, type Term, TRUE } from "../smt/term.js";
import type { Solver } from "../solver.js";

/**
 * @param asked one world of one decision, in which the outcome was proved impossible
 * @returns none of which can be left out; empty where no rule brings the outcome about, whatever the others do
 */
export async function excludingRules(solver: Solver, asked: Asked, outcome: string): Promise<readonly Rule[]> {
  const [plan] = asked.plans as readonly [Plan];
  let left = rivalsOf(plan, outcome);
  for (const rule of left) {
    const without = left.filter((one) => one !== rule);
    if (await isImpossible(solver, asked, outcome, without)) left = without;
  }
  return left;
}

/** Rules that, when they hit, leave no room for the outcome. */
function rivalsOf({ declaration, rules, otherwise }: Plan, outcome: string): readonly Rule[] {
  const place = placeIn(declaration, outcome);
  return rules.filter((one) => one.outcome !== place && (place === otherwise || one.outcome < place)).map(({ rule }) => rule);
}

async function isImpossible(solver: Solver, asked: Asked, outcome: string, rivals: readonly Rule[]): Promise<boolean> {
  const [plan] = asked.plans as readonly [Plan];
  const place = placeIn(plan.declaration, outcome);
  const names = new Set(rivals.map(({ name }) => name));
  const { status } = await search(solver, (script, size) => {
    const looked = declareCase(script, asked, size);
    const [{ rules }] = looked.decisions as readonly [DecisionTerms];
    const hits = (of: (one: RuleTerms) => boolean): readonly Term[] => rules.filter(of).map(({ hit }) => hit);
    const brought = place === plan.otherwise ? TRUE : or(...hits((one) => one.outcome === place));
    return { found: and(brought, ...hits(({ rule }) => names.has(rule.name)).map(not)), asks: looked.terms };
  });
  return status === "none";
}

function placeIn({ outcomes }: DecisionDeclaration, outcome: string): number {
  return outcomes.findIndex(({ name }) => name === outcome);
}

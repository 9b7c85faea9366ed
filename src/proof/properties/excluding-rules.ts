/** Why an outcome is never reached: rules that between them always stand in its way. */
import type { Rule } from "../../kernel/model.js";
import type { Plan } from "../../kernel/plan.js";
import { type Asked, declareCase } from "../asked-case.js";
import { search } from "../search.js";
import type { DecisionTerms, RuleTerms } from "../smt/decision.js";
import { and, not, or, type Term } from "../smt/term.js";
import type { Solver } from "../solver.js";

/**
 * Of an outcome that is given unless a rule gives another: in every case one of these gives another. Of any other outcome:
 * wherever a rule gives it, one of these gives an outcome that goes before it.
 * @param asked one world of one decision, in which the outcome was proved impossible
 * @returns of which, as far as the solver can tell, none can be left out; empty where no rule ever gives the outcome
 */
export async function excludingRules(solver: Solver, asked: Asked, outcome: string): Promise<readonly Rule[]> {
  const [plan] = asked.plans as readonly [Plan];
  const place = plan.declaration.outcomes.findIndex(({ name }) => name === outcome);
  const rivals = plan.rules.filter((one) => one.outcome !== place && (place === plan.otherwise || one.outcome < place));
  let left = rivals.map(({ rule }) => rule);
  for (const rule of left) {
    const without = left.filter((one) => one !== rule);
    if (await isKeptAway(solver, asked, place, without)) left = without;
  }
  return left;
}

/** Whether the outcome is impossible though no rule but these went before it, or gave another where none gives it. */
async function isKeptAway(solver: Solver, asked: Asked, place: number, rivals: readonly Rule[]): Promise<boolean> {
  const [plan] = asked.plans as readonly [Plan];
  const names = new Set(rivals.map(({ name }) => name));
  const { status } = await search(solver, (script, size) => {
    const looked = declareCase(script, asked, size);
    const [{ rules }] = looked.decisions as readonly [DecisionTerms];
    const hits = (of: (one: RuleTerms) => boolean): readonly Term[] => rules.filter(of).map(({ hit }) => hit);
    const isRival = ({ rule }: RuleTerms) => names.has(rule.name);
    const given = or(...hits((one) => one.outcome === place));
    const after = hits((one) => isRival(one) && one.outcome > place);
    const left = place === plan.otherwise ? or(given, and(...after.map(not))) : given;
    return { found: and(...hits((one) => isRival(one) && one.outcome < place).map(not), left), asks: looked.terms };
  });
  return status === "none";
}

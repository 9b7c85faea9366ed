/** A case decided, with the state it was decided in. */
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { decide } from "../../kernel/decide.js";
import type { Name, Names } from "../../kernel/names.js";
import type { Plan, RulePlan } from "../../kernel/plan.js";
import { readQuestion } from "../../kernel/question.js";
import { collectReads } from "../../kernel/reads.js";
import type { State } from "../../kernel/state.js";
import { TRUE } from "../../kernel/truth.js";
import { worldOf } from "../../kernel/world.js";
import type { Case } from "../case.js";
import { questionOf } from "../case-differences.js";

export interface CaseRun {
  readonly case: Case;
  readonly plan: Plan;
  readonly decision: Decision;
  /** Its derived facts are computed. */
  readonly state: State;
  /** Names of the rules that surely apply. */
  readonly applying: ReadonlySet<string>;
  /** What the decision turns to: read by a rule that surely applies, by an `appliesWhen`, or by an output that is given. */
  readonly read: ReadonlySet<Name>;
}

/** @returns `null` of a question that is refused: it shows nothing of the rules */
export function runOf(award: Award, one: Case): CaseRun | null {
  const question = questionOf(one);
  const answer = decide(award, question);
  const read = readQuestion(award, question);
  if (!answer.ok || "length" in read) return null;
  const { plan, state } = read;
  worldOf(plan, state);
  const { decision } = answer;
  const applying = plan.rules.filter(({ applies }) => (applies?.truth(state, null) ?? TRUE) === TRUE);
  return {
    case: one,
    plan,
    decision,
    state,
    applying: new Set(applying.map(({ rule }) => rule.name)),
    read: readIn(decision, plan, applying, award.names),
  };
}

function readIn({ outputs }: Decision, plan: Plan, applying: readonly RulePlan[], names: Names): ReadonlySet<Name> {
  const read = new Set(applying.flatMap(({ reads }) => [...reads]));
  for (const { rule } of plan.rules) {
    const { appliesWhen } = rule.event.params;
    if (appliesWhen !== undefined) collectReads(appliesWhen, names, null, read);
  }
  const given = (outputs ?? []).map(({ name }) => name);
  for (const { name, value } of plan.declaration.outputs ?? []) {
    if (given.includes(name)) collectReads(value, names, null, read);
  }
  return read;
}

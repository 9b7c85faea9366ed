/** A case decided, with the state it was decided in. */
import type { Decision } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import { decide } from "../../kernel/decide.js";
import type { Plan } from "../../kernel/plan.js";
import { readQuestion } from "../../kernel/question.js";
import type { State } from "../../kernel/state.js";
import { worldOf } from "../../kernel/world.js";
import type { Case } from "../case.js";
import { questionOf } from "../case-differences.js";

export interface CaseRun {
  readonly case: Case;
  readonly plan: Plan;
  readonly decision: Decision;
  /** Its derived facts are computed. */
  readonly state: State;
}

/** @returns `null` of a question that is refused: it shows nothing of the rules */
export function runOf(award: Award, one: Case): CaseRun | null {
  const question = questionOf(one);
  const answer = decide(award, question);
  const read = readQuestion(award, question);
  if (!answer.ok || "length" in read) return null;
  const { plan, state } = read;
  worldOf(plan, state);
  return { case: one, plan, decision: answer.decision, state };
}

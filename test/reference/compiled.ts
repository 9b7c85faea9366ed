/** What the compiled kernel decides, in the members that the reference evaluator gives too. */
import type { Decision } from "../../src/kernel/answer.js";
import type { Award } from "../../src/kernel/award.js";
import { decide } from "../../src/kernel/decide.js";
import { type Case, explainConsequences, explainOutputs, explainRules } from "../../src/kernel/explain.js";
import { readQuestion } from "../../src/kernel/question.js";
import { worldOf } from "../../src/kernel/world.js";

/** The whole decision by the one way in, `remedies` and `interpretations` taken off. */
export function decideCompiled(award: Award, question: object): Decision {
  const answer = decide(award, question);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const { remedies: _remedies, interpretations: _interpretations, ...decision } = answer.decision;
  return decision;
}

/** The same from its parts: remedies are not searched for, which takes most of the time where many rules stand in the way. */
export function decideCompiledParts(award: Award, question: object): Decision {
  const answer = decide(award, { ...question, detail: "verdict" });
  const read = readQuestion(award, question);
  if (!answer.ok || "length" in read) throw new Error(JSON.stringify(answer));
  const { plan, state } = read;
  const of: Case = { ...read, world: worldOf(plan, state) };
  const { title, hitPolicy, outputs } = plan.declaration;
  return {
    ...answer.decision,
    title,
    rules: explainRules(of),
    ...(hitPolicy === "collect" ? { consequences: explainConsequences(of) } : {}),
    ...(outputs === undefined ? {} : { outputs: explainOutputs(of.world, answer.decision.outcome) }),
    missing: [],
  };
}

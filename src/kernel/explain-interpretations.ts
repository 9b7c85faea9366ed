/** The open points a decision relied on, and whether another reading would change it. */
import type { InterpretationResult, RuleResult } from "./answer.js";
import type { Award } from "./award.js";
import { bodyOf, outcomeOf } from "./missing.js";
import { computeOne, hitOf, type InterpretationPlan, type Plan, type RulePlan } from "./plan.js";
import type { ReadQuestion } from "./question.js";
import type { State } from "./state.js";
import type { Truth } from "./truth.js";
import { copyState } from "./worlds.js";

/**
 * Each open point that a rule which applies reads, or that would change the outcome,
 * and the outcome under every reading of it, the others left as they are.
 */
export function explainInterpretations(
  award: Award,
  read: ReadQuestion,
  hits: readonly Truth[],
  rules: readonly RuleResult[],
  outcome: string,
): readonly InterpretationResult[] {
  const { plan, state, readings, chosen } = read;
  const other = copyState(state);
  return plan.interpretations.flatMap((point) => {
    const { name, interpretation } = point.name;
    const reading = readings.get(name) as string;
    let wouldChange = false;
    const results = interpretation.readings.map((offered, index) => {
      const under = offered.name === reading ? outcome : outcomeUnder(point, index, plan, state, other, hits);
      if (under !== outcome) wouldChange = true;
      return { name: offered.name, label: offered.label, outcome: under };
    });
    const isReliedOn = point.rules.length === 0 || point.rules.some((place) => rules[place]?.status !== "not-applicable");
    if (!isReliedOn && !wouldChange) return [];
    return {
      name,
      question: interpretation.question,
      provision: interpretation.provision,
      reading,
      chosenBy: chosen.has(name) ? "caller" : "default",
      settledBy: bodyOf(award.files.pack, interpretation.settledBy),
      wouldChange,
      readings: results,
    };
  });
}

/** The outcome under one reading; only what reads the interpretation is computed anew. */
function outcomeUnder(
  point: InterpretationPlan,
  reading: number,
  plan: Plan,
  state: State,
  other: State,
  hits: readonly Truth[],
): string {
  other.scalars.set(state.scalars);
  if (state.bounds !== null) other.bounds?.set(state.bounds);
  other.scalars[point.name.slot] = reading;
  for (const place of point.derived) computeOne(plan, place, other);
  const otherHits = hits.slice();
  for (const place of point.rules) otherHits[place] = hitOf(plan.rules[place] as RulePlan, other);
  return outcomeOf(plan, other, otherHits);
}

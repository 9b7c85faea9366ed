/** The open points a decision relied on, and whether another reading would change it. */
import type { InterpretationResult, RuleResult } from "./answer.js";
import type { Award } from "./award.js";
import { bodyOf, outcomeOf } from "./missing.js";
import { computeOne, hitOf, type InterpretationPlan, type Plan, type RulePlan } from "./plan.js";
import type { ReadQuestion } from "./question.js";
import { overwrite, type State } from "./state.js";
import { type Truth, UNKNOWN } from "./truth.js";
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
    const reading = readings.get(point.name.name) as string;
    const outcomes = point.name.interpretation.readings.map((offered, index) =>
      offered.name === reading ? outcome : outcomeUnder(point, index, plan, state, other, hits, outcome),
    );
    const result = keptResult(award, point, reading, chosen.has(point.name.name), outcomes);
    const isReliedOn = point.rules.length === 0 || point.rules.some((place) => rules[place]?.status !== "not-applicable");
    return isReliedOn || result.wouldChange ? [result] : [];
  });
}

const keptResults = new WeakMap<InterpretationPlan, Map<string, InterpretationResult>>();

/** Results are few, one for each reading and outcomes under the readings, and are made once. */
function keptResult(
  award: Award,
  point: InterpretationPlan,
  reading: string,
  isChosen: boolean,
  outcomes: readonly string[],
): InterpretationResult {
  const kept = keptResults.get(point) ?? new Map<string, InterpretationResult>();
  keptResults.set(point, kept);
  const key = `${reading} ${isChosen} ${outcomes.join(" ")}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { name, interpretation } = point.name;
  const outcome = outcomes[interpretation.readings.findIndex((offered) => offered.name === reading)];
  const result: InterpretationResult = Object.freeze({
    name,
    question: interpretation.question,
    provision: interpretation.provision,
    reading,
    chosenBy: isChosen ? "caller" : "default",
    settledBy: bodyOf(award.files.pack, interpretation.settledBy),
    wouldChange: outcomes.some((under) => under !== outcome),
    readings: Object.freeze(
      interpretation.readings.map((offered, index) =>
        Object.freeze({ name: offered.name, label: offered.label, outcome: outcomes[index] as string }),
      ),
    ),
  });
  kept.set(key, result);
  return result;
}

/** The outcome under one reading; only what reads the interpretation is computed anew. */
function outcomeUnder(
  point: InterpretationPlan,
  reading: number,
  plan: Plan,
  state: State,
  other: State,
  hits: readonly Truth[],
  outcome: string,
): string {
  overwrite(other, state);
  if (state.bounds !== null) other.bounds = state.bounds.slice();
  other.scalars[point.name.slot] = reading;
  for (const place of point.derived) computeOne(plan, place, other);
  let otherHits: Truth[] | null = null;
  for (const place of point.rules) {
    const hit = hitOf(plan.rules[place] as RulePlan, other);
    if (hit === hits[place] && hit !== UNKNOWN) continue;
    otherHits ??= hits.slice();
    otherHits[place] = hit;
  }
  // Where every rule that reads it hits as before, and for certain, so does the decision.
  return otherHits === null ? outcome : outcomeOf(plan, other, otherHits);
}

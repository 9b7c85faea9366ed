/** The open points a decision relied on, and whether another reading would change it. */
import type { InterpretationResult, RuleResult } from "./answer.js";
import type { Award } from "./award.js";
import { bodyOf, settledOutcome } from "./missing.js";
import { outcomeName } from "./outcome.js";
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
  outcome: number,
): readonly InterpretationResult[] {
  const { plan, state, chosen } = read;
  const other = copyState(state);
  const results: InterpretationResult[] = [];
  for (const point of plan.interpretations) {
    const reading = state.scalars[point.name.slot] as number;
    const count = point.name.interpretation.readings.length;
    const outcomes: number[] = [];
    let key = reading * 2 + (chosen.has(point.name.name) ? 1 : 0);
    for (let index = 0; index < count; index += 1) {
      const under = index === reading ? outcome : outcomeUnder(point, index, plan, state, other, hits, outcome);
      outcomes.push(under);
      key = key * (plan.declaration.outcomes.length + 1) + under + 1;
    }
    // Past 2^53 two keys could be one; so many readings are not worth remembering.
    const kept = Number.isSafeInteger(key) ? point.kept.get(key) : undefined;
    const result = kept ?? resultOf(award, plan, point, reading, chosen.has(point.name.name), outcomes);
    if (kept === undefined && Number.isSafeInteger(key)) point.kept.set(key, result);
    if (
      result.wouldChange ||
      point.rules.length === 0 ||
      point.rules.some((place) => rules[place]?.status !== "not-applicable")
    ) {
      results.push(result);
    }
  }
  return results;
}

function resultOf(
  award: Award,
  plan: Plan,
  point: InterpretationPlan,
  reading: number,
  isChosen: boolean,
  outcomes: readonly number[],
): InterpretationResult {
  const { name, interpretation } = point.name;
  return Object.freeze({
    name,
    question: interpretation.question,
    provision: interpretation.provision,
    reading: interpretation.readings[reading]?.name ?? "",
    chosenBy: isChosen ? "caller" : "default",
    settledBy: bodyOf(award.files.pack, interpretation.settledBy),
    wouldChange: outcomes.some((under) => under !== outcomes[reading]),
    readings: Object.freeze(
      interpretation.readings.map((offered, index) =>
        Object.freeze({ name: offered.name, label: offered.label, outcome: outcomeName(plan, outcomes[index] as number) }),
      ),
    ),
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
  outcome: number,
): number {
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
  return otherHits === null ? outcome : settledOutcome(plan, other, otherHits);
}

/** The open points a decision relied on, and whether another reading would change it. */
import type { InterpretationResult, RuleResult } from "./answer.js";
import type { Award } from "./award.js";
import type { Dependents } from "./dependents.js";
import { type ExploredOutcome, settledOutcome } from "./explore-outcome.js";
import { bodyOf } from "./missing.js";
import { onlyOutcome, outcomeName } from "./outcome.js";
import type { InterpretationPlan, Plan } from "./plan.js";
import type { ReadQuestion } from "./question.js";
import { UNKNOWN } from "./truth.js";
import { copyOf, restore, settle, type World } from "./world.js";

/**
 * Each open point that a rule which applies reads, or that would change the outcome,
 * and the outcome under every reading of it, the others left as they are.
 */
export function explainInterpretations(
  award: Award,
  { chosen }: ReadQuestion,
  world: World,
  rules: readonly RuleResult[],
  explored: ExploredOutcome,
): readonly InterpretationResult[] {
  const { plan, state } = world;
  const outcome = onlyOutcome(explored.results);
  const other = copyOf(world);
  const results: InterpretationResult[] = [];
  for (const point of plan.interpretations) {
    const reading = state.scalars[point.name.slot] as number;
    const count = point.name.interpretation.readings.length;
    const outcomes: number[] = [];
    let key = reading * 2 + (chosen.has(point.name.name) ? 1 : 0);
    for (let index = 0; index < count; index += 1) {
      const under = index === reading ? outcome : outcomeUnder(point, index, world, other, explored);
      outcomes.push(under);
      key = key * (plan.declaration.outcomes.length + 1) + under + 1;
    }
    // Past 2^53 two keys could be one; so many readings are not worth remembering.
    const kept = Number.isSafeInteger(key) ? point.kept.get(key) : undefined;
    const result = kept ?? resultOf(award, plan, point, reading, chosen.has(point.name.name), outcomes);
    if (kept === undefined && Number.isSafeInteger(key)) point.kept.set(key, result);
    const { rules: reads } = plan.onScalar[point.name.slot] as Dependents;
    if (result.wouldChange || reads.length === 0 || reads.some((place) => rules[place]?.status !== "not-applicable")) {
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

/** The outcome under one reading. */
function outcomeUnder(point: InterpretationPlan, reading: number, world: World, other: World, explored: ExploredOutcome): number {
  const { slot } = point.name;
  const changed = world.plan.onScalar[slot] as Dependents;
  other.state.scalars[slot] = reading;
  settle(other, changed);
  // Where every rule that reads it hits as before, and for certain, so does the decision.
  const isAsBefore = changed.rules.every((place) => other.hits[place] === world.hits[place] && other.hits[place] !== UNKNOWN);
  const untouched = (group: ExploredOutcome["groups"][number]) => !group.rules.some((place) => changed.rules.includes(place));
  const under = isAsBefore ? onlyOutcome(explored.results) : settledOutcome(other, explored.groups.filter(untouched));
  other.state.scalars[slot] = world.state.scalars[slot] as number;
  restore(other, world, changed);
  return under;
}

/** A decision as it leaves where something is confidential: what it came to and by which provisions, without the values. */
import type {
  Change,
  ConsequenceResult,
  Decision,
  FixedObstacle,
  JsonValue,
  OutputResult,
  Remedy,
  RuleResult,
  UsedFact,
} from "../answer.js";
import type { Name, Names } from "../names.js";
import type { Plan, RulePlan } from "../plan.js";
import type { Text } from "../text.js";
import { placeholders, valueInWords } from "../wording.js";
import { comparedWith } from "./compared-with.js";
import { concealedInWords, isConcealed } from "./conceal.js";
import type { Concealment } from "./concealment.js";

/** By what a decision was made, and what of it is confidential. */
export interface Concealing {
  readonly plan: Plan;
  readonly concealment: Concealment;
  /** As the decision used it, to word anew what names it. */
  readonly lookUp: (name: Name) => JsonValue;
}

/** The decision with digests in place of what is confidential; outcome, statuses and provisions stay. */
export function concealDecision(decision: Decision, of: Concealing): Decision {
  const { rules, consequences, outputs, remedies } = decision;
  return {
    ...decision,
    ...(rules === undefined ? {} : { rules: rules.map((rule) => ruleOf(rule, of)) }),
    ...(consequences === undefined ? {} : { consequences: consequences.map((one) => consequenceOf(one, of)) }),
    ...(outputs === undefined ? {} : { outputs: outputs.map((output) => outputOf(output, of)) }),
    ...(remedies === undefined
      ? {}
      : {
          remedies: {
            possible: remedies.possible.map((remedy) => remedyOf(remedy, of)),
            fixed: remedies.fixed.map((obstacle) => obstacleOf(obstacle, of)),
          },
        }),
  };
}

function ruleOf(result: RuleResult, of: Concealing): RuleResult {
  const facts = result.facts.map((fact) => factOf(fact, of));
  return { ...result, facts, says: saysOf(result.says, planOfRule(result.name, of).rule.event.params.says, of) };
}

function planOfRule(name: string, { plan }: Concealing): RulePlan {
  return plan.rules.find(({ rule }) => rule.name === name) as RulePlan;
}

function factOf(fact: UsedFact, { concealment }: Concealing): UsedFact {
  const value = concealment.value(fact.name, fact.value);
  return fact.finding === undefined
    ? value === fact.value
      ? fact
      : { ...fact, value }
    : { ...fact, value, finding: concealment.finding(fact.name, fact.finding) };
}

function consequenceOf(result: ConsequenceResult, of: Concealing): ConsequenceResult {
  const declared = planOfRule(result.rule, of).consequences.find(
    ({ name, provision }) => name === result.name && provision === result.provision,
  );
  if (declared === undefined) return result;
  const says = saysOf(result.says, declared.says, of);
  return declared.value === undefined || result.value === undefined
    ? { ...result, says }
    : { ...result, says, value: of.concealment.value(declared.value.fact, result.value) };
}

function outputOf(result: OutputResult, { plan, concealment }: Concealing): OutputResult {
  const declared = plan.declaration.outputs?.find(({ name }) => name === result.name);
  return declared === undefined ? result : { ...result, value: concealment.value(declared.value.fact, result.value) };
}

/** The new value of a fact tells what it is compared with, and the day to wait for what it is counted from. */
function remedyOf(remedy: Remedy, of: Concealing): Remedy {
  const { plan, concealment } = of;
  const rests = plan.rules.some(
    (rule) => isOfTheDay(rule, plan) && [...rule.reads].some(({ name }) => concealment.touches(name)),
  );
  const { waitUntil } = remedy;
  return {
    ...remedy,
    changes: remedy.changes.map((change) => changeOf(change, of)),
    waitUntil: typeof waitUntil === "string" && rests ? concealment.anyway("waitUntil", waitUntil) : waitUntil,
  };
}

/** Whether what the rule comes to may turn with the day. */
function isOfTheDay(rule: RulePlan, { onWaiting, past }: Plan): boolean {
  return onWaiting.rules.includes(rule.place) || past.some((name) => rule.reads.has(name));
}

function changeOf(change: Change, { plan, concealment }: Concealing): Change {
  const { fact, from, to } = change;
  if (concealment.touches(fact)) return { ...change, from: concealment.value(fact, from), to: concealment.value(fact, to) };
  const tells = plan.rules.some(({ rule }) => [...comparedWith(fact, rule)].some((name) => concealment.touches(name)));
  return tells ? { ...change, to: concealment.anyway(fact, to) } : change;
}

function obstacleOf(obstacle: FixedObstacle, of: Concealing): FixedObstacle {
  return { ...obstacle, says: saysOf(obstacle.says, planOfRule(obstacle.rule, of).rule.event.params.says, of) };
}

/** The wording filled anew where it names something confidential; else the very same. */
function saysOf(says: Text, declared: Text, { plan, concealment, lookUp }: Concealing): Text {
  const isNamed = [declared.zh, declared.en].some((text) => placeholders(text).some((name) => concealment.touches(name)));
  if (!isNamed) return says;
  const { names } = plan;
  const fill = (language: keyof Text) =>
    declared[language].replace(/\{([A-Za-z]\w*)\}/g, (found, name: string) => inWords(found, names, name, language));
  return { zh: fill("zh"), en: fill("en") };

  function inWords(found: string, { byName }: Names, referred: string, language: keyof Text): string {
    const name = byName.get(referred);
    if (name === undefined) return found;
    const value = lookUp(name);
    const shown = concealment.value(referred, value);
    if (isConcealed(shown)) return concealedInWords(shown, language);
    // Of a list some rows of which are secret a sentence tells nothing.
    const isPart = shown !== value;
    return isPart ? concealedInWords(concealment.anyway(referred, value), language) : valueInWords(value, name, language);
  }
}

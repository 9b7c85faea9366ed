/** Holds the translation to the kernel: what the solver makes of complete cases is what the kernel decides. */
import type { Decision, JsonValue, Question } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import type { Name } from "../kernel/names.js";
import type { Plan } from "../kernel/plan.js";
import { type AskedCase, declareCase } from "./asked-case.js";
import { decidedBy } from "./counterexample.js";
import { checkOf } from "./search.js";
import { readAnswer } from "./smt/answer.js";
import type { DecisionTerms } from "./smt/decision.js";
import { inputTerms } from "./smt/input-terms.js";
import { type Numbers, placeOf } from "./smt/numbers.js";
import { bitsOf, isTrue, jsonOf, type Values } from "./smt/read-world.js";
import { Script } from "./smt/script.js";
import { isSymbol, type Term } from "./smt/term.js";
import type { Value } from "./smt/value.js";
import type { Solver } from "./solver.js";

/** Something on which the two do not agree. */
export interface TranslationDifference {
  readonly question: Question;
  /** `outcome`, `rule fraud`, `fact operatingYears`, `output grantFen`, `consequence claw-back`; `question`, where one refuses it. */
  readonly of: string;
  readonly kernel: JsonValue;
  readonly translation: JsonValue;
}

/**
 * @param questions with complete facts, each to a decision of the award
 * @param onQuestion told before each question
 * @param numbers how whole numbers are written: both ways are used in proofs
 * @returns nothing, where kernel and translation agree on every rule, derived fact, outcome, output and consequence
 */
export async function checkTranslation(
  solver: Solver,
  award: Award,
  questions: readonly Question[],
  numbers: Numbers,
  onQuestion?: () => void,
): Promise<readonly TranslationDifference[]> {
  const differences: TranslationDifference[] = [];
  for (const plan of award.plans.values()) {
    const own = questions.filter(({ decision }) => decision === plan.declaration.name);
    if (own.length > 0) differences.push(...(await checkPlan(solver, award, plan, own, numbers, onQuestion)));
  }
  return differences;
}

async function checkPlan(
  solver: Solver,
  award: Award,
  plan: Plan,
  questions: readonly Question[],
  numbers: Numbers,
  onQuestion: () => void = () => undefined,
): Promise<readonly TranslationDifference[]> {
  const differences: TranslationDifference[] = [];
  for (const question of questions) {
    onQuestion();
    const script = new Script(numbers);
    const rows = longestList(question);
    const looked = declareCase(script, { award, plans: [plan], readings: {}, worlds: 1 }, { rows: () => rows, more: false });
    for (const term of inputTerms(numbers, looked.world, plan.reads, question)) script.assert(term);
    const told = tellingOf(plan, looked);
    const named = told.map(({ term }) => term).filter(isSymbol);
    const { status, values } = readAnswer(await solver.run(checkOf(script, named)));
    const decided = decidedBy(award, question);
    if (status !== "sat" || decided === null) {
      differences.push({ question, of: "question", kernel: decided === null ? "refused" : "decided", translation: status });
    } else {
      const found: Values = { numbers, of: new Map(named.map((term, at) => [term, values[at] as bigint])) };
      differences.push(...differencesIn(question, decided.decision, told, found));
    }
  }
  return differences;
}

function differencesIn(
  question: Question,
  decision: Decision,
  told: readonly Telling[],
  found: Values,
): readonly TranslationDifference[] {
  return told.flatMap(({ of, read, kernel }) => {
    const [ours, theirs] = [kernel(decision), read(found)];
    // What the kernel does not tell, as a derived fact on a branch that the readings rule out, is not compared.
    if (ours === undefined || JSON.stringify(ours) === JSON.stringify(theirs)) return [];
    return [{ question, of, kernel: ours, translation: theirs }];
  });
}

/** Something that both tell of a case. */
interface Telling {
  readonly of: string;
  readonly term: Term;
  readonly read: (values: Values) => JsonValue;
  readonly kernel: (decision: Decision) => JsonValue | undefined;
}

function tellingOf(plan: Plan, { decisions, translator }: AskedCase): readonly Telling[] {
  const [decision] = decisions as readonly [DecisionTerms];
  const { outcomes } = plan.declaration;
  const outcome: Telling = {
    of: "outcome",
    term: decision.outcome,
    read: (values) => outcomes[placeOf(bitsOf(decision.outcome, values))]?.name ?? null,
    kernel: (decided) => decided.outcome,
  };
  return [
    outcome,
    ...decision.rules.flatMap(({ rule, applies, holds }): readonly Telling[] => {
      const ruleOf = (decided: Decision) => decided.rules?.find(({ name }) => name === rule.name);
      const isApplicable = (decided: Decision) => ruleOf(decided)?.status !== "not-applicable";
      const telling = (of: string, term: Term, kernel: Telling["kernel"]): Telling => ({
        of: `rule ${rule.name} ${of}`,
        term,
        read: (values) => isTrue(term, values),
        kernel,
      });
      return [
        telling("applies", applies, isApplicable),
        telling("holds", holds, (decided) => (isApplicable(decided) ? ruleOf(decided)?.status === "satisfied" : undefined)),
      ];
    }),
    ...plan.reads.flatMap((name) =>
      name.source === "derived"
        ? [valueTelling(`fact ${name.name}`, name, translator.name(name.name), (decided) => usedValue(decided, name.name))]
        : [],
    ),
    ...decision.outputs.map(({ name, value }) =>
      valueTelling(
        `output ${name}`,
        nameOfOutput(plan, name),
        value,
        (decided) => decided.outputs?.find((output) => output.name === name)?.value,
      ),
    ),
    ...decision.consequences.flatMap((one) => tellingOfConsequence(plan, decision, one)),
  ];
}

function tellingOfConsequence(
  { names }: Plan,
  decision: DecisionTerms,
  { consequence: { name, provision, value: amount }, due, value }: DecisionTerms["consequences"][number],
): readonly Telling[] {
  const isDue = (decided: Decision) => dueBy(decided, due, decision, name, provision);
  const of = `consequence ${name}`;
  const telling: Telling = { of, term: due, read: (values) => isTrue(due, values), kernel: isDue };
  if (amount === undefined || value === null) return [telling];
  const told = (decided: Decision) => decided.consequences?.find((one) => one.name === name && one.provision === provision);
  return [
    telling,
    valueTelling(`${of} value`, names.byName.get(amount.fact) as Name, value, (decided) =>
      isDue(decided) === true ? told(decided)?.value : undefined,
    ),
  ];
}

/** Whether the rule makes the consequence due; `undefined` where another makes it so already. */
function dueBy(decided: Decision, due: Term, { rules }: DecisionTerms, name: string, provision: string): boolean | undefined {
  if (decided.consequences === undefined) return undefined;
  const own = rules.filter(({ hit }) => hit === due).map(({ rule }) => rule.name);
  const told = decided.consequences.find((one) => one.name === name && one.provision === provision);
  if (told === undefined) return false;
  return own.includes(told.rule) ? told.status === "due" : undefined;
}

function valueTelling(of: string, name: Name, value: Value, kernel: Telling["kernel"]): Telling {
  const names = name.type.type === "enum" ? name.type.values : [];
  return { of, term: value.term, read: (values) => jsonOf(value, names, values), kernel };
}

function usedValue(decided: Decision, name: string): JsonValue | undefined {
  return decided.rules?.flatMap(({ facts }) => facts).find((fact) => fact.name === name)?.value;
}

function nameOfOutput({ declaration, names }: Plan, output: string): Name {
  const fact = declaration.outputs?.find(({ name }) => name === output)?.value.fact ?? "";
  return names.byName.get(fact) as Name;
}

function longestList({ facts }: Question): number {
  const lists = Object.values(facts as object).filter(Array.isArray) as readonly (readonly unknown[])[];
  return Math.max(0, ...lists.map(({ length }) => length));
}

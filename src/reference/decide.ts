/**
 * The second evaluator: the same rule files run by json-rules-engine, so that an auditor need not take the kernel's word.
 *
 * It shares with the kernel how a question is checked and what a rule is said to read. How conditions are evaluated, derived
 * facts computed and dates counted is its own.
 */
import type { Answer, Decision } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { concealDecision } from "../kernel/confidential/conceal-decision.js";
import type { DecideOptions } from "../kernel/decide.js";
import { failure } from "../kernel/failure.js";
import type { DecisionDeclaration, Rule } from "../kernel/model.js";
import { superseded } from "../kernel/notice.js";
import { type ReadQuestion, readQuestion } from "../kernel/question.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { runRules } from "./engine.js";
import { consequencesOf, type Judged, outputsOf, ruleResult } from "./explain.js";
import { type Unknown, unknownBeneath } from "./needs.js";
import type { Values } from "./values.js";
import { valuesOf } from "./values-of.js";

/**
 * Decides by json-rules-engine. Of complete facts only: whatever a rule that applies reads, and whatever an output of the
 * outcome rests on, must be known, or the answer names every fact that is not.
 *
 * The decision is the kernel's, member by member, but for `remedies` and `interpretations`, which are left out: they ask what
 * other facts or readings would lead to, and one evaluator answers that.
 * @param award made by `loadAward`
 * @param question as `decide` takes it
 * @throws never, for an award made by `loadAward`
 */
export async function decideByReference(award: Award, question: unknown, { conceal }: DecideOptions = {}): Promise<Answer> {
  const read = readQuestion(award, question, conceal);
  if ("length" in read) return { ok: false, errors: read };
  const { facts } = question as { readonly facts: Readonly<Record<string, unknown>> };
  const values = valuesOf(award.names, facts, read.readings, read.asOf);
  const { declaration } = read.plan;
  const rules = award.files.rules[declaration.name] ?? [];

  const judged = await judge(rules, values);
  if ("unknown" in judged) return incomplete(judged.unknown);
  const outcome = outcomeOf(declaration, judged);
  const carried = (declaration.outputs ?? []).filter((output) => output.outcomes.includes(outcome));
  const unknown = carried.flatMap((output) => unknownBeneath(output.value, values));
  if (unknown.length > 0) return incomplete(unknown);

  const head = headOf(award, read, outcome);
  if (read.detail === "verdict") return { ok: true, decision: head };
  const decision = {
    ...head,
    title: declaration.title,
    rules: judged.map((each) => ruleResult(each, values, read.provenance)),
    ...(declaration.hitPolicy === "collect" ? { consequences: consequencesOf(judged, values) } : {}),
    ...(declaration.outputs === undefined ? {} : { outputs: outputsOf(declaration, outcome, values) }),
    missing: [],
  };
  const { concealment, plan } = read;
  if (concealment === null) return { ok: true, decision };
  return { ok: true, decision: concealDecision(decision, { plan, concealment, lookUp: ({ name }) => values.value(name) }) };
}

/** Which rules apply, then which of those hold; or what must be known first. */
async function judge(
  rules: readonly Rule[],
  values: Values,
): Promise<readonly Judged[] | { readonly unknown: readonly Unknown[] }> {
  const guards = rules.flatMap(({ name, event }) =>
    event.params.appliesWhen === undefined ? [] : [{ name, conditions: event.params.appliesWhen, event: { type: "applies" } }],
  );
  const unknownOfGuard = new Map(guards.map(({ name, conditions }) => [name, unknownBeneath(conditions, values)]));
  const decidable = guards.filter(({ name }) => unknownOfGuard.get(name)?.length === 0);
  const applying = await runRules(decidable, values);
  const applies = (rule: Rule) => !unknownOfGuard.has(rule.name) || applying.has(rule.name);

  const unknown = rules.flatMap((rule) => {
    const ofGuard = unknownOfGuard.get(rule.name) ?? [];
    return ofGuard.length > 0 || !applies(rule) ? ofGuard : unknownOfRule(rule, values);
  });
  if (unknown.length > 0) return { unknown };
  const holding = await runRules(rules.filter(applies), values);
  return rules.map((rule) => judgedAs(rule, applies(rule), holding.has(rule.name)));
}

function unknownOfRule({ conditions, event }: Rule, values: Values): readonly Unknown[] {
  const worths = (event.params.consequences ?? []).flatMap(({ value }) => (value === undefined ? [] : [value]));
  return [conditions, ...worths].flatMap((part) => unknownBeneath(part, values));
}

function judgedAs(rule: Rule, applies: boolean, holds: boolean): Judged {
  if (!applies) return { rule, status: "not-applicable", gives: null };
  const { effect } = rule.event.params;
  if (holds) return { rule, status: "satisfied", gives: "satisfied" in effect ? effect.satisfied : null };
  return { rule, status: "violated", gives: "violated" in effect ? effect.violated : null };
}

/** Under every hit policy the first declared outcome that is hit; they differ in what else follows. */
function outcomeOf({ outcomes, otherwise }: DecisionDeclaration, judged: readonly Judged[]): string {
  return outcomes.find(({ name }) => judged.some(({ gives }) => gives === name))?.name ?? otherwise;
}

function incomplete(unknown: readonly Unknown[]): Answer {
  const byPointer = new Map(unknown.map((each) => [each.pointer, each]));
  return {
    ok: false,
    errors: [...byPointer.values()].map(({ pointer, name, provision }) =>
      failure(pointer, { code: "reference-needs-facts", name }, provision),
    ),
  };
}

function headOf(award: Award, { id, plan, asOf }: ReadQuestion, outcome: string): Decision {
  return {
    ...(id === null ? {} : { id }),
    award: award.id,
    decision: plan.declaration.name,
    asOf,
    outcome,
    notices: superseded(award, asOf),
    ruleset: { id: award.id, digest: award.digest },
    kernel: { version: KERNEL_VERSION },
  };
}

/** The reasons of a decision in the shape the kernel gives them, from JSON values. */
import type { ConsequenceResult, JsonValue, OutputResult, RuleResult, Status, UsedFact } from "../kernel/answer.js";
import type { DecisionDeclaration, Rule, Text } from "../kernel/model.js";
import type { Name } from "../kernel/names.js";
import { readsOfRule } from "../kernel/plan.js";
import type { Provenance } from "../kernel/read-facts.js";
import { placeholders, yuan } from "../kernel/wording.js";
import type { Values } from "./values.js";

/** A rule and what became of it. */
export interface Judged {
  readonly rule: Rule;
  readonly status: Status;
  /** The outcome it gives, `null` where it does not hit. */
  readonly gives: string | null;
}

export function ruleResult(
  { rule, status, gives }: Judged,
  values: Values,
  provenance: ReadonlyMap<string, Provenance>,
): RuleResult {
  const { provision, quote, says } = rule.event.params;
  return {
    name: rule.name,
    status,
    gives,
    provision,
    quote,
    facts: [...readsOfRule(rule, values.names, values.readings)].map((name) => usedFact(name, values, provenance.get(name.name))),
    says: filled(says, values),
  };
}

/** Consequences of the rules that hit, each named once, at the first rule that makes it due. */
export function consequencesOf(judged: readonly Judged[], values: Values): readonly ConsequenceResult[] {
  const due = new Map<string, ConsequenceResult>();
  for (const { rule, gives } of judged) {
    if (gives === null) continue;
    for (const { name, provision, quote, says, value } of rule.event.params.consequences ?? []) {
      const key = `${name} ${provision}`;
      if (due.has(key)) continue;
      const worth = value === undefined ? {} : worthOf(value.fact, values);
      due.set(key, { name, status: "due", rule: rule.name, provision, quote, says: filled(says, values), ...worth });
    }
  }
  return [...due.values()];
}

/** The outputs that go with an outcome. */
export function outputsOf(declaration: DecisionDeclaration, outcome: string, values: Values): readonly OutputResult[] {
  return (declaration.outputs ?? [])
    .filter((output) => output.outcomes.includes(outcome))
    .map(({ name, label, value, provision }) => ({ name, label, ...worthOf(value.fact, values), provision }));
}

function usedFact(name: Name, values: Values, finding: Provenance | undefined): UsedFact {
  return {
    name: name.name,
    label: name.label,
    source: name.source === "given-list" ? "given" : name.source,
    ...worthOf(name.name, values),
    ...(finding === undefined ? {} : { finding }),
  };
}

function worthOf(referred: string, values: Values): { readonly value: JsonValue; readonly unit?: string } {
  const value = values.value(referred);
  const type = values.names.byName.get(referred)?.type;
  return type?.type === "integer" ? { value, unit: type.unit } : { value };
}

/** Wording with each `{name}` replaced by its value. */
function filled(text: Text, values: Values): Text {
  const fill = (language: keyof Text) =>
    placeholders(text[language]).reduce(
      (sofar, name) => sofar.replace(`{${name}}`, () => inWords(name, values, language)),
      text[language],
    );
  return { zh: fill("zh"), en: fill("en") };
}

function inWords(name: string, values: Values, language: keyof Text): string {
  const value = values.value(name);
  const type = values.names.byName.get(name)?.type;
  if (value === null) return language === "zh" ? "（未知）" : "(unknown)";
  if (typeof value === "number" && type?.type === "integer" && type.unit === "fen") return yuan(value);
  return Array.isArray(value) ? value.join(language === "zh" ? "、" : ", ") : String(value);
}

/**
 * The claims of a pack's properties, as rules of decisions of their own beside the pack's: what is compared in a claim is
 * then understood by the kernel, and translated, as any comparison of a rule is.
 */
import { type Award, compileAward } from "../kernel/award.js";
import type {
  Claim,
  ComparedClaim,
  Conditions,
  DecidedClaim,
  DecisionDeclaration,
  DerivedFact,
  Expression,
  Operand,
  Property,
  Reference,
  Rule,
} from "../kernel/model.js";
import type { Plan } from "../kernel/plan.js";
import { typeOf } from "./smt/type-of.js";

/** A claim, each comparison of which is a rule. */
export type Stated =
  | { readonly all: readonly Stated[] }
  | { readonly any: readonly Stated[] }
  | { readonly not: Stated }
  | { readonly decided: DecidedClaim }
  /** Satisfied, and the output is carried where there is one. */
  | { readonly compared: string; readonly output: string | null };

export interface StatedProperty {
  readonly property: Exclude<Property, { kind: "score-card" }>;
  /** The award, with the claims among its decisions. */
  readonly award: Award;
  readonly plan: Plan;
  /** Of the comparisons. */
  readonly asked: Plan;
  readonly given: Stated | null;
  readonly holds: Stated | null;
}

/** Stands in no name of a pack. */
const MARK = "#";
const NO_WORDS = { zh: "", en: "" };

export function stateProperty(award: Award, property: StatedProperty["property"]): StatedProperty {
  const decision = `${MARK}${property.name}`;
  const rules: Rule[] = [];
  const derived: DerivedFact[] = [];
  const outputs = award.plans.get(property.decision)?.declaration.outputs ?? [];
  const given = property.given === undefined ? null : stated(property.given);
  const holds = property.kind === "implies" ? stated(property.holds) : null;
  const { files } = award;
  const extended = compileAward(
    {
      ...files,
      pack: { ...files.pack, decisions: [...files.pack.decisions, declarationOf(decision)] },
      facts: { ...files.facts, derived: [...files.facts.derived, ...derived] },
      rules: { ...files.rules, [decision]: rules },
    },
    award.digest,
  );
  const plan = extended.plans.get(property.decision) as Plan;
  return { property, award: extended, plan, asked: extended.plans.get(decision) as Plan, given, holds };

  function stated(claim: Claim): Stated {
    if ("all" in claim) return { all: claim.all.map(stated) };
    if ("any" in claim) return { any: claim.any.map(stated) };
    if ("not" in claim) return { not: stated(claim.not) };
    if (!("operator" in claim)) return { decided: claim };
    const name = `${MARK}${rules.length}`;
    const left = leftOf(claim);
    rules.push(ruleOf(name, { all: [{ ...left, operator: claim.operator, value: rightOf(claim.value) }] }, property.provision));
    return { compared: name, output: "output" in claim ? claim.output : null };
  }

  function leftOf(claim: ComparedClaim): Reference {
    if ("fact" in claim) return { fact: claim.fact };
    if ("expression" in claim) return named(claim.expression);
    const output = outputs.find(({ name }) => name === claim.output);
    if (output === undefined) throw new Error(`no output \`${claim.output}\``);
    return output.value;
  }

  function rightOf(value: ComparedClaim["value"]): Operand | readonly string[] {
    return typeof value === "object" && "expression" in value ? named(value.expression) : value;
  }

  function named(expression: Expression): Reference {
    if (typeof expression === "object" && "fact" in expression) return expression;
    const name = `${property.name}${MARK}${derived.length}`;
    const type = typeOf(expression, award.names) as DerivedFact["type"];
    const unit = type === "integer" ? { unit: MARK } : {};
    derived.push({ name, label: NO_WORDS, type, ...unit, provision: property.provision, expression });
    return { fact: name };
  }
}

function ruleOf(name: string, conditions: Conditions, provision: string): Rule {
  const params = { provision, quote: "", says: NO_WORDS, effect: { satisfied: MARK }, remedy: "none" } as const;
  return { name, conditions, event: { type: "satisfied", params } };
}

function declarationOf(name: string): DecisionDeclaration {
  const outcomes = [{ name: MARK, label: NO_WORDS, favourable: true }];
  return { name, title: NO_WORDS, question: NO_WORDS, hitPolicy: "any", outcomes, otherwise: MARK };
}

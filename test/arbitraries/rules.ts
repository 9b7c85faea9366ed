/** The decision of a random pack and its rules. */
import type { Condition, Consequence, DecisionDeclaration, Rule, Text } from "../../src/kernel/model.js";
import type { Name, Names } from "../../src/kernel/names.js";
import { readsOfRule } from "../../src/kernel/plan.js";
import { conditionsOf, type Draw } from "./expressions.js";
import type { Kind, Scope } from "./scope.js";
import { PROVISION, QUOTE, words } from "./vocabulary.js";

/** The one decision of a random pack. */
export const DECISION = "question";

export function declarationFor(draw: Draw, scope: Scope): DecisionDeclaration {
  const names = ["worst", "middle", "best"].slice(0, draw.whole(2, 3));
  const outputs = draw.some(valuesIn(scope), 0, 2).map((fact, index) => ({
    name: `output${index}`,
    label: words("结果值"),
    outcomes: draw.some(names),
    value: { fact },
    provision: PROVISION,
  }));
  return {
    name: DECISION,
    title: words("判定"),
    question: words("如何？"),
    hitPolicy: draw.one(["any", "priority", "collect"] as const),
    outcomes: names.map((name, index) => ({ name, label: words(name), favourable: index === names.length - 1 })),
    otherwise: draw.one([...names].reverse()),
    ...(outputs.length === 0 ? {} : { outputs }),
  };
}

/** One to five rules, of which several may bring about the same consequence. */
export function rulesFor(declaration: DecisionDeclaration, draw: Draw, scope: Scope): readonly Rule[] {
  const pool = ["announce", "recover", "refuse"].map((name): Consequence => {
    const fact = draw.one(valuesIn(scope));
    const consequence = { name, provision: PROVISION, quote: QUOTE };
    return draw.flag() ? { ...consequence, says: words("后果") } : { ...consequence, says: saying(fact), value: { fact } };
  });
  return Array.from({ length: draw.whole(1, 5) }, (_, index) => ruleOf(index, declaration, pool, draw, scope));
}

function ruleOf(
  index: number,
  { outcomes, otherwise, hitPolicy }: DecisionDeclaration,
  pool: readonly Consequence[],
  draw: Draw,
  scope: Scope,
): Rule {
  const others = outcomes.map(({ name }) => name).filter((name) => name !== otherwise);
  const gives = hitPolicy === "any" ? (others[0] as string) : draw.one(others);
  const consequences = hitPolicy === "collect" ? draw.some(pool, 0) : [];
  return {
    name: `rule-${index}`,
    conditions: conditionsOf(null, 2, draw, scope),
    event: {
      type: "satisfied",
      params: {
        provision: PROVISION,
        quote: QUOTE,
        says: words("规则"),
        ...(draw.whole(0, 2) === 2 ? { appliesWhen: conditionsOf(null, 1, draw, scope) } : {}),
        effect: draw.flag() ? { satisfied: gives } : { violated: gives },
        remedy: "none",
        ...(consequences.length === 0 ? {} : { consequences }),
      },
    },
    ...(draw.whole(0, 3) === 3 ? { priority: draw.whole(1, 3) } : {}),
  };
}

/** Gives a rule a remedy that can come about and wording that names a value it reads. */
export function finished(rule: Rule, draw: Draw, names: Names): Rule {
  const reads = [...readsOfRule(rule, names, null)];
  const values = reads.filter(({ type }) => type.type !== "list" && type.type !== "members");
  const remedies = [
    "none",
    ...(canAct(rule.conditions, names) ? ["act"] : []),
    ...(reads.some(moves) ? ["wait"] : []),
  ] as const as readonly Rule["event"]["params"]["remedy"][];
  const params = {
    ...rule.event.params,
    remedy: draw.one(remedies),
    says: values.length > 0 && draw.flag() ? saying(draw.one(values).name) : rule.event.params.says,
  };
  return { ...rule, event: { type: "satisfied", params } };
}

function canAct(condition: Condition, names: Names): boolean {
  if ("all" in condition) return condition.all.some((part) => canAct(part, names));
  if ("any" in condition) return condition.any.some((part) => canAct(part, names));
  if ("not" in condition) return canAct(condition.not, names);
  const left = "fact" in condition ? names.byName.get(condition.fact) : undefined;
  return left?.source === "given" && left.fact.type !== "date";
}

function moves(name: Name): boolean {
  return name.source === "as-of" || (name.source === "given" && name.fact.type === "date" && name.fact.waits === true);
}

function saying(name: string): Text {
  return { zh: `值为{${name}}，即{${name}}`, en: `{${name}}, that is {${name}}` };
}

/** Names that stand for a single value. */
function valuesIn(scope: Scope): readonly string[] {
  const kinds = Object.keys(scope.names) as Kind[];
  return [...kinds.flatMap((kind) => scope.names[kind].map(({ name }) => name)), ...scope.choices.map(({ name }) => name)];
}

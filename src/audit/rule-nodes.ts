/** Every condition and expression of a pack's rules and derived facts, each with its place. */
import type { Comparison, Condition, Conditions, Each, Expression, PackFiles } from "../kernel/model.js";
import { fileOf } from "../pack/parts.js";
import { inside, type Place, placeIn } from "../pack/place.js";

/** An expression with an operator of its own. */
export type Operation = Extract<Expression, { readonly op: string }> | Each;

export interface RuleNode {
  readonly place: Place;
  readonly node: Condition | Expression | Each;
  /** Of the rule or derived fact it is a part of. */
  readonly provision: string;
  readonly owner: Owner;
  /** The list whose rows the `where` around it filters; `null` outside of one. */
  readonly list: string | null;
}

export type Owner =
  | { readonly decision: string; readonly rule: string; readonly part: "conditions" | "appliesWhen" }
  | { readonly derived: string };

/** Rules in the order of their files, then derived facts; each node before its parts. */
export function* ruleNodes(files: Pick<PackFiles, "rules" | "facts">): Generator<RuleNode> {
  for (const [decision, rules] of Object.entries(files.rules)) {
    for (const [index, { name, conditions, event }] of rules.entries()) {
      const { provision, appliesWhen } = event.params;
      const place = placeIn(fileOf(decision), index);
      const of = (part: "conditions" | "appliesWhen") => ({ provision, owner: { decision, rule: name, part } });
      yield* inCondition(conditions, inside(place, "conditions"), of("conditions"), null);
      if (appliesWhen === undefined) continue;
      yield* inCondition(appliesWhen, inside(place, "event", "params", "appliesWhen"), of("appliesWhen"), null);
    }
  }
  for (const [index, { name, provision, expression }] of files.facts.derived.entries()) {
    const place = placeIn(fileOf("facts"), "derived", index, "expression");
    yield* inExpression(expression, place, { provision, owner: { derived: name } }, null);
  }
}

export function isComparison(node: RuleNode["node"]): node is Comparison {
  return typeof node === "object" && "operator" in node;
}

export function isGroup(node: RuleNode["node"]): node is Conditions {
  return typeof node === "object" && ("all" in node || "any" in node || "not" in node);
}

export function isOperation(node: RuleNode["node"]): node is Operation {
  return typeof node === "object" && "op" in node;
}

type Head = Pick<RuleNode, "provision" | "owner">;

function* inCondition(node: Condition, place: Place, head: Head, list: string | null): Generator<RuleNode> {
  yield { place, node, list, ...head };
  if ("all" in node) yield* inConditions(node.all, inside(place, "all"), head, list);
  else if ("any" in node) yield* inConditions(node.any, inside(place, "any"), head, list);
  else if ("not" in node) yield* inCondition(node.not, inside(place, "not"), head, list);
}

function* inConditions(parts: readonly Condition[], place: Place, head: Head, list: string | null): Generator<RuleNode> {
  for (const [index, part] of parts.entries()) yield* inCondition(part, inside(place, index), head, list);
}

function* inExpression(node: Expression | Each, place: Place, head: Head, list: string | null): Generator<RuleNode> {
  yield { place, node, list, ...head };
  if (!isOperation(node)) return;
  for (const [step, part] of partsOf(node)) yield* inExpression(part, inside(place, ...step), head, list);
  if (!("where" in node) || node.where === undefined) return;
  yield* inCondition(node.where, inside(place, "where"), head, node.list);
}

type Part = readonly [step: readonly (string | number)[], part: Expression | Each];

function partsOf(node: Operation): readonly Part[] {
  switch (node.op) {
    case "wholeYears":
      return [
        [["from"], node.from],
        [["to"], node.to],
      ];
    case "addYears":
    case "subtractYears":
      return [
        [["date"], node.date],
        [["years"], node.years],
      ];
    case "addDays":
      return [
        [["date"], node.date],
        [["days"], node.days],
      ];
    case "startOfYear":
    case "yearOf":
      return [[["date"], node.date]];
    case "latest":
    case "earliest":
    case "sum":
    case "product":
      return node.of.map((part, index) => [["of", index], part] as const);
    case "difference":
      return [
        [["of"], node.of],
        [["less"], node.less],
      ];
    case "select":
      return Object.entries(node.cases).map(([value, part]) => [["cases", value], part] as const);
    case "count":
    case "some":
    case "every":
    case "each":
      return [];
  }
}

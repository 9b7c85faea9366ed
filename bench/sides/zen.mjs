/**
 * GoRules Zen over a decision table: a row a rule, hit policy `collect`, so that every rule whose condition holds is reported.
 * One column holds the whole condition, which Zen decides faster than a column a fact.
 */
import { ZenEngine } from "@gorules/zen-engine";
import { answerFromHolds, applicabilityRules, factsForPeers, overTheWire, readRules } from "../pack.mjs";

export const name = "Zen decision table";

const rules = await readRules();
const OPERATORS = { equal: "==", greaterThanInclusive: ">=", in: "in" };

/** @param {readonly import("../applicants.mjs").Applicant[]} applicants */
export async function prepare(applicants) {
  const { constants, facts } = await factsForPeers(applicants);
  const contexts = overTheWire(facts.map((own) => ({ ...constants, ...own })));
  const decision = new ZenEngine().createDecision(graphOf(tableOf([...rules, ...applicabilityRules(rules)])));
  decision.validate();
  return (i) => decision.evaluate(contexts[i]);
}

export function comparable({ result }) {
  const held = new Set(result.map(({ rule }) => rule));
  return answerFromHolds(rules, (rule) => held.has(rule));
}

function tableOf(all) {
  return {
    hitPolicy: "collect",
    inputs: [{ id: "condition", name: "condition", type: "expression", field: "" }],
    outputs: [{ id: "rule", name: "rule", type: "expression", field: "rule" }],
    rules: all.map((rule, index) => ({
      _id: `row-${index}`,
      condition: expressionOf(rule.conditions),
      rule: JSON.stringify(rule.name),
    })),
  };
}

function graphOf(table) {
  const position = { x: 0, y: 0 };
  return {
    nodes: [
      { id: "input", name: "input", type: "inputNode", position },
      { id: "table", name: "table", type: "decisionTableNode", position, content: table },
      { id: "output", name: "output", type: "outputNode", position },
    ],
    edges: [
      { id: "in", type: "edge", sourceId: "input", targetId: "table" },
      { id: "out", type: "edge", sourceId: "table", targetId: "output" },
    ],
  };
}

function expressionOf(condition) {
  if ("all" in condition) return condition.all.map((part) => `(${expressionOf(part)})`).join(" and ");
  if ("any" in condition) return condition.any.map((part) => `(${expressionOf(part)})`).join(" or ");
  if ("not" in condition) return `not (${expressionOf(condition.not)})`;
  const operator = OPERATORS[condition.operator];
  if (operator === undefined) throw new Error(`no Zen operator for \`${condition.operator}\``);
  return `${condition.fact} ${operator} ${operandOf(condition.value)}`;
}

function operandOf(value) {
  return typeof value === "object" && !Array.isArray(value) ? value.fact : JSON.stringify(value);
}

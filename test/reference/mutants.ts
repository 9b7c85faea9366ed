/** A pack with one thing changed, in every place where that can be done. */
import type { Award } from "../../src/kernel/award.js";
import type { OperatorName } from "../../src/kernel/model.js";
import { changed } from "./awards.js";

export interface Mutant {
  /** `rules/eligibility/3/conditions/all/0: greaterThanInclusive becomes greaterThan` */
  readonly name: string;
  readonly award: Award;
  /** Decisions that read what was changed. */
  readonly decisions: readonly string[];
}

type Node = { [member: string]: unknown };
type Step = string | number;

/** The other one of a pair that differs only at the bound, or the opposite. */
const OTHER: Readonly<Record<OperatorName, OperatorName>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
  before: "onOrBefore",
  onOrBefore: "before",
  after: "onOrAfter",
  onOrAfter: "after",
};

const OTHER_OPERATION: Readonly<Record<string, string>> = {
  addYears: "subtractYears",
  subtractYears: "addYears",
  latest: "earliest",
  earliest: "latest",
  some: "every",
};

export function mutantsOf(award: Award): readonly Mutant[] {
  const inRules = Object.entries(award.files.rules).flatMap(([decision, rules]) =>
    rules.flatMap((rule, index) =>
      mutationsIn(rule, ["rules", decision, index]).map((mutation) => ({ ...mutation, decisions: [decision] })),
    ),
  );
  const inFacts = award.files.facts.derived.flatMap((derived, index) =>
    mutationsIn(derived.expression, ["facts", "derived", index, "expression"]).map((mutation) => ({
      ...mutation,
      decisions: decisionsReading(award, derived.name),
    })),
  );
  return [...inRules, ...inFacts].map(({ path, becomes, mutate, decisions }) => ({
    name: `${path.join("/")}: ${becomes}`,
    award: changed(award, (files) => mutate(at(files as unknown as Node, path))),
    decisions,
  }));
}

interface Mutation {
  readonly path: readonly Step[];
  readonly becomes: string;
  mutate(node: Node): void;
}

function mutationsIn(node: unknown, path: readonly Step[]): readonly Mutation[] {
  if (typeof node !== "object" || node === null) return [];
  const here = node as Node;
  const found: Mutation[] = [];
  const set = (member: string, from: string, to: string) =>
    found.push({ path, becomes: `${from} becomes ${to}`, mutate: (place) => Object.assign(place, { [member]: to }) });
  if (typeof here["operator"] === "string") set("operator", here["operator"], OTHER[here["operator"] as OperatorName]);
  const other = OTHER_OPERATION[String(here["op"])];
  if (other !== undefined) set("op", String(here["op"]), other);
  for (const [one, another] of [
    ["all", "any"],
    ["any", "all"],
  ] as const) {
    if (Array.isArray(here[one]) && here[one].length > 1)
      found.push({ path, becomes: `${one} becomes ${another}`, mutate: rename(one, another) });
  }
  if (here["appliesWhen"] !== undefined)
    found.push({ path, becomes: "always applies", mutate: (place) => delete place["appliesWhen"] });
  const beneath = Array.isArray(node) ? [...node.entries()] : Object.entries(here);
  return [...found, ...beneath.flatMap(([step, part]) => mutationsIn(part, [...path, step]))];
}

function rename(from: string, to: string): (node: Node) => void {
  return (node) => {
    node[to] = node[from];
    delete node[from];
  };
}

function at(node: Node, path: readonly Step[]): Node {
  return path.reduce((place, step) => (place as Readonly<Record<Step, Node>>)[step] as Node, node);
}

function decisionsReading(award: Award, name: string): readonly string[] {
  return [...award.plans].flatMap(([decision, { reads }]) => (reads.some((read) => read.name === name) ? [decision] : []));
}

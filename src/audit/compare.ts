/** What a decision says against what a case expects of it. */
import type { ConsequenceResult, Decision, JsonValue, RuleResult } from "../kernel/answer.js";
import { UNDETERMINED } from "../kernel/outcome.js";
import type { ExpectedConsequence, ExpectedDecision, ExpectedRemedy } from "./case.js";
import type { Difference } from "./difference.js";
import { standsIn } from "./provision-named.js";

export function compareDecision(expect: ExpectedDecision, decision: Decision): readonly Difference[] {
  const rules = decision.rules ?? [];
  const differences: Difference[] = [];
  if (decision.outcome !== expect.outcome) {
    differences.push({ of: "outcome", expected: expect.outcome, got: decision.outcome, rules: bearing(rules) });
  }
  if (expect.provision !== undefined) differences.push(...compareProvision(expect.provision, decision));
  for (const [name, status] of Object.entries(expect.rules ?? {})) {
    const rule = rules.find((candidate) => candidate.name === name);
    if (rule?.status === status) continue;
    differences.push({
      of: "rules",
      name,
      expected: status,
      got: rule?.status ?? null,
      rules: rule === undefined ? [] : [rule],
    });
  }
  const due = (decision.consequences ?? []).filter(({ status }) => status === "due");
  const exactly: readonly (readonly [Difference["of"], readonly string[] | undefined, readonly string[]])[] = [
    ["missing", expect.missing, (decision.missing ?? []).map(({ name }) => name)],
    ["consequences", expect.consequences, due.map(({ name }) => name)],
    ["fixed", expect.fixed, (decision.remedies?.fixed ?? []).map(({ rule }) => rule)],
    ["wouldChange", expect.wouldChange, changing(decision)],
    ["notices", expect.notices, decision.notices.map(({ code }) => code)],
  ];
  for (const [of, expected, got] of exactly) {
    if (expected !== undefined) differences.push(...compareExactly(of, asSet(expected), asSet(got), rules));
  }
  for (const [name, expected] of Object.entries(expect.due ?? {})) differences.push(...compareDue(name, expected, due, rules));
  if (expect.outputs !== undefined) {
    const got = Object.fromEntries((decision.outputs ?? []).map(({ name, value }) => [name, value]));
    differences.push(...compareExactly("outputs", canonical(expect.outputs), canonical(got), rules));
  }
  if (expect.remedies !== undefined) {
    differences.push(...compareExactly("remedies", remediesAsSet(expect.remedies), remediesAsSet(found(decision)), rules));
  }
  return differences;
}

/** The rules of the provision are told too, with what they came to. */
function compareProvision(expected: string, { outcome, rules = [] }: Decision): readonly Difference[] {
  const giving = rules.filter(({ gives }) => gives === outcome);
  // An outcome that no rule gives rests on all that might have given another.
  const open = outcome === UNDETERMINED ? "undetermined" : null;
  const resting = rules.filter(({ status }) => (open === null ? status !== "not-applicable" : status === open));
  const contributing = giving.length > 0 ? giving : resting;
  if (contributing.some(({ provision }) => standsIn(provision, expected))) return [];
  const got = asSet(contributing.map(({ provision }) => provision));
  const own = rules.filter(({ provision }) => standsIn(provision, expected));
  return [{ of: "provision", expected, got, rules: [...new Set([...own, ...giving])] }];
}

function compareDue(
  name: string,
  expected: ExpectedConsequence,
  due: readonly ConsequenceResult[],
  rules: readonly RuleResult[],
): readonly Difference[] {
  const { provision, value } = expected;
  const got = due.filter((consequence) => consequence.name === name);
  const isAsSaid = (consequence: ConsequenceResult) =>
    (provision === undefined || standsIn(consequence.provision, provision)) &&
    (value === undefined || JSON.stringify(canonical(consequence.value ?? null)) === JSON.stringify(canonical(value)));
  if (got.some(isAsSaid)) return [];
  const found = got.map((consequence) => ({ provision: consequence.provision, value: consequence.value ?? null }));
  return [{ of: "due", name, expected: { ...expected }, got: found, rules: bearing(rules) }];
}

function compareExactly(
  of: Difference["of"],
  expected: JsonValue,
  got: JsonValue,
  rules: readonly RuleResult[],
): readonly Difference[] {
  const same = JSON.stringify(expected) === JSON.stringify(got);
  return same ? [] : [{ of, expected, got, rules: of === "remedies" || of === "fixed" ? bearing(rules) : [] }];
}

/** Rules that hit, or, where the outcome is open, those that are. */
function bearing(rules: readonly RuleResult[]): readonly RuleResult[] {
  const hits = rules.filter(({ gives }) => gives !== null);
  return hits.length > 0 ? hits : rules.filter(({ status }) => status === "undetermined");
}

function changing(decision: Decision): readonly string[] {
  return (decision.interpretations ?? []).filter(({ wouldChange }) => wouldChange).map(({ name }) => name);
}

function found(decision: Decision): readonly ExpectedRemedy[] {
  return (decision.remedies?.possible ?? []).map(({ changes, waitUntil }) => ({
    change: Object.fromEntries(changes.map(({ fact, to }) => [fact, to])),
    ...(typeof waitUntil === "string" ? { wait: waitUntil } : {}),
  }));
}

/** Without order: a case lists them as its author thinks of them. */
function asSet(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function remediesAsSet(remedies: readonly ExpectedRemedy[]): JsonValue {
  const each = remedies.map(({ change, wait }) => canonical({ change, ...(wait === undefined ? {} : { wait }) }));
  return each.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The same value with members in the order of their names. */
function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, canonical(member)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

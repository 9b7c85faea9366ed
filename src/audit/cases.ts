/** Runs cases: what a pack answers against what an auditor expects, on both evaluators. */
import type { Decision } from "../kernel/answer.js";
import type { Award } from "../kernel/award.js";
import { decide } from "../kernel/decide.js";
import type { Failure } from "../kernel/failure.js";
import { decideByReference } from "../reference/decide.js";
import type { Case } from "./case.js";
import { caseDifferences, questionOf, sorted } from "./case-differences.js";
import type { Difference } from "./difference.js";

export interface CaseResult {
  readonly case: Case;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** Of a question that was refused. */
  readonly errors: readonly Failure[];
  /** Whether the second evaluator agrees; it decides on complete facts only. */
  readonly reference: "agrees" | "disagrees" | "not-decided";
}

/** @returns one result a case, in order */
export async function runCases(award: Award, cases: readonly Case[]): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of cases) results.push(await runCase(award, one));
  return results;
}

export async function runCase(award: Award, one: Case): Promise<CaseResult> {
  const question = questionOf(one);
  const answer = decide(award, question);
  const ours = caseDifferences(one, answer);
  const reference = answer.ok ? await compareEngines(award, question, answer.decision) : NOT_DECIDED;
  const differences = [...ours, ...reference.differences];
  return {
    case: one,
    passed: differences.length === 0,
    differences,
    errors: answer.ok ? [] : answer.errors,
    reference: reference.verdict,
  };
}

interface Compared {
  readonly verdict: CaseResult["reference"];
  readonly differences: readonly Difference[];
}

const NOT_DECIDED: Compared = { verdict: "not-decided", differences: [] };

/** The decision must be the same on both; what the reference does not give, remedies and other readings, is left aside. */
async function compareEngines(award: Award, question: unknown, ours: Decision): Promise<Compared> {
  const answer = await decideByReference(award, question);
  if (!answer.ok) {
    if (answer.errors.every(({ code }) => code === "reference-needs-facts")) return NOT_DECIDED;
    const got = sorted(answer.errors.map(({ pointer }) => pointer));
    return { verdict: "disagrees", differences: [{ of: "engines", expected: ours.outcome, got, rules: [] }] };
  }
  const differences = engineDifferences(ours, answer.decision);
  return { verdict: differences.length === 0 ? "agrees" : "disagrees", differences };
}

/** `expected` is the reference's answer, `got` the kernel's. */
function engineDifferences(ours: Decision, reference: Decision): readonly Difference[] {
  const differences: Difference[] = [];
  if (ours.outcome !== reference.outcome) {
    differences.push({ of: "engines", name: "outcome", expected: reference.outcome, got: ours.outcome, rules: [] });
  }
  const theirs = new Map((reference.rules ?? []).map((rule) => [rule.name, rule]));
  for (const rule of ours.rules ?? []) {
    const other = theirs.get(rule.name);
    if (other?.status === rule.status && other.gives === rule.gives) continue;
    differences.push({ of: "engines", name: rule.name, expected: other?.status ?? null, got: rule.status, rules: [rule] });
  }
  return differences;
}

/** What a case expects against what was answered. */
import type { Answer } from "../kernel/answer.js";
import { type Case, expectsRefusal } from "./case.js";
import { compareDecision } from "./compare.js";
import type { Difference } from "./difference.js";

/** The question that a case puts. */
export function questionOf({ decision, asOf, facts, interpretations }: Case) {
  return { decision, asOf, facts, ...(interpretations === undefined ? {} : { interpretations }) };
}

/** @returns none where the case passes */
export function caseDifferences({ expect }: Case, answer: Answer): readonly Difference[] {
  if (expectsRefusal(expect)) {
    const expected = sorted(expect.errors);
    if (answer.ok) return [{ of: "errors", expected, got: answer.decision.outcome, rules: [] }];
    const got = sorted(answer.errors.map(({ pointer }) => pointer));
    return same(expected, got) ? [] : [{ of: "errors", expected, got, rules: [] }];
  }
  if (answer.ok) return compareDecision(expect, answer.decision);
  const pointers = answer.errors.map(({ pointer }) => pointer);
  return [{ of: "question", expected: expect.outcome, got: sorted(pointers), rules: [] }];
}

/** Each once. */
export function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

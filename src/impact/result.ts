/** What of a decision a unit feels: the outcome, what follows from it, and the amounts that go with it. */
import type { Decision, JsonValue } from "../kernel/answer.js";

export interface Result {
  readonly outcome: string;
  /** Names of the consequences that are due; those of the same name by another provision are the same. */
  readonly due: readonly string[];
  readonly outputs: Readonly<Record<string, JsonValue>>;
}

export function resultOf({ outcome, consequences = [], outputs = [] }: Decision): Result {
  const due = consequences.filter(({ status }) => status === "due").map(({ name }) => name);
  const named = outputs.map(({ name, value }) => [name, value] as const);
  return {
    outcome,
    due: [...new Set(due)].sort(),
    outputs: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export function isSame(a: Result, b: Result): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What of a decision a unit feels: the outcome, what follows from it, and the amounts that go with it. */
import type { Decision, JsonValue } from "../kernel/answer.js";

export interface Result {
  readonly outcome: string;
  /** Consequences that are due, by name; those of the same name and amount by another provision are the same. */
  readonly due: readonly Due[];
  readonly outputs: Readonly<Record<string, JsonValue>>;
}

export interface Due {
  readonly name: string;
  /** The amount or date that goes with it, where there is one. */
  readonly value?: JsonValue;
}

export function resultOf({ outcome, consequences = [], outputs = [] }: Decision): Result {
  const due = consequences
    .filter(({ status }) => status === "due")
    .map(({ name, value }): Due => (value === undefined ? { name } : { name, value }));
  const named = outputs.map(({ name, value }) => [name, value] as const);
  return {
    outcome,
    due: [...new Set(due.map((one) => JSON.stringify(one)))].sort().map((one) => JSON.parse(one) as Due),
    outputs: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export function isSame(a: Result, b: Result): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** In what respects two results are not the same: outcomes as they are, consequences and amounts by name. */
export function respectsOf(a: Result, b: Result): readonly string[] {
  return [
    ...(a.outcome === b.outcome ? [] : [`${a.outcome} → ${b.outcome}`]),
    ...otherOutputs(a, b).toSorted(),
    ...onlyDueIn(a, b).map(({ name }) => `- ${name}`),
    ...onlyDueIn(b, a).map(({ name }) => `+ ${name}`),
  ];
}

/** Names of outputs whose values are not the same, or that only one of the two carries. */
export function otherOutputs(a: Result, b: Result): readonly string[] {
  const names = [...new Set([...Object.keys(a.outputs), ...Object.keys(b.outputs)])];
  return names.filter((name) => JSON.stringify(a.outputs[name]) !== JSON.stringify(b.outputs[name]));
}

/** Consequences due by the first result that are not, or not of the same amount, by the second. */
export function onlyDueIn({ due }: Result, other: Result): readonly Due[] {
  const known = new Set(other.due.map((one) => JSON.stringify(one)));
  return due.filter((one) => !known.has(JSON.stringify(one)));
}

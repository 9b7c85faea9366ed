/** What a change of the rules does to a population: who is decided otherwise, how many, and by which provision. */
import type { Failure } from "../kernel/failure.js";
import { isSame, type Result, resultOf } from "./result.js";
import { type RuleChange, ruleChanges } from "./rule-changes.js";
import { decideBy, type Side } from "./side.js";

/** Of one unit. */
export type UnitImpact =
  | { readonly kind: "same"; readonly result: Result }
  | {
      readonly kind: "changed";
      readonly id: string | null;
      readonly first: Result;
      readonly second: Result;
      /** None where an amount alone is another. */
      readonly by: readonly RuleChange[];
    }
  /** One of the two cannot decide what is asked. */
  | { readonly kind: "refused"; readonly side: "first" | "second"; readonly errors: readonly Failure[] };

export interface Pair {
  readonly first: Result;
  readonly second: Result;
  readonly units: number;
  /** A unit may change by several. */
  readonly by: readonly (Pick<RuleChange, "rule" | "provision"> & { readonly units: number })[];
}

export interface PopulationImpact {
  readonly asked: number;
  readonly refused: number;
  readonly same: number;
  /** Most units first. */
  readonly pairs: readonly Pair[];
}

/** @param question `{ id?, asOf, facts, interpretations? }`, not checked */
export function unitImpact(first: Side, second: Side, decision: string, question: unknown): UnitImpact {
  const before = decideBy(first, second, decision, question);
  if (!before.ok) return { kind: "refused", side: "first", errors: before.errors };
  const after = decideBy(second, first, decision, question);
  if (!after.ok) return { kind: "refused", side: "second", errors: after.errors };
  const [a, b] = [resultOf(before.decision), resultOf(after.decision)];
  if (isSame(a, b)) return { kind: "same", result: a };
  const by = ruleChanges(before.decision, after.decision);
  return { kind: "changed", id: before.decision.id ?? null, first: a, second: b, by };
}

/** Adds up units one by one, so that a population may be of any size. */
export class PopulationTally {
  #asked = 0;
  #refused = 0;
  #same = 0;
  readonly #pairs = new Map<string, { first: Result; second: Result; units: number; by: Map<string, Counted> }>();

  add(impact: UnitImpact): void {
    this.#asked += 1;
    if (impact.kind === "refused") this.#refused += 1;
    else if (impact.kind === "same") this.#same += 1;
    else this.#change(impact);
  }

  impact(): PopulationImpact {
    const pairs = [...this.#pairs.values()].map(({ by, ...pair }) => ({ ...pair, by: mostFirst([...by.values()]) }));
    return { asked: this.#asked, refused: this.#refused, same: this.#same, pairs: mostFirst(pairs) };
  }

  #change({ first, second, by }: Extract<UnitImpact, { kind: "changed" }>): void {
    const key = JSON.stringify([first, second]);
    const pair = this.#pairs.get(key) ?? { first, second, units: 0, by: new Map<string, Counted>() };
    this.#pairs.set(key, pair);
    pair.units += 1;
    for (const { rule, provision } of by) {
      const counted = pair.by.get(rule) ?? { rule, provision, units: 0 };
      counted.units += 1;
      pair.by.set(rule, counted);
    }
  }
}

interface Counted {
  readonly rule: string;
  readonly provision: string;
  units: number;
}

function mostFirst<T extends { readonly units: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => b.units - a.units);
}

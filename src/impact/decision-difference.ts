/** On which inputs a decision is another by another pack: a witness for each pair of outcomes. */
import type { JsonValue } from "../kernel/answer.js";
import type { Result } from "./result.js";
import type { RuleChange } from "./rule-changes.js";

export interface DecisionDifference {
  readonly decision: string;
  /** `same`: proved for all inputs; `undecided`: no witness was found, and for some pair it could not be shown that there is none. */
  readonly status: "same" | "different" | "undecided";
  /** Facts that only one side reads, or that are of another kind on the other: they may be anything. */
  readonly unshared: { readonly first: readonly string[]; readonly second: readonly string[] };
  /** Facts for which one side allows what the other does not: they are what both allow. */
  readonly narrowed: readonly string[];
  /** Those that are not shown to be impossible. */
  readonly pairs: readonly WitnessedPair[];
}

export interface WitnessedPair {
  readonly first: string;
  readonly second: string;
  /** `null` where it could not be settled whether there is one. */
  readonly witness: Witness | null;
}

/** A unit that the two decide otherwise, as both confirmed. */
export interface Witness {
  readonly asOf: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly interpretations: Readonly<Record<string, string>>;
  readonly first: Result;
  readonly second: Result;
  readonly by: readonly RuleChange[];
  /** The same as either pack is asked it, without what it has no word for and with the readings it was given. */
  readonly questions: { readonly first: WitnessQuestion; readonly second: WitnessQuestion };
}

/** What `qak decide` takes. */
export interface WitnessQuestion {
  readonly asOf: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly interpretations?: Readonly<Record<string, string>>;
}

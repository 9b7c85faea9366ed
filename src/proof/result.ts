/** What came of a proof, as JSON. */
import type { Case } from "../audit/case.js";
import type { Property } from "../kernel/model.js";
import type { Text } from "../kernel/text.js";

export interface ProofResult {
  /** Name of the property; those that hold of every decision are named as their kinds. */
  readonly property: string;
  readonly kind: Property["kind"] | GenericKind;
  /** `null`: of the score card. */
  readonly decision: string | null;
  /** `null`: of no provision of its own. */
  readonly provision: string | null;
  readonly status: ProofStatus;
  /** The rule or the outcome it is about, where it is about one. */
  readonly rule?: string;
  readonly outcome?: string;
  readonly says: Text;
  /** Why it is unconfirmed, undecided, or refuted without a case. */
  readonly reason?: Text;
  readonly counterexample?: CaseFile;
  /** Of the score card: a value for each item, in order; two sheets where two are compared. */
  readonly sheets?: readonly (readonly number[])[];
}

/** Proved of every decision without being listed. */
export const GENERIC_KINDS = ["complete", "consistent", "no-dead-rule"] as const;

export type GenericKind = (typeof GENERIC_KINDS)[number];

/**
 * `proved`: it holds of every case. `refuted`: it does not, as the kernel confirms.
 * `unconfirmed`: the solver says that it does not, and no case of it was found or confirmed. `undecided`: the solver cannot tell.
 */
export type ProofStatus = "proved" | "refuted" | "unconfirmed" | "undecided";

/** A file of cases, as they are run against a pack. */
export interface CaseFile {
  readonly award: string;
  readonly decision: string;
  readonly cases: readonly Omit<Case, "decision">[];
}

/** What a result is about. */
export type ResultHead = Pick<ProofResult, "property" | "kind" | "decision" | "provision" | "says" | "rule" | "outcome">;

export function proved(head: ResultHead): ProofResult {
  return { ...head, status: "proved" };
}

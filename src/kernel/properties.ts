/** What must hold of every case that a pack may be asked about: the shape of `properties.json`. */
import type { Expression, Operand, OperatorName, Text } from "./model.js";

export interface Properties {
  readonly properties: readonly Property[];
}

export type Property = Implies | Monotone | ScoreCard;

interface PropertyHead {
  /** kebab-case */
  readonly name: string;
  /** What is claimed, in words that stand alone. */
  readonly says: Text;
  readonly provision: string;
}

/** Of a decision, under some readings: those not named may be any. */
interface OfDecision extends PropertyHead {
  readonly decision: string;
  readonly readings?: Readonly<Record<string, string>>;
  /** Claimed of these cases alone; of all, where it is absent. */
  readonly given?: Claim;
}

/** Wherever `given` is true, `holds` is. */
export interface Implies extends OfDecision {
  readonly kind: "implies";
  readonly holds: Claim;
}

/** A change never makes an outcome favourable that was not, or never one unfavourable that was favourable. */
export interface Monotone extends OfDecision {
  readonly kind: "monotone";
  readonly change: Change;
  readonly never: "better" | "worse";
}

/** Something is added or turned, and all else stays. */
export type Change =
  /** A row of its own to a list. */
  | { readonly add: string }
  /** A boolean to a value it did not have. */
  | { readonly turn: string; readonly to: boolean }
  /** An integer to a greater one, a date to a later one. */
  | { readonly raise: string };

/**
 * Of the score card: `weights-add-up`: the points of items, categories and the whole agree;
 * `within-total`: a sheet comes to between 0 and the total; `monotone`: a greater value never gives less.
 */
export interface ScoreCard extends PropertyHead {
  readonly kind: "score-card";
  readonly claim: "weights-add-up" | "within-total" | "monotone";
}

/** What may be true of a case and of what is decided of it. */
export type Claim =
  | { readonly all: readonly Claim[] }
  | { readonly any: readonly Claim[] }
  | { readonly not: Claim }
  | DecidedClaim
  | ComparedClaim;

export type DecidedClaim =
  | { readonly outcome: string }
  /** A consequence of this name is due. */
  | { readonly due: string }
  | { readonly rule: string; readonly status: "satisfied" | "violated" | "not-applicable" };

/** Of an output: false where the outcome does not carry it. */
export type ComparedClaim = ({ readonly fact: string } | { readonly output: string } | { readonly expression: Expression }) & {
  readonly operator: OperatorName;
  readonly value: Operand | { readonly expression: Expression } | readonly string[];
};

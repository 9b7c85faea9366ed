/** What the kernel answers: the shapes that leave it, as JSON. */

import type { Failure } from "./failure.js";
import type { CivilDate, Named, Text } from "./model.js";

/** One question put to an award. */
export interface Question {
  /** The caller's own mark for this question, at most 200 characters, given back as it is. */
  readonly id?: string;
  /** A decision of the award, `eligibility`. */
  readonly decision: string;
  /** The day as of which is decided; no clock is read. */
  readonly asOf: CivilDate;
  /** By name; absent or `null` is unknown. A finding may be given as `{ "value": …, "by": …, "evidence": […] }`. */
  readonly facts: unknown;
  /** Readings chosen, by interpretation; the default where absent. */
  readonly interpretations?: unknown;
  /** Values that leave as keyed digests only: JSON Pointers (RFC 6901) into the question, each below `/facts`. */
  readonly confidential?: readonly string[];
  readonly detail?: "full" | "verdict";
}

/** Either a decision or everything that is wrong with the question. */
export type Answer =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export interface Verdict {
  readonly id?: string;
  readonly award: string;
  readonly decision: string;
  readonly asOf: CivilDate;
  /** An outcome of the decision, or `undetermined`. */
  readonly outcome: string;
  readonly notices: readonly Notice[];
  readonly ruleset: {
    readonly id: string /** `sha256:…` over the canonical JSON (RFC 8785) of the pack. */;
    readonly digest: string;
  };
  readonly kernel: { readonly version: string };
}

export interface Decision extends Verdict {
  /** Absent with `detail: "verdict"`, as is all below. */
  readonly title?: Text;
  readonly rules?: readonly RuleResult[];
  /** Of a `collect` decision. */
  readonly consequences?: readonly ConsequenceResult[];
  readonly outputs?: readonly OutputResult[];
  readonly missing?: readonly MissingFact[];
  readonly remedies?: Remedies;
  readonly interpretations?: readonly InterpretationResult[];
}

export type Status = "satisfied" | "violated" | "undetermined" | "not-applicable";

export interface RuleResult {
  readonly name: string;
  readonly status: Status;
  /** Whether the rule contributes to the outcome: what it gives on a hit. */
  readonly gives: string | null;
  readonly provision: string;
  readonly quote: string;
  readonly facts: readonly UsedFact[];
  readonly says: Text;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Stands where a confidential value stood. */
export interface Concealed {
  /** `hmac-sha256:` and 64 hexadecimal digits. */
  readonly confidential: string;
}

export interface UsedFact {
  readonly name: string;
  readonly label: Text;
  readonly source: "given" | "derived" | "parameter" | "interpretation" | "as-of";
  /** `null`: unknown. A list is given as its rows. */
  readonly value: JsonValue;
  readonly unit?: string;
  /** Who found it and on what evidence, where the caller said so. */
  readonly finding?: {
    readonly by?: string | Concealed;
    readonly evidence?: readonly (string | Concealed)[] | Concealed;
  };
}

export interface ConsequenceResult {
  readonly name: string;
  readonly status: "due" | "undetermined";
  readonly rule: string;
  readonly provision: string;
  readonly quote: string;
  readonly says: Text;
  readonly value?: JsonValue;
  readonly unit?: string;
}

export interface OutputResult {
  readonly name: string;
  readonly label: Text;
  /** `null`: unknown. */
  readonly value: JsonValue;
  readonly unit?: string;
  readonly provision: string;
}

export interface MissingFact {
  readonly name: string;
  /** Into the question: `/facts/operatingSince`, `/facts/accidents/0/date`. */
  readonly pointer: string;
  readonly label: Text;
  readonly question: Text;
  readonly type: string;
  readonly kind: "objective" | "finding";
  readonly suppliedBy: Named;
  readonly provision: string;
  /** What knowing it may still change. */
  readonly changes: "outcome" | "consequences" | "outputs";
}

export interface Remedies {
  /** Smallest sets of changes, none of them a part of another; empty where the outcome is favourable already or nothing helps. */
  readonly possible: readonly Remedy[];
  /** Rules that stand in the way and that neither change nor waiting cures. */
  readonly fixed: readonly FixedObstacle[];
}

export interface Remedy {
  readonly changes: readonly Change[];
  /** The first day on which, the changes made, the outcome is reached; `null` where no waiting is needed. */
  readonly waitUntil: CivilDate | Concealed | null;
  /** Facts that waiting puts off to that day, `appliedOn`: a later day of application. */
  readonly putsOff: readonly string[];
  /** What the changes lead to: a favourable outcome, or `undetermined` where facts are missing. */
  readonly outcome: string;
}

export interface Change {
  readonly fact: string;
  readonly label: Text;
  readonly from: JsonValue;
  readonly to: JsonValue;
}

export interface FixedObstacle {
  readonly rule: string;
  readonly provision: string;
  readonly facts: readonly string[];
  readonly says: Text;
}

export interface InterpretationResult {
  readonly name: string;
  readonly question: Text;
  readonly provision: string;
  readonly reading: string;
  readonly chosenBy: "default" | "caller";
  readonly settledBy: Named;
  /** Would another reading change the outcome? */
  readonly wouldChange: boolean;
  readonly readings: readonly { readonly name: string; readonly label: Text; readonly outcome: string }[];
}

export interface Notice {
  readonly code: "superseded" | "calendar-given" | "consequences-undetermined" | "missing-not-minimal" | "remedies-incomplete";
  readonly says: Text;
}

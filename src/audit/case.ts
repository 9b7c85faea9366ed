/** An auditor's case: facts about a unit in a sentence, and what the rules are expected to say of it. */
import type { JsonValue, Status } from "../kernel/answer.js";
import type { CivilDate } from "../kernel/model.js";

/** One case of a file, the background its file shares already filled in. */
export interface Case {
  /** A sentence about a unit. */
  readonly case: string;
  /** What its author adds: kept and shown, not checked. */
  readonly comment?: string;
  readonly decision: string;
  readonly asOf: CivilDate;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly interpretations?: Readonly<Record<string, unknown>>;
  readonly expect: Expectation;
}

/** What is not mentioned is not checked. */
export type Expectation = ExpectedDecision | ExpectedRefusal;

export interface ExpectedDecision {
  readonly outcome: string;
  /** The eId of a provision: a rule that stands in it bears on the outcome. */
  readonly provision?: string;
  /** Statuses of the rules named. */
  readonly rules?: Readonly<Record<string, Status>>;
  /** Exactly the names of the facts missing. */
  readonly missing?: readonly string[];
  /** Exactly the consequences due. */
  readonly consequences?: readonly string[];
  /** Of consequences that are due, by their names: one of that name is as is said. */
  readonly due?: Readonly<Record<string, ExpectedConsequence>>;
  /** Exactly the outputs and their values. */
  readonly outputs?: Readonly<Record<string, JsonValue>>;
  /** Exactly these sets of changes. */
  readonly remedies?: readonly ExpectedRemedy[];
  /** Exactly the rules in the way that nothing cures. */
  readonly fixed?: readonly string[];
  /** Exactly the interpretations under which another reading changes the outcome. */
  readonly wouldChange?: readonly string[];
  /** Exactly the codes of the notices. */
  readonly notices?: readonly string[];
}

/** At least one of both. */
export interface ExpectedConsequence {
  /** The eId of a provision that it stands in. */
  readonly provision?: string;
  /** The amount or day that goes with it. */
  readonly value?: JsonValue;
}

export interface ExpectedRemedy {
  readonly change: Readonly<Record<string, JsonValue>>;
  /** The day until which to wait; absent where none is needed. */
  readonly wait?: CivilDate;
}

/** The question is refused, with errors at exactly these pointers. */
export interface ExpectedRefusal {
  readonly errors: readonly string[];
}

export function expectsRefusal(expectation: Expectation): expectation is ExpectedRefusal {
  return "errors" in expectation;
}

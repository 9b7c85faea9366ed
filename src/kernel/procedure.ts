/**
 * Who may do what in a case, in which order, with what evidence and in what time: the shape of `procedure.json`.
 * Constraints are templates of Declare between activities, with conditions on what their events say and on time.
 */
import type { PeriodUnit } from "./period.js";
import type { Text } from "./text.js";

export interface Procedure {
  /** What is said of an edition, and of each of its applicants, whatever happens. */
  readonly edition: readonly DataField[];
  readonly applicant: readonly DataField[];
  readonly evidence: readonly Named[];
  /** In the order in which they are mostly taken. */
  readonly activities: readonly Activity[];
  readonly constraints: readonly Constraint[];
}

interface Named {
  /** kebab-case */
  readonly name: string;
  readonly label: Text;
}

/** Something that is done, once or often. */
export interface Activity extends Named {
  /** Whether it is done for the edition as a whole, or for one applicant. */
  readonly of: "edition" | "applicant";
  /** Bodies of the pack, any of which may do it. */
  readonly by: readonly string[];
  /** What must be there when it is done. */
  readonly evidence: readonly string[];
  readonly data: readonly DataField[];
  readonly provision: string;
  readonly quote: string;
}

/** What an event says beside who, when and with what evidence; it may leave it out, and then it is not known. */
export interface DataField {
  /** camelCase */
  readonly name: string;
  readonly label: Text;
  readonly type: DataType;
}

/** `unit`: a whole number of it; `oneOf` and `someOf`: one of these names, or a list of some of them. */
export type DataType =
  | "text"
  | "texts"
  | "date"
  | "boolean"
  | { readonly unit: string }
  | { readonly oneOf: readonly string[] }
  | { readonly someOf: readonly string[] };

/** One thing the procedure asks, by the provision that asks it. */
export type Constraint = {
  /** kebab-case */
  readonly name: string;
  readonly provision: string;
  readonly quote: string;
  /** What it comes to, in words that stand alone. */
  readonly says: Text;
  /** It is asked only under this reading of an interpretation. */
  readonly under?: { readonly interpretation: string; readonly reading: string };
} & Template;

/**
 * Events are held against each other where they are of one applicant, if both activities are an applicant's, and alike in all the data
 * that `same` names. Where several would do, the last one before is meant.
 */
export type Template = Precedence | Response | ChainPrecedence | Absence | Exactly | NotCoexistence;

/** Every `second` comes after a `first`. */
export interface Precedence {
  readonly template: "precedence";
  readonly first: Which;
  readonly second: Which;
  readonly same?: readonly string[];
  /** What must hold of the two: `this` is `second`, `other` is `first`. */
  readonly requires?: readonly Condition[];
  /** Least time between the two: `second` comes after its last day. */
  readonly after?: Span;
  /** Most time between the two: `second` comes on its last day at the latest. */
  readonly within?: Span;
}

/** Every `first` is followed by a `second`, in time where there is a limit. */
export interface Response {
  readonly template: "response";
  readonly first: Which;
  readonly second: Which;
  readonly same?: readonly string[];
  readonly within?: Span;
}

/** Of the activities of an applicant, or of the edition, the one right before every `second` is `first`. */
export interface ChainPrecedence {
  readonly template: "chain-precedence";
  readonly first: Which;
  readonly second: Which;
}

/** No event, or none beyond so many; within a span, from what `opens` it to what `closes` it, where there is one. */
export interface Absence {
  readonly template: "absence";
  readonly of: Which;
  /** Events that are allowed: of each applicant, where the activity is an applicant's, unless `per` says otherwise. */
  readonly beyond?: Amount;
  readonly per?: "edition";
  readonly between?: { readonly opens: Which; readonly closes: Which; readonly same?: readonly string[] };
}

export interface Exactly {
  readonly template: "exactly";
  readonly of: Which;
  readonly times: Amount;
}

export interface NotCoexistence {
  readonly template: "not-coexistence";
  readonly first: Which;
  readonly second: Which;
  readonly same?: readonly string[];
}

/** Events of an activity, or those of them of which all conditions hold; `other` is not there. */
export interface Which {
  readonly activity: string;
  readonly where?: readonly Condition[];
}

/** A period whose amount may be a parameter. */
export interface Span {
  readonly amount: Amount;
  readonly unit: PeriodUnit;
}

/** A number, or the value of a parameter. */
export type Amount = number | { readonly parameter: string };

export interface Condition {
  readonly left: Operand;
  readonly is: Comparison;
  readonly right: Operand;
}

/** `including`: the left is a list, and the right one of it. */
export type Comparison = "equal" | "different" | "at-most" | "above" | "including" | "not-including";

export type Operand =
  | {
      readonly of: "this" | "other" | "applicant" | "edition";
      readonly data: string;
      readonly plus?: Shift;
      /** Of a date, after what is added: the first day of its year. */
      readonly at?: "start-of-year";
    }
  /** The day it happened, its year, the name of the applicant, or of who did it. */
  | { readonly of: "this" | "other"; readonly its: "day" | "year" | "applicant" | "person"; readonly plus?: Shift }
  | { readonly value: string | number | boolean };

/** To a date so many years, to a number that number. */
export interface Shift {
  readonly parameter: string;
}

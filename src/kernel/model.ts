/**
 * A pack as JSON holds it: the shapes of the files under `rules/<award>/`, in one file since they are one contract, read side by side.
 * `src/pack` turns unknown JSON into these; the kernel reads nothing else.
 */

import type { Criteria } from "./criteria.js";
import type { Obligations } from "./obligations.js";
import type { Procedure } from "./procedure.js";
import type { ReviewRules } from "./review-rules.js";
import type { Selection } from "./selection.js";
import type { Text } from "./text.js";

export type { Text };

/** A civil date, `YYYY-MM-DD`, 1900-01-01 to 2199-12-31, China Standard Time. */
export type CivilDate = string;

/** Every JSON file of one pack by its part; what `GET /v1/awards/{award}` answers and a page passes to `loadAward`. */
export interface PackFiles {
  readonly pack: PackHeader;
  readonly law: Law;
  readonly ledger: Ledger;
  readonly facts: Vocabulary;
  readonly parameters: Parameters;
  readonly interpretations: Interpretations;
  /** By what applicants are scored, and how winners are selected; optional. */
  readonly criteria?: Criteria;
  readonly selection?: Selection;
  readonly "review-rules"?: ReviewRules;
  /** Who may take which step; optional. */
  readonly procedure?: Procedure;
  /** What applicants and winners owe; optional, and only beside a procedure. */
  readonly obligations?: Obligations;
  /** What must hold of every case, whatever its facts; optional. */
  readonly properties?: Properties;
  /** Rule files by decision name: `rules.eligibility` is `eligibility.json`. */
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
}

// pack.json ---------------------------------------------------------------------------------------------------------

export interface PackHeader {
  readonly format: 1;
  /** The folder's name. */
  readonly id: string;
  readonly title: Text;
  readonly documentNumber: string;
  readonly inForce: {
    readonly from: CivilDate;
    /** First day on which a successor is in force; `null` while there is none. */
    readonly until: CivilDate | null;
    readonly provision: string;
  };
  readonly repeals: readonly string[];
  readonly succeededBy: { readonly documentNumber: string; readonly award: string | null } | null;
  /** Who supplies facts, settles interpretations and acts on outcomes. */
  readonly bodies: readonly Named[];
  readonly decisions: readonly DecisionDeclaration[];
}

export interface Named {
  readonly name: string;
  readonly label: Text;
}

/**
 * A named question. A rule that comes to the status named in its `effect` is a *hit* and gives that outcome:
 * - `any`: every rule gives the same outcome, so it does not matter which one hits;
 * - `priority`: of the outcomes hit, the one listed first wins;
 * - `collect`: as `priority`, and the consequences of all hits are put together.
 * Without a hit the outcome is `otherwise`.
 */
export interface DecisionDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  readonly hitPolicy: "any" | "priority" | "collect";
  /** In order of priority, `otherwise` among them. */
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly otherwise: string;
  /** Values that go with an outcome: an amount, a year. */
  readonly outputs?: readonly OutputDeclaration[];
}

export interface OutcomeDeclaration {
  readonly name: string;
  readonly label: Text;
  /** What the asker hopes for; remedies lead here. */
  readonly favourable: boolean;
}

export interface OutputDeclaration {
  readonly name: string;
  readonly label: Text;
  /** Outcomes that carry this output. */
  readonly outcomes: readonly string[];
  readonly value: Reference;
  readonly provision: string;
}

// law.json ----------------------------------------------------------------------------------------------------------

/** The official text. Concatenating `preface`, every `num`, `heading` and `text` in order, and `conclusions` gives it back. */
export interface Law {
  readonly title: string;
  readonly language: "zh";
  readonly preface: readonly string[];
  readonly chapters: readonly Chapter[];
  readonly conclusions: readonly string[];
}

export interface Chapter {
  /** `chp_1` */
  readonly eId: string;
  readonly num: string;
  readonly heading: string;
  readonly articles: readonly Article[];
}

export interface Article {
  /** `art_10` */
  readonly eId: string;
  /** `第十条` */
  readonly num: string;
  readonly heading?: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  /** `art_3__para_2`; the article's own eId where it has a single paragraph. */
  readonly eId: string;
  readonly sentences: readonly Sentence[];
  readonly items?: readonly Item[];
}

export interface Item {
  /** `art_10__item_1` */
  readonly eId: string;
  /** `（一）` */
  readonly num: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** `art_18__sent_2`, `art_3__para_2__sent_1`, `art_10__item_3__sent_2`; numbered from 1 in its parent, always present. */
  readonly eId: string;
  readonly text: string;
}

// ledger.json -------------------------------------------------------------------------------------------------------

export interface Ledger {
  readonly provisions: readonly LedgerRow[];
}

/** What became of one provision. Every sentence of the law has exactly one row of its own. */
export interface LedgerRow {
  readonly provision: string;
  readonly status: "encoded" | "finding" | "procedure" | "obligation" | "definition" | "out-of-scope";
  readonly reason: Text;
  /** `eligibility/operating-years`, `selection/ranking`, `selection/stages/site`; at least one where the status is `encoded`. */
  readonly rules: readonly string[];
}

// facts.json --------------------------------------------------------------------------------------------------------

export interface Vocabulary {
  readonly facts: readonly Fact[];
  readonly derived: readonly DerivedFact[];
}

export type Fact = ScalarFact | ListFact;

interface FactHead {
  /** camelCase, unique among facts, derived facts, parameters and interpretations. */
  readonly name: string;
  readonly label: Text;
  readonly question: Text;
  readonly kind: "objective" | "finding";
  /** Name of a body in pack.json. */
  readonly suppliedBy: string;
  readonly provision: string;
}

export type ScalarFact = FactHead & ScalarType;

/** A record of dated things: accidents, expenditures. A list that is given is complete; an empty one says "none". */
export type ListFact = FactHead & {
  readonly type: "list";
  readonly fields: readonly Field[];
  readonly maxItems: number;
};

export type Field = { readonly name: string; readonly label: Text } & ScalarType;

export type ScalarType =
  | { readonly type: "boolean" }
  | { readonly type: "integer"; readonly unit: string; readonly min: number; readonly max: number }
  | {
      readonly type: "date";
      /** An event: never later than the day as of which is decided. */
      readonly past: boolean;
      /** A day the applicant chooses and may put off: waiting until a day sets it to that day. */
      readonly waits?: boolean;
    }
  | { readonly type: "enum"; readonly values: readonly Named[] };

/** A fact computed from others by a declared expression. */
export interface DerivedFact {
  readonly name: string;
  readonly label: Text;
  readonly type: "boolean" | "integer" | "date";
  /** Of an integer. */
  readonly unit?: string;
  readonly provision: string;
  readonly expression: Expression;
}

// Expressions -------------------------------------------------------------------------------------------------------

/** A fact, derived fact, parameter or interpretation by name, or `asOf`, the day as of which is decided. */
export interface Reference {
  readonly fact: string;
}

/** In a `where`: a field of the row at hand. */
export interface FieldReference {
  readonly field: string;
}

export type Operand = Reference | FieldReference | number | boolean | string;

export type Expression =
  | Operand
  /** Whole years from one day to a later one; 0 when it is not later. Feb 29 comes round on Feb 28. */
  | { readonly op: "wholeYears"; readonly from: Expression; readonly to: Expression }
  /** The same day some years on; Feb 29 becomes Feb 28 where there is none. */
  | { readonly op: "addYears"; readonly date: Expression; readonly years: Expression }
  /** The earliest day from which that many years on reach `date`: the first day of the window that looks back from it. */
  | { readonly op: "subtractYears"; readonly date: Expression; readonly years: Expression }
  | { readonly op: "addDays"; readonly date: Expression; readonly days: Expression }
  /** January 1 of the year of `date`. */
  | { readonly op: "startOfYear"; readonly date: Expression }
  | { readonly op: "yearOf"; readonly date: Expression }
  | { readonly op: "latest"; readonly of: readonly (Expression | Each)[] }
  | { readonly op: "earliest"; readonly of: readonly (Expression | Each)[] }
  | { readonly op: "sum"; readonly of: readonly (Expression | Each)[] }
  | { readonly op: "difference"; readonly of: Expression; readonly less: Expression }
  | { readonly op: "product"; readonly of: readonly Expression[] }
  /** By the reading of an interpretation, or the value of an enum. Every value has a case. */
  | { readonly op: "select"; readonly by: Reference; readonly cases: Readonly<Record<string, Expression>> }
  | { readonly op: "count"; readonly list: string; readonly where?: Conditions }
  | { readonly op: "some"; readonly list: string; readonly where?: Conditions }
  | { readonly op: "every"; readonly list: string; readonly where: Conditions };

/** The field of every row of a list that meets `where`, inside `latest`, `earliest` or `sum`. */
export interface Each {
  readonly op: "each";
  readonly list: string;
  readonly field: string;
  readonly where?: Conditions;
}

// parameters.json ---------------------------------------------------------------------------------------------------

export interface Parameters {
  readonly parameters: readonly Parameter[];
}

/** A value the law fixes. */
export interface Parameter {
  readonly name: string;
  readonly label: Text;
  /** An integer, or a list of enum values (`["larger", "major"]`). */
  readonly value: number | readonly string[];
  /** `year`, `day`, `working-day`, `fen`, `award`, …; of an integer. */
  readonly unit?: string;
  readonly provision: string;
  /** The words of the provision that fix it. */
  readonly quote: string;
}

// interpretations.json ----------------------------------------------------------------------------------------------

export interface Interpretations {
  readonly interpretations: readonly Interpretation[];
}

/** A point the law leaves open. Rules read the reading chosen as a fact of this name. */
export interface Interpretation {
  /** camelCase */
  readonly name: string;
  readonly question: Text;
  readonly provision: string;
  readonly quote: string;
  readonly readings: readonly Reading[];
  readonly default: string;
  /** Name of the body that may settle it. */
  readonly settledBy: string;
}

export interface Reading {
  readonly name: string;
  readonly label: Text;
  /** Why one may read it so. */
  readonly reason: Text;
}

// <decision>.json ---------------------------------------------------------------------------------------------------

/** A json-rules-engine rule; what the kernel needs besides sits in `event.params`. */
export interface Rule {
  /** kebab-case, unique in its file. */
  readonly name: string;
  readonly conditions: Conditions;
  readonly event: { readonly type: "satisfied"; readonly params: RuleParams };
  readonly priority?: number;
}

export interface RuleParams {
  readonly provision: string;
  readonly quote: string;
  readonly says: Text;
  /** Where this does not hold, the rule is `not-applicable`. */
  readonly appliesWhen?: Conditions;
  readonly effect: Effect;
  /** How a rule that stands in the way may be cured: by a change of its facts, by waiting, or not at all. */
  readonly remedy: "act" | "wait" | "none";
  readonly consequences?: readonly Consequence[];
}

/** The status that makes the rule a hit, and the outcome it then gives. */
export type Effect = { readonly violated: string } | { readonly satisfied: string };

/** What follows from a hit, each with its own provision. */
export interface Consequence {
  readonly name: string;
  readonly provision: string;
  readonly quote: string;
  readonly says: Text;
  /** An amount or a date that goes with it. */
  readonly value?: Reference;
}

export type Conditions =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Condition = Conditions | Comparison;

export type Comparison = (Reference | FieldReference) & {
  readonly operator: OperatorName;
  readonly value: Operand | readonly string[];
};

/** json-rules-engine's own names, and four of ours for dates. */
export type OperatorName =
  | "equal"
  | "notEqual"
  | "in"
  | "notIn"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive"
  | "before"
  | "onOrBefore"
  | "after"
  | "onOrAfter";

// properties.json ---------------------------------------------------------------------------------------------------

/** What must hold of every complete case that the pack may be asked about. */
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
  readonly change: Alteration;
  readonly never: "better" | "worse";
}

/** Something is added or turned, and all else stays. */
export type Alteration =
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

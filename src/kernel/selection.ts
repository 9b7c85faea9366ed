/** What the law fixes of how winners are selected: the shape of `selection.json`. No caller may change it. */
import type { Text } from "./text.js";

export interface Selection {
  /** In the order in which they are held. */
  readonly stages: readonly Stage[];
  /** Who goes on to the stages that rank; there exactly where a stage decides it. */
  readonly shortlist?: Ruling & { readonly ties: TieRuling };
  /** What the comprehensive score is made of. */
  readonly ranking: Ruling;
  readonly awards: Ruling & {
    /** The parameter that says how many an edition has. */
    readonly quota: { readonly fact: string };
    readonly ties: TieRuling;
  };
  /** Whether awards may be left without a winner. */
  readonly vacancies: Ruling;
  /** What becomes of the ranking. */
  readonly candidates: Ruling;
  /** Reviewers with an interest in an applicant. */
  readonly interest: Ruling;
  /** The second layer, which the law leaves to others. */
  readonly reviewRules: Ruling & {
    /** Who approves them. */
    readonly body: string;
  };
}

/** One stage of the review, and what its scores decide: nothing else. */
export interface Stage {
  /** kebab-case */
  readonly name: string;
  readonly label: Text;
  readonly decides: "shortlist" | "ranking";
  readonly provision: string;
  readonly quote: string;
}

/** One thing the law says of selection. */
export interface Ruling {
  readonly provision: string;
  readonly quote: string;
  /** What it comes to, in words that stand alone. */
  readonly says: Text;
}

/** What becomes of applicants of one score on both sides of a cut. Whoever decides the one cut need not decide the other. */
export interface TieRuling extends Ruling {
  /** Who settles them. */
  readonly body: string;
}

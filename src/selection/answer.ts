/** What is asked of a selection and what is answered: the shapes that come in and leave, as JSON. */
import type { Verdict } from "../kernel/answer.js";
import type { Failure } from "../kernel/failure.js";
import type { CivilDate, Named } from "../kernel/model.js";
import type { Aggregation } from "../kernel/review-rules.js";
import type { Ruling, Stage } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";

/** One edition of an award, as far as its review has come. */
export interface SelectionQuestion {
  /** The caller's own mark for this question, at most 200 characters, given back as it is. */
  readonly id?: string | null;
  /** The day as of which is answered; no clock is read. */
  readonly asOf: CivilDate;
  /** What the caller calls the edition: `2023`. Given back as it is. */
  readonly edition?: string | null;
  /** All of them; absent, they are those of whom there are sheets. */
  readonly applicants?: readonly Applicant[] | null;
  /** Of every stage held so far. */
  readonly sheets: readonly Sheet[];
  /** Every interest declared; `[]` for none. */
  readonly interests?: readonly Interest[] | null;
  /** Stages of which all sheets are given; absent, those of which any are. */
  readonly held?: readonly string[] | null;
  /** As `review-rules.json`; the pack's own where absent. */
  readonly reviewRules?: unknown;
}

export interface Applicant {
  readonly id: string;
  readonly name?: string;
}

/** What one reviewer gave one applicant at one stage. */
export interface Sheet {
  /** By its name: `site`. */
  readonly stage: string;
  readonly applicant: string;
  readonly reviewer: string;
  /** By clause; an item that is absent or `null` was not scored, which is not zero. */
  readonly scores: Readonly<Record<string, number | null>>;
}

/** A reviewer who has declared an interest in an applicant. */
export interface Interest {
  readonly reviewer: string;
  readonly applicant: string;
}

/** Either what follows or everything that is wrong with the question. */
export type SelectionAnswer =
  | { readonly ok: true; readonly selection: SelectionResult }
  | { readonly ok: false; readonly errors: readonly Failure[] };

/** Lists are in an order of their own, by rank and then by id: that of the sheets changes nothing. */
export interface SelectionResult {
  readonly id?: string;
  readonly award: string;
  readonly asOf: CivilDate;
  readonly edition?: string;
  readonly reviewRules: UsedReviewRules;
  readonly applicants: readonly Applicant[];
  readonly stages: readonly StageResult[];
  /** Who goes on to the stages that rank; there exactly where a stage decides it. */
  readonly shortlist?: ShortlistResult;
  readonly ranking: RankingResult;
  readonly awards: AwardsResult;
  /** Sheets that do not count. */
  readonly excluded: ExcludedResult;
  readonly notices: readonly SelectionNotice[];
  readonly ruleset: Verdict["ruleset"];
  readonly kernel: Verdict["kernel"];
}

export interface UsedReviewRules extends Ruling {
  readonly source: "given" | "pack";
  /** `sha256:…` over their canonical JSON (RFC 8785). */
  readonly digest: string;
  readonly title: Text;
  readonly illustrative: boolean;
  /** Who approves them. */
  readonly body: Named;
}

/** A number of points, exact. */
export interface Points {
  /** Rounded half up to hundredths, for display: `612.50`. */
  readonly text: string;
  /** The points themselves, a fraction in its lowest terms. */
  readonly over: string;
  readonly under: string;
}

/** The least and the greatest that points may come to, while scores are missing. */
export interface Range {
  readonly least: Points;
  readonly greatest: Points;
}

/** Points, or where they lie. */
export interface Scored {
  /** `null` while scores are missing, and where there is no score. */
  readonly value: Points | null;
  /** There while scores are missing: of one `unscored`, where its score lies if it comes to one. */
  readonly range?: Range;
}

export interface StageResult extends Pick<Stage, "name" | "label" | "decides" | "provision" | "quote"> {
  /** Whether all its sheets are given. */
  readonly held: boolean;
  /** Parts of 10 000 in the comprehensive score, where it ranks. */
  readonly weight?: number;
  readonly aggregation: Aggregation;
  /** Sheets without which an applicant has no score. */
  readonly needs: number;
  /** Who takes part in it, by id. */
  readonly lines: readonly StageLine[];
}

export interface StageLine extends Scored, Ruling {
  readonly applicant: string;
  /** How many count. */
  readonly sheets: number;
  /** How many do not, since their reviewers have an interest. */
  readonly excluded: number;
  /** `null` while scores are missing in its sheets, and where there are none. */
  readonly spread: StageSpread | null;
  /** Reviewers whose sheets lie too far from the median, to be put to a consensus meeting; `null` as above, and without such a rule. */
  readonly consensus: readonly string[] | null;
  /** Items that were not scored. */
  readonly missing: readonly { readonly reviewer: string; readonly clauses: readonly string[] }[];
}

/** How far the sheets of an applicant lie apart. */
export interface StageSpread {
  readonly least: Points;
  readonly median: Points;
  readonly greatest: Points;
  /** From the least to the greatest. */
  readonly range: Points;
  /** Of the sample, rounded half up to hundredths; `null` of fewer than two. */
  readonly standardDeviation: string | null;
}

/** `null` where not even the scores that are given settle it. */
export interface Ranked extends Scored {
  /** Equal values share the better one. */
  readonly rank: number | null;
  /** The best and the worst it may be, where that is open; one `unscored` may also come to none. */
  readonly ranks?: { readonly best: number; readonly worst: number };
}

/** A cut gives each a place, or none; ties across it are kept, and `open` is what missing scores and sheets may change. */
export type CutStanding = "in" | "out" | "tied" | "open";

export interface ShortlistResult extends Ruling {
  /** How many go on; `null` for as many as have the points. */
  readonly first: number | null;
  /** Points without which nobody goes on. */
  readonly atLeast: number | null;
  /** Every applicant. */
  readonly lines: readonly ShortlistLine[];
  readonly ties: readonly Tie[];
}

export interface ShortlistLine extends Ranked, Ruling {
  readonly applicant: string;
  /** `unscored` lacks the sheets for a score, and may go on if they come. */
  readonly standing: CutStanding | "unscored";
}

/** Applicants of one score on both sides of a cut. */
export interface Tie extends Ruling {
  readonly applicants: readonly string[];
  readonly value: Points;
  /** How many of them there is room for; `null` while scores are missing that decide it. */
  readonly places: number | null;
  /** Who settles it. */
  readonly body: Named;
}

export interface RankingResult extends Ruling {
  /** Every applicant, those who are not ranked last. */
  readonly lines: readonly RankingLine[];
  /** Two or more with one very value, wherever they stand; `awards.ties` are those across the quota. */
  readonly equals: readonly { readonly value: Points; readonly applicants: readonly string[] }[];
}

export interface RankingLine extends Ranked, Ruling {
  readonly applicant: string;
  /**
   * `open` while scores are missing that may change the rank; `unscored` lacks the sheets for a score at a stage that was held;
   * `without-sheets` took part in no stage that ranks; `not-shortlisted` will not.
   */
  readonly standing: "ranked" | "open" | "unscored" | "without-sheets" | "not-shortlisted";
}

export interface AwardsResult extends Ruling {
  readonly quota: Ruling & {
    /** The parameter that says it. */
    readonly name: string;
    readonly value: number;
  };
  /** Points below which no award is proposed. */
  readonly atLeast: number | null;
  /** What becomes of the quota: the four add up to it. */
  readonly places: { readonly proposed: number; readonly tied: number; readonly open: number; readonly vacant: number };
  /** Never more than the quota, and nobody before all stages that rank are held. */
  readonly proposed: readonly AwardLine[];
  readonly ties: readonly Tie[];
  /** Whom missing scores, missing sheets or stages still to be held may bring an award. */
  readonly open: readonly AwardLine[];
  readonly notProposed: readonly AwardLine[];
  readonly vacancies: Vacancies;
}

export interface AwardLine extends Ranked, Ruling {
  readonly applicant: string;
}

export interface Vacancies extends Ruling {
  /** Places that stay empty, whatever the missing scores and sheets come to. */
  readonly count: number;
  /** Why; there where any do. */
  readonly reasons: readonly {
    readonly code: "few-candidates" | "below-points";
    readonly applicants: readonly string[];
    readonly says: Text;
  }[];
}

export interface ExcludedResult extends Ruling {
  readonly sheets: readonly ExcludedSheet[];
  /** What was declared, with how many sheets each puts out; `null` where nothing was said of interests. */
  readonly interests: readonly (Interest & { readonly sheets: number })[] | null;
}

export interface ExcludedSheet extends Ruling {
  readonly stage: string;
  readonly applicant: string;
  readonly reviewer: string;
}

/** What a person must know or judge beside the lists. */
export interface SelectionNotice {
  readonly code:
    | "superseded"
    | "review-rules-illustrative"
    | "interests-not-given"
    | "interest-unmatched"
    | "held-assumed"
    | "stage-not-held"
    | "without-score"
    | "ranked-off-shortlist"
    | "shortlisted-without-sheets"
    | "tie-settled-elsewhere";
  readonly says: Text;
  readonly provision?: string;
  readonly quote?: string;
  readonly applicants?: readonly string[];
}

/** What score sheets come to, each by itself and together: the shapes that come in and leave, as JSON. */
import type { Verdict } from "../kernel/answer.js";
import type { Scale } from "../kernel/criteria.js";
import type { Failure } from "../kernel/failure.js";
import type { Aggregation } from "../kernel/review-rules.js";
import type { Ranked, Sheet } from "./answer.js";

export interface ScoresQuestion {
  /** Without names where nobody asks whose they are. */
  readonly sheets: readonly ScoreSheet[];
  /** How the sheets of one applicant at one stage become one score; without it, every sheet stands by itself. */
  readonly aggregation?: Aggregation | null;
}

export type ScoreSheet = Pick<Sheet, "scores"> & { readonly [Name in SheetName]?: string | null };

export type SheetName = "applicant" | "reviewer" | "stage";

/** Either what follows or everything that is wrong with the question. */
export type ScoresAnswer =
  | { readonly ok: true; readonly scores: ScoresResult }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export interface ScoresResult extends ScoreUnits {
  readonly award: string;
  /** In the order given. */
  readonly sheets: readonly ScoredSheet[];
  readonly aggregation?: Aggregation;
  /** Stage by stage, and in a stage from the highest on. */
  readonly aggregates?: readonly AggregateLine[];
  readonly ruleset: Verdict["ruleset"];
  readonly kernel: Verdict["kernel"];
}

/** What numbers are counted in. */
export interface ScoreUnits {
  /** The standard of the criteria. */
  readonly standard: string;
  readonly scale: Scale;
  /** Most points of a sheet. */
  readonly points: number;
  /** The top of the scale: with percentages a unit is a hundredth of a point. */
  readonly unitsPerPoint: number;
}

/** Points of one sheet, which are a whole number of units. */
export interface SheetPoints {
  /** Rounded half up to hundredths, for display: `612.50`. */
  readonly text: string;
  /** Exact. */
  readonly units: number;
}

export interface ScoredSheet {
  readonly applicant?: string;
  readonly reviewer?: string;
  readonly stage?: string;
  /** `null` where an item was not scored. */
  readonly total: SheetPoints | null;
  /** There where an item was not scored: what the total may come to. */
  readonly range?: { readonly least: SheetPoints; readonly greatest: SheetPoints };
  /** By clause of a category; `null` where an item of it was not scored. */
  readonly categories: Readonly<Record<string, SheetPoints | null>>;
  /** Clauses of the items that were not scored. */
  readonly missing: readonly string[];
}

/** An applicant at a stage. */
export interface AggregateLine extends Ranked {
  readonly applicant: string;
  readonly stage?: string;
  readonly sheets: number;
  /** How many of them lack an item. */
  readonly incomplete: number;
}

/** What an audit finds: events that breach something, or that cannot be judged for want of a fact. */
import type { PeriodEnd } from "../kernel/period.js";
import type { Activity, Constraint } from "../kernel/procedure.js";
import type { CaseEvent } from "./log.js";

/** What is asked of the activity itself, or between activities. */
export type Asked = Activity | Constraint;

export type Wrong =
  | { readonly kind: "wrong-body" }
  | { readonly kind: "no-evidence"; readonly missing: readonly string[] }
  /** Nothing of the kind came before; or came before, but does not meet what is required. */
  | { readonly kind: "not-preceded" }
  | { readonly kind: "not-as-required" }
  | { readonly kind: "too-soon"; readonly end: PeriodEnd }
  | { readonly kind: "too-late"; readonly end: PeriodEnd }
  | { readonly kind: "not-followed"; readonly end: PeriodEnd }
  | { readonly kind: "not-directly-preceded" }
  | { readonly kind: "never-allowed" }
  | { readonly kind: "too-often"; readonly allowed: number }
  | { readonly kind: "not-together" };

export interface Finding {
  readonly asked: Asked;
  /** The event that is wrong, and the one it is held against, where there is one. */
  readonly event: CaseEvent;
  readonly other: CaseEvent | null;
  readonly wrong: Wrong;
  /** Whether what is known settles it: `false` where a fact is lacking, or the official calendar of a year. */
  readonly isCertain: boolean;
}

/** What applicants and winners owe once something has been done: the shape of `obligations.json`. */
import type { Amount, Condition, Span, Which } from "./procedure.js";
import type { Text } from "./text.js";

export interface Obligations {
  readonly duties: readonly Duty[];
}

/** Activities and bodies are those of the pack's procedure; all activities here are an applicant's. */
export interface Duty {
  /** kebab-case */
  readonly name: string;
  readonly label: Text;
  /** The body that owes it. */
  readonly by: string;
  readonly provision: string;
  readonly quote: string;
  /** What it comes to, in words that stand alone. */
  readonly says: Text;
  /** It binds every applicant of such an event, from the first on. */
  readonly binds: Which;
  /** What gives rise to it, each time anew; without it, what binds. */
  readonly trigger?: Which;
  readonly fulfilledBy: Which;
  /** Until when, counted from what gives rise to it; without it and without `repeats` there is no limit. */
  readonly within?: Span;
  /** It is owed in every period of a row of them, the first of which begins with what gives rise to it. */
  readonly repeats?: Repetition;
  /** It is waived where all of these hold of the event that binds. */
  readonly unless?: readonly Condition[];
  /** From such an event on what was not yet fulfilled, and not late, is waived. */
  readonly endedBy?: ByReading<Which | null>;
}

export interface Repetition {
  readonly every: ByReading<Span>;
  /** Periods in all; without it there is no end to them. */
  readonly times?: Amount;
  /** Data of the event that fulfils it, which says the year it is for: the first period's is the year after its trigger. */
  readonly yearIn?: string;
}

/** As it is, or by the reading of an interpretation. */
export type ByReading<T> = T | Choice<T>;

export interface Choice<T> {
  readonly interpretation: string;
  /** All of them. */
  readonly readings: Readonly<Record<string, T>>;
}

/** A case: one edition of an award, its applicants, and what was done, event by event. */

export interface CaseLog {
  readonly edition: EventData;
  /** By name. */
  readonly applicants: ReadonlyMap<string, EventData>;
  /** In the order in which they happened; those of one day in the order of the log. */
  readonly events: readonly CaseEvent[];
}

export interface CaseEvent {
  /** Its place in the log as it was given, from 0. */
  readonly at: number;
  readonly activity: string;
  /** Days since 1970-01-01. */
  readonly occurredOn: number;
  /** When it was entered; no earlier than it happened. */
  readonly recordedOn: number;
  /** `null` where it is of the edition as a whole. */
  readonly applicant: string | null;
  /** A body of the pack. */
  readonly by: string;
  /** Who of the body it was, where that is said. */
  readonly person: string | null;
  readonly evidence: readonly string[];
  readonly data: EventData;
}

/** What is known; what is not there is not known. Dates are days since 1970-01-01. */
export interface EventData {
  get(name: string): DataValue | undefined;
}

/** Texts are those of a list, whose order says nothing: a list of units is looked through for each of them. */
export type DataValue = string | number | boolean | ReadonlySet<string>;

/**
 * A log as the caller writes it, once it is known to be sound: what `readLog` has read, with what it passes over. A digest may stand
 * in the place of all that it may declare confidential.
 */
import type { Concealed } from "../../kernel/answer.js";

export interface GivenLog {
  readonly edition: Given | null;
  readonly applicants: readonly GivenApplicant[] | null;
  readonly events: readonly GivenEvent[] | null;
}

export type GivenApplicant = Given & { readonly name: GivenName; readonly confidential?: readonly string[] | null };

export interface GivenEvent {
  readonly activity: string;
  readonly occurredOn: string;
  readonly recordedOn?: string;
  readonly applicant?: GivenName;
  readonly by: string;
  readonly person?: GivenName | Concealed;
  readonly evidence?: readonly (string | Concealed)[] | Concealed | null;
  readonly data?: Given | Concealed | null;
  /** JSON Pointers into the event. */
  readonly confidential?: readonly string[] | null;
}

/** By field. */
export type Given = Readonly<Record<string, GivenValue>>;

export type GivenValue = string | number | boolean | readonly (string | Concealed)[] | Concealed | null;

/** Its digits, or its text without the spaces around it, are the name. */
export type GivenName = string | number;

export function nameOf(given: GivenName): string {
  return String(given).trim();
}

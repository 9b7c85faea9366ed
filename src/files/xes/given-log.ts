/** A log as the caller writes it, once it is known to be sound: what `readLog` has read, with what it passes over. */

export interface GivenLog {
  readonly edition: Given | null;
  readonly applicants: readonly (Given & { readonly name: GivenName })[] | null;
  readonly events: readonly GivenEvent[] | null;
}

export interface GivenEvent {
  readonly activity: string;
  readonly occurredOn: string;
  readonly recordedOn?: string;
  readonly applicant?: GivenName;
  readonly by: string;
  readonly person?: GivenName;
  readonly evidence?: readonly string[] | null;
  readonly data?: Given | null;
}

/** By field. */
export type Given = Readonly<Record<string, GivenValue>>;

export type GivenValue = string | number | boolean | readonly string[] | null;

/** Its digits, or its text without the spaces around it, are the name. */
export type GivenName = string | number;

export function nameOf(given: GivenName): string {
  return String(given).trim();
}

/** A case as a file or a body holds it: the question it makes, and where everything in it stands. */
import type { Failure } from "../../kernel/failure.js";

export interface LoggedCase {
  /** `{ edition, applicants, events, asOf?, calendar? }`, not checked; `undefined` where there is nothing to check. */
  readonly question: unknown;
  /** What of the text cannot be read; of what can be, the question is made. */
  readonly unreadable: readonly PlacedFailure[];
  /** Line of a thing in the question, by its JSON Pointer. */
  readonly lineOf: (pointer: string) => number;
  /** Where a failure of the question stands. */
  readonly placed: (failure: Failure) => PlacedFailure;
}

export interface PlacedFailure extends Failure {
  /** From 1; none of what is wrong with the whole. */
  readonly line?: number;
}

/** @returns what cannot be read, and what was found wrong with the rest */
export function wrongWith(logged: LoggedCase, errors: readonly Failure[]): readonly PlacedFailure[] {
  const placed = [...logged.unreadable, ...errors.map(logged.placed)];
  return placed.sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY));
}

/** An award or a decision that a path or a command line names and that is not there. */
import { type Failure, failure } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";

/** @param known those there are, by name */
export function unknownName(
  code: "unknown-award" | "unknown-decision",
  found: string,
  known: ReadonlyMap<string, unknown>,
): Failure {
  const names = [...known.keys()];
  return failure("", { code, found, known: names, near: nearest(found, names) });
}

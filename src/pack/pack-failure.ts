import { show } from "../kernel/failure.js";
import type { PackFailure } from "./pack-error.js";
import type { Place } from "./place.js";
import { describe, type PackProblem } from "./problem.js";

/** A problem at its place. */
export function packFailure({ file, pointer }: Place, problem: PackProblem, provision?: string): PackFailure {
  return {
    file,
    pointer,
    code: problem.code,
    ...("expected" in problem ? { expected: problem.expected } : {}),
    ...("found" in problem ? { found: show(problem.found) } : {}),
    ...(provision === undefined ? {} : { provision }),
    message: describe(problem),
  };
}

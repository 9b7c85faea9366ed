import { type Failure, failure, type Problem } from "../../kernel/failure.js";

/** A failure in a file of lines. */
export interface FailureAt extends Failure {
  /** From 1. */
  readonly line: number;
}

export function failureAt(line: number, pointer: string, problem: Problem): FailureAt {
  return { ...failure(pointer, problem), line };
}

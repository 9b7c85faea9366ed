import type { Failure } from "../kernel/failure.js";
import type { PackProblem } from "./problem.js";

/** What is wrong in a pack: a failure and the file it is in. */
export interface PackFailure extends Omit<Failure, "code"> {
  readonly code: PackProblem["code"];
  /** `eligibility.json`; `.` is the pack as a whole. */
  readonly file: string;
  /** Line in that file, from 1, where its text was at hand. */
  readonly line?: number;
}

/** A pack that was refused, with everything that is wrong with it, file by file, from top to bottom. */
export class PackError extends Error {
  override readonly name = "PackError";
  /** The pack's folder, or what it calls itself. */
  readonly award: string;
  readonly failures: readonly PackFailure[];

  constructor(award: string, failures: readonly PackFailure[]) {
    super(
      [
        `pack ${award} is refused:`,
        ...failures.map(
          ({ file, line, pointer, message }) => `  ${file}${line === undefined ? "" : `:${line}`}#${pointer}: ${message.en}`,
        ),
      ].join("\n"),
    );
    this.award = award;
    this.failures = failures;
  }
}

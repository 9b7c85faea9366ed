import type { Failure } from "../kernel/failure.js";

/** What is wrong in a pack: a failure and the file it is in. */
export interface PackFailure extends Failure {
  /** `eligibility.json` */
  readonly file: string;
  /** Line in that file, from 1, where its text was at hand. */
  readonly line?: number;
}

/** A pack that was refused, with everything that is wrong with it. */
export class PackError extends Error {
  override readonly name = "PackError";
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
    this.failures = failures;
  }
}

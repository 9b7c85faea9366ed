/** Failures as they are found: the first of them, and how many more there are. A hostile question holds millions. */
import { type Failure, failure, type Problem } from "./failure.js";

/** A reader needs no more than these to begin. */
export const MAX_ERRORS = 1000;

export class FailureList {
  readonly #first: Failure[] = [];
  #count = 0;

  get length(): number {
    return this.#count;
  }

  /** A failure at a place; worded only where it is kept. */
  add(pointer: string, problem: Problem): void {
    if (this.#count < MAX_ERRORS) this.#first.push(failure(pointer, problem));
    this.#count += 1;
  }

  push(...failures: readonly Failure[]): number {
    for (const found of failures) {
      if (this.#count < MAX_ERRORS) this.#first.push(found);
      this.#count += 1;
    }
    return this.#count;
  }

  /** In the order in which they were found; where some are not listed, the last says how many. */
  all(): readonly Failure[] {
    const more = this.#count - this.#first.length;
    return more === 0 ? this.#first : [...this.#first, failure("", { code: "more-errors", listed: MAX_ERRORS, count: more })];
  }
}

/** Which values a caller declares confidential: JSON Pointers, each checked. */
import { type Failure, failure, pointerStep } from "../failure.js";
import { stepsOf, valueAt } from "./pointer.js";

export interface Declared {
  readonly pointer: string;
  readonly steps: readonly string[];
}

/** Where a declaration stands, and what it may declare. */
export interface Declarable {
  /** Pointer of the declaration, `/confidential`. */
  readonly place: string;
  /** What its pointers lead into. */
  readonly root: unknown;
  readonly may: (steps: readonly string[]) => boolean;
}

/**
 * Reads `confidential`. What is wrong is told without what stands there, which may be the secret itself.
 * @param given absent or `null`: nothing is declared
 * @returns the sound ones
 */
export function readDeclared(
  given: unknown,
  { place, root, may }: Declarable,
  failures: Pick<Failure[], "push">,
): readonly Declared[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) {
    failures.push(failure(place, { code: "not-a-pointer-list" }));
    return [];
  }
  const first = new Map<unknown, string>();
  return given.flatMap((pointer: unknown, at): readonly Declared[] => {
    const here = place + pointerStep(at);
    const steps = typeof pointer === "string" ? stepsOf(pointer) : null;
    const before = first.get(pointer);
    if (steps === null) failures.push(failure(here, { code: "not-a-pointer" }));
    else if (!may(steps)) failures.push(failure(here, { code: "not-confidential" }));
    else if (valueAt(root, steps) === undefined) failures.push(failure(here, { code: "points-nowhere" }));
    else if (before !== undefined) failures.push(failure(here, { code: "pointer-twice", first: before }));
    else {
      first.set(pointer, here);
      return [{ pointer: pointer as string, steps }];
    }
    return [];
  });
}

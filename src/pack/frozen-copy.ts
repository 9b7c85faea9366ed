/** A deep, frozen copy of plain JSON, so that nobody can change an award once it is loaded. */
import type { PackFailure } from "./pack-error.js";
import { packFailure } from "./pack-failure.js";
import { inside, type Place, type Step } from "./place.js";

/** Deep enough for any rule a person can follow, and so shallow that no walk over it runs out of stack. */
export const MAX_DEPTH = 32;

/** @returns the copy, or the failure of a value nested too deep; a value that holds itself is one */
export function frozenCopy(value: unknown, place: Place): { readonly copy: unknown } | { readonly failure: PackFailure } {
  let failure: PackFailure | null = null;
  const path: Step[] = [];
  const copy = copied(value);
  return failure === null ? { copy } : { failure };

  function copied(part: unknown): unknown {
    if (typeof part !== "object" || part === null || failure !== null) return part;
    if (path.length > MAX_DEPTH) {
      failure = packFailure(inside(place, ...path), { code: "too-deep", max: MAX_DEPTH });
      return null;
    }
    if (Array.isArray(part)) return Object.freeze(part.map((item, index) => member(item, index)));
    const members: Record<string, unknown> = {};
    for (const key of Object.keys(part)) {
      const value = (part as Readonly<Record<string, unknown>>)[key];
      if (value === undefined) continue;
      // Any other way this one name would say what the copy inherits.
      if (key === "__proto__") Object.defineProperty(members, key, { value: member(value, key), enumerable: true });
      else members[key] = member(value, key);
    }
    return Object.freeze(members);
  }

  function member(part: unknown, step: Step): unknown {
    path.push(step);
    const copy = copied(part);
    path.pop();
    return copy;
  }
}

/** What zod found wrong, in the pack's own words. */
import type * as z from "zod/mini";
import { nearest } from "../../kernel/nearest.js";
import type { PackFailure } from "../pack-error.js";
import { packFailure } from "../pack-failure.js";
import { inside, type Place, type Step } from "../place.js";
import type { PackProblem } from "../problem.js";

/** @param value what was read, since an issue does not carry the value at its path */
export function failuresOf(issues: readonly z.core.$ZodIssue[], value: unknown, place: Place): readonly PackFailure[] {
  return issues.flatMap((issue) => {
    const path = issue.path as readonly Step[];
    const found = valueAt(value, path);
    if (found === undefined && path.length > 0) {
      return [packFailure(inside(place, ...path.slice(0, -1)), { code: "missing-member", name: String(path.at(-1)) })];
    }
    if (issue.code === "unrecognized_keys") return unknownMembers(issue, inside(place, ...path));
    return [packFailure(inside(place, ...path), problemOf(issue, found))];
  });
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<Step, unknown>>)[step];
  }
  return at;
}

/** The message of such an issue lists the members that are known: see `object` in `plain.ts`. */
function unknownMembers(issue: z.core.$ZodIssueUnrecognizedKeys, place: Place): readonly PackFailure[] {
  const known = issue.message.split(" ");
  return issue.keys.map((name) => packFailure(inside(place, name), { code: "unknown-member", name, near: nearest(name, known) }));
}

/** The message of a whole number between two bounds is the bounds: see `within` in `plain.ts`. */
function boundsIn(message: string): string | null {
  return /^-?\d+\.\.-?\d+$/.test(message) ? message : null;
}

function problemOf(issue: z.core.$ZodIssue, found: unknown): PackProblem {
  if (issue.code === "custom") return (issue.params as { problem: PackProblem }).problem;
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const near = typeof found === "string" ? nearest(found, values) : null;
    return { code: "not-a-value", found, expected: values.join(" | "), near };
  }
  switch (issue.code === "invalid_type" ? issue.expected : "int") {
    case "object":
    case "record":
      return { code: "not-an-object", found, expected: "object" };
    case "array":
      return { code: "not-an-array", found, expected: "array" };
    case "string":
      return { code: "not-a-text", found, expected: "string" };
    case "boolean":
      return { code: "not-a-boolean", found, expected: "true or false" };
    default:
      return { code: "not-an-integer", found, expected: boundsIn(issue.message) ?? "integer" };
  }
}

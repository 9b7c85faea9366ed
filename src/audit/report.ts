import { type Problem, pointerStep } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import type { CaseProblem } from "./case-failure.js";

/** Collects what is wrong, each at its place. */
export type Report = (pointer: string, problem: Problem | CaseProblem) => void;

/** Reports members that nobody knows. */
export function checkMembers(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: string,
  report: Report,
): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) report(at + pointerStep(name), { code: "unknown-member", name, near: nearest(name, known) });
  }
}

/** The award and the decision that a path names, or the refusal that lists those there are. */
import type { Award } from "../kernel/award.js";
import { failure } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { refusalOf } from "./problem.js";

export type Awards = ReadonlyMap<string, Award>;

/** @throws Refusal */
export function findAward(awards: Awards, id: string): Award {
  const award = awards.get(id);
  if (award !== undefined) return award;
  const known = [...awards.keys()];
  throw refusalOf("unknown-award", failure("", { code: "unknown-award", found: id, known, near: nearest(id, known) }));
}

/** @throws Refusal */
export function requireDecision(award: Award, decision: string): void {
  if (award.plans.has(decision)) return;
  const known = [...award.plans.keys()];
  throw refusalOf(
    "unknown-decision",
    failure("", { code: "unknown-decision", found: decision, known, near: nearest(decision, known) }),
  );
}

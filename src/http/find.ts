/** The award and the decision that a path names, or the refusal that lists those there are. */
import { unknownName } from "../files/unknown-name.js";
import type { Award } from "../kernel/award.js";
import { refusalOf } from "./problem.js";

export type Awards = ReadonlyMap<string, Award>;

/** @throws Refusal */
export function findAward(awards: Awards, id: string): Award {
  const award = awards.get(id);
  if (award !== undefined) return award;
  throw refusalOf("unknown-award", unknownName("unknown-award", id, awards));
}

/** @throws Refusal */
export function requireDecision(award: Award, decision: string): void {
  if (award.plans.has(decision)) return;
  throw refusalOf("unknown-decision", unknownName("unknown-decision", decision, award.plans));
}

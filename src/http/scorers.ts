/** The scorer of each award, made at its first use and kept: its module is started once, and runs one question at a time. */
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import { loadScorer, type Scorer } from "../scoring/scorer.js";

export type Scorers = (award: Award, criteria: Criteria) => Promise<Scorer>;

export function scorersOf(): Scorers {
  const made = new WeakMap<Award, Promise<Scorer>>();
  return (award, criteria) => {
    const scorer = made.get(award) ?? loadScorer(criteria);
    made.set(award, scorer);
    return scorer;
  };
}

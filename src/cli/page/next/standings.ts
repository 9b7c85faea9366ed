/** Applicants who stand alike, told once. */
import type { NextResult, NextStep, Standing } from "../../../procedure/next.js";
import type { CaseAtHand } from "../../case-at-hand.js";

export interface NextAtHand {
  readonly result: NextResult;
  /** Applicants that were named; of none named, all and the edition. */
  readonly standings: readonly Standing[];
  readonly log: Pick<CaseAtHand, "name" | "lineOf">;
}

export interface Alike {
  /** `null`: the edition. */
  readonly applicants: readonly string[] | null;
  readonly standing: Standing;
}

/** @returns in the order in which the first of each stands */
export function alike(standings: readonly Standing[]): readonly Alike[] {
  const groups = new Map<string, { readonly standing: Standing; readonly names: string[] }>();
  for (const standing of standings) {
    const { applicant, reached, steps, barred, lacking } = standing;
    // What was done on another day, or stands on another line, makes no other standing.
    const key = JSON.stringify([
      applicant === null,
      reached?.activity.name,
      steps.map(({ activity, again, from, until, limits, provided }) => [activity.name, again, from, until, limits, provided]),
      barred.map(({ activity, rules }) => [activity.name, rules]),
      lacking.map(({ activity, evidence }) => [activity.name, evidence]),
    ]);
    const group = groups.get(key) ?? { standing, names: [] };
    groups.set(key, group);
    if (applicant !== null) group.names.push(applicant);
  }
  return [...groups.values()].map(({ standing, names }) => ({ applicants: names.length === 0 ? null : names, standing }));
}

/** Steps that were not taken before, and no later one. */
export function firstTime({ steps }: Standing): readonly NextStep[] {
  return steps.filter(({ again }) => !again);
}

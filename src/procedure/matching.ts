/** Which events an activity of a constraint stands for, and which of them belong together. */
import type { Activity, Which } from "../kernel/procedure.js";
import { FALSE, TRUE, type Truth } from "../kernel/truth.js";
import { allHold, type Scene } from "./condition.js";
import type { CaseEvent } from "./log.js";

export interface Matcher {
  /** Whether an event is one of these. */
  matches(event: CaseEvent): Truth;
}

export function matcherOf({ activity, where = [] }: Which, scene: Scene): Matcher {
  return {
    matches(event) {
      if (event.activity !== activity) return FALSE;
      return where.length === 0 ? TRUE : allHold(where, scene, event, null);
    },
  };
}

/** @returns what events that belong together have in common; `null` where one does not say it */
export type KeyOf = (event: CaseEvent) => string | null;

/** @param activities those that are held against each other */
export function keyFor(activities: readonly Activity[], same: readonly string[] = []): KeyOf {
  const byApplicant = activities.every((activity) => activity.of === "applicant");
  return (event) => {
    const parts: unknown[] = [byApplicant ? event.applicant : null];
    for (const name of same) {
      const value = name === "person" ? event.person : event.data.get(name);
      if (value === undefined || value === null) return null;
      parts.push(value);
    }
    return same.length === 0 ? (byApplicant ? (event.applicant as string) : "") : JSON.stringify(parts);
  };
}

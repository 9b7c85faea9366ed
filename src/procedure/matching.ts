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

/** An event, and whether it surely is what it is taken for. */
export interface Sighting {
  readonly event: CaseEvent;
  readonly truth: Truth;
}

/** Those that are, or may be, what is looked for. */
export function sightingsOf(matcher: Matcher, events: readonly CaseEvent[]): readonly Sighting[] {
  return events.flatMap((event) => {
    const truth = matcher.matches(event);
    return truth === FALSE ? [] : [{ event, truth }];
  });
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

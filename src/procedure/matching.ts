/** Which events an activity of a constraint stands for, and which of them belong together. */
import type { Activity, Constraint, Which } from "../kernel/procedure.js";
import { FALSE, TRUE, type Truth } from "../kernel/truth.js";
import { allHold, type Scene } from "./condition.js";
import type { CaseEvent, DataValue } from "./log.js";

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
  const caseOf = caseFor(activities);
  if (same.length === 0) return caseOf;
  const partOf = sameFor(same);
  return (event) => {
    const part = partOf(event);
    return part === null ? null : JSON.stringify([caseOf(event), part]);
  };
}

/** The applicant, where each of the activities is an applicant's; else there is one case, the edition. */
export function caseFor(activities: readonly Activity[]): (event: CaseEvent) => string {
  const byApplicant = activities.every((activity) => activity.of === "applicant");
  return byApplicant ? (event) => event.applicant as string : () => "";
}

/** What is the same beside the applicant: the data named, `person` being who did it. */
export function sameFor(same: readonly string[]): KeyOf {
  const [only] = same;
  if (same.length === 1 && only !== undefined) return (event) => textOf(valueIn(event, only));
  return (event) => {
    const parts = same.map((name) => textOf(valueIn(event, name)));
    return parts.includes(null) ? null : JSON.stringify(parts);
  };
}

function valueIn(event: CaseEvent, name: string): DataValue | null {
  return name === "person" ? event.person : (event.data.get(name) ?? null);
}

function textOf(value: DataValue | null): string | null {
  if (value === null || typeof value === "string") return value;
  return JSON.stringify(value instanceof Set ? [...value].sort() : value);
}

/** All that a constraint says of which events it is about. */
export function whichesOf(constraint: Constraint): readonly Which[] {
  if ("first" in constraint) return [constraint.first, constraint.second];
  if (!("between" in constraint) || constraint.between === undefined) return [constraint.of];
  return [constraint.of, constraint.between.opens, constraint.between.closes];
}

/** A case held against its procedure, as far as was known on a day. */
import type { Finding } from "./finding.js";
import type { Case } from "./read-case.js";
import { constraintsUnder } from "./under.js";
import type { Watch } from "./watch.js";
import { watchesOf } from "./watches.js";

export interface Watched {
  /** In the order of the procedure; all of them have noted every event that is known. */
  readonly watches: readonly Watch[];
  /** By activity, those it concerns. */
  readonly concerned: ReadonlyMap<string, readonly Watch[]>;
  /** What the events breach, as they came. */
  readonly findings: readonly Finding[];
}

export function watched({ procedure, log, known, parameters, calendar, readings }: Case): Watched {
  const activities = new Map(procedure.activities.map((activity) => [activity.name, activity]));
  const { all: watches, concerned } = watchesOf(constraintsUnder(procedure, readings), { log, parameters, activities, calendar });
  const findings: Finding[] = [];
  for (const event of known) {
    for (const watch of concerned.get(event.activity) ?? []) {
      const found = watch.judge(event);
      if (found.length > 0) for (const finding of found) findings.push(finding);
      watch.note(event);
    }
  }
  return { watches, concerned, findings };
}

/** @returns what is wrong, in the order of the events it is about */
export function auditLog(asked: Case): readonly Finding[] {
  const { watches, findings } = watched(asked);
  const missed = watches.flatMap((watch) => watch.endOf(asked.asOf));
  return [...findings, ...missed].sort((a, b) => a.event.occurredOn - b.event.occurredOn || a.event.at - b.event.at);
}

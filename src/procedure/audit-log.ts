/** A case held against its procedure, as far as was known on a day. */
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import type { Procedure } from "../kernel/procedure.js";
import type { Scene } from "./condition.js";
import type { Finding, Waiting } from "./finding.js";
import type { CaseLog } from "./log.js";
import type { Court, Watch } from "./watch.js";
import { watchesOf } from "./watches.js";

export interface Audited {
  /** In the order of the events they are about. */
  readonly findings: readonly Finding[];
  readonly waiting: readonly Waiting[];
}

/**
 * @param asOf the day at whose end it is asked; what happened after it, or was recorded after it, is not known yet
 * @param parameters of the pack, by name
 */
export function auditLog(
  procedure: Procedure,
  log: CaseLog,
  asOf: number,
  parameters: Scene["parameters"],
  calendar: OfficialCalendar,
): Audited {
  const activities = new Map(procedure.activities.map((activity) => [activity.name, activity]));
  const court: Court = { log, parameters, activities, calendar };
  const watches = watchesOf(procedure, court);
  const findings: Finding[] = [];
  for (const event of log.events) {
    if (event.occurredOn > asOf || event.recordedOn > asOf) continue;
    for (const watch of watches) {
      findings.push(...watch.judge(event));
      watch.note(event);
    }
  }
  const all = (ask: (watch: Watch) => readonly Finding[]) => watches.flatMap(ask);
  findings.push(...all((watch) => watch.endOf(asOf)));
  findings.sort((a, b) => a.event.occurredOn - b.event.occurredOn || a.event.at - b.event.at);
  return { findings, waiting: watches.flatMap((watch) => watch.waiting()) };
}

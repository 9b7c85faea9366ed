/** A constraint at work: it is shown every event once, in order, and keeps of those before only what it needs. */
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import type { Activity } from "../kernel/procedure.js";
import type { Scene } from "./condition.js";
import type { Finding, Waiting } from "./finding.js";
import type { CaseEvent } from "./log.js";

export interface Watch {
  /** What the event breaches, as far as those before tell. */
  see(event: CaseEvent): readonly Finding[];
  /** What is wrong at the end of a day though nothing happened on it. */
  endOf(day: number): readonly Finding[];
  waiting(): readonly Waiting[];
}

/** What every constraint is judged by. */
export interface Court extends Scene {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly calendar: OfficialCalendar;
}

export const NOTHING: readonly never[] = [];

/** Of a constraint that asks nothing of the future. */
export function backward(see: Watch["see"]): Watch {
  return { see, endOf: () => NOTHING, waiting: () => NOTHING };
}

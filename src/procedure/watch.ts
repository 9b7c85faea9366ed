/** A constraint at work: it judges every event by those before, and keeps of them only what it needs. */
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import type { Activity } from "../kernel/procedure.js";
import type { Scene } from "./condition.js";
import type { Finding } from "./finding.js";
import type { CaseEvent } from "./log.js";

export interface Watch {
  /** What the event breaches, as far as those noted before it tell; nothing is noted, so an event that never was may be tried. */
  judge(event: CaseEvent): readonly Finding[];
  /** To be called with every event once, in order, after it was judged. */
  note(event: CaseEvent): void;
  /** What is wrong at the end of a day though nothing happened on it. */
  endOf(day: number): readonly Finding[];
}

/** What every constraint is judged by. */
export interface Court extends Scene {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly calendar: OfficialCalendar;
}

export const NOTHING: readonly never[] = [];

/** Of a constraint that asks nothing of the future. */
export function backward(judge: Watch["judge"], note: Watch["note"]): Watch {
  return { judge, note, endOf: () => NOTHING };
}

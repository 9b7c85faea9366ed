/** What the pages of an audit are written from: the answer, and the log it is about. */
import type { AuditResult } from "../../../procedure/audit.js";
import type { CaseAtHand } from "../../case-at-hand.js";

export interface Audited {
  readonly audit: AuditResult;
  readonly log: Pick<CaseAtHand, "name" | "question" | "lineOf">;
}

/** As the log has it; it was read without fault. */
export interface LoggedEvent {
  readonly activity: string;
  readonly occurredOn: string;
  readonly by: string;
  readonly applicant?: string | number;
}

/** @param pointer `/events/3` */
export function eventAt({ question }: Audited["log"], pointer: string): LoggedEvent {
  const { events } = question as { readonly events: readonly LoggedEvent[] };
  return events[Number(pointer.slice("/events/".length))] as LoggedEvent;
}

export interface Counts {
  readonly certain: number;
  readonly uncertain: number;
}

export function countsOf({ breaches }: AuditResult): Counts {
  const certain = breaches.reduce((count, breach) => count + Number(breach.certain), 0);
  return { certain, uncertain: breaches.length - certain };
}

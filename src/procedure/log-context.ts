/** What a log is held to. */
import type { Award } from "../kernel/award.js";
import { parseDate } from "../kernel/date.js";
import type { Named } from "../kernel/model.js";
import type { Procedure } from "../kernel/procedure.js";

export interface LogContext {
  readonly procedure: Procedure;
  /** Of the pack. */
  readonly bodies: readonly Named[];
  /** The day from which the award exists. */
  readonly inForceFrom: number;
  readonly award: string;
}

export function logContextOf({ id: award, files: { pack } }: Award, procedure: Procedure): LogContext {
  return { award, procedure, inForceFrom: parseDate(pack.inForce.from) as number, bodies: pack.bodies };
}

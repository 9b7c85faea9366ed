/** What a log is held to. */
import type { Award } from "../kernel/award.js";
import { parseDate } from "../kernel/date.js";
import type { Procedure } from "../kernel/procedure.js";

export interface LogContext {
  readonly procedure: Procedure;
  /** Names of the bodies of the pack. */
  readonly bodies: readonly string[];
  /** The day from which the award exists. */
  readonly inForceFrom: number;
  readonly award: string;
}

export function logContextOf({ id: award, files: { pack } }: Award, procedure: Procedure): LogContext {
  return { award, procedure, inForceFrom: parseDate(pack.inForce.from) as number, bodies: pack.bodies.map(({ name }) => name) };
}

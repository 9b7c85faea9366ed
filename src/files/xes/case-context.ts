/** What of an award a log in XES is read and written by. */
import type { Award } from "../../kernel/award.js";
import { type Failure, failure } from "../../kernel/failure.js";
import type { Named } from "../../kernel/model.js";
import type { Activity } from "../../kernel/procedure.js";
import { type LogContext, logContextOf } from "../../procedure/log-context.js";

export interface CaseContext extends LogContext {
  /** By name. */
  readonly activities: ReadonlyMap<string, Activity>;
  readonly labelledBodies: readonly Named[];
}

export type CaseContextOf =
  | { readonly ok: true; readonly context: CaseContext }
  | { readonly ok: false; readonly errors: readonly Failure[] };

/** @returns an error where the award has no procedure */
export function caseContextOf(award: Award): CaseContextOf {
  const { procedure, pack } = award.files;
  if (procedure === undefined) {
    return { ok: false, errors: [failure("", { code: "absent-part", part: "procedure", award: award.id })] };
  }
  return {
    ok: true,
    context: {
      ...logContextOf(award, procedure),
      labelledBodies: pack.bodies,
      activities: new Map(procedure.activities.map((activity) => [activity.name, activity])),
    },
  };
}

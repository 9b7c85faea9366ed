/** Audit as a decision: what in this log is not as the procedure asks, by which provision, as was known on a day? */
import type { Award } from "../kernel/award.js";
import { formatDate } from "../kernel/date.js";
import { NOTHING_ARRANGED, type OfficialCalendar } from "../kernel/official-calendar.js";
import type { Text } from "../kernel/text.js";
import { type AnswerHead, type CaseAnswer, headOf, pointerOf } from "./answer-head.js";
import { auditLog } from "./audit-log.js";
import { wordsOf } from "./audit-words.js";
import type { Finding } from "./finding.js";
import { readCase } from "./read-case.js";
import { interpretationsOf } from "./under.js";

/** One thing that is not as it should be. */
export interface Breach {
  /** `procedure/recommendation-of-eligible`: the constraint, or the activity, of the pack. */
  readonly rule: string;
  readonly kind: Finding["wrong"]["kind"];
  /** `false` where a fact that is not known, or an official calendar, may still clear it. */
  readonly certain: boolean;
  readonly provision: string;
  readonly quote: string;
  /** `null` where it is of the edition as a whole. */
  readonly applicant: string | null;
  /** JSON Pointers of the events, the wrong one first. */
  readonly events: readonly string[];
  readonly says: Text;
}

export interface AuditResult extends AnswerHead {
  /** In the order of the events they are about. */
  readonly breaches: readonly Breach[];
  /** Events that were recorded later than they happened. */
  readonly recordedLate: readonly { readonly event: string; readonly occurredOn: string; readonly recordedOn: string }[];
}

export type AuditAnswer = CaseAnswer<AuditResult>;

/**
 * Pure: the same award, question and calendar give the same answer.
 * @param award made by `loadAward`
 * @param question as `readCase` has it, checked here
 * @param official the official calendar of the years that are known; without it every counted day is provisional
 * @throws never, for such an award
 */
export function audit(award: Award, question: unknown, official: OfficialCalendar = NOTHING_ARRANGED): AuditAnswer {
  const read = readCase(award, question, official);
  if (!read.ok) return read;
  const { procedure, known } = read.case;
  const findings = auditLog(read.case);
  const constraints = new Set<unknown>(procedure.constraints);
  return {
    ok: true,
    result: {
      ...headOf(award, read.case, interpretationsOf(procedure)),
      breaches: findings.map((finding) => breachOf(award, finding, constraints.has(finding.asked))),
      recordedLate: known
        .filter(({ occurredOn, recordedOn }) => recordedOn > occurredOn)
        .map(({ at, occurredOn, recordedOn }) => ({
          event: pointerOf({ at }),
          occurredOn: formatDate(occurredOn),
          recordedOn: formatDate(recordedOn),
        })),
    },
  };
}

function breachOf(award: Award, finding: Finding, isConstraint: boolean): Breach {
  const { asked, event, other, wrong, isCertain } = finding;
  return {
    rule: `procedure/${isConstraint ? "" : "activities/"}${asked.name}`,
    kind: wrong.kind,
    certain: isCertain,
    provision: asked.provision,
    quote: asked.quote,
    applicant: event.applicant,
    events: [event, ...(other === null ? [] : [other])].map(pointerOf),
    says: wordsOf(award, finding),
  };
}

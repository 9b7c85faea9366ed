/** Obligations as a decision: what does each applicant and winner owe, and was it done, as of a day? */
import type { Award } from "../kernel/award.js";
import { interpretationsIn } from "../kernel/by-reading.js";
import { formatDate } from "../kernel/date.js";
import { failure } from "../kernel/failure.js";
import type { Named } from "../kernel/model.js";
import { NOTHING_ARRANGED, type OfficialCalendar } from "../kernel/official-calendar.js";
import type { Text } from "../kernel/text.js";
import { type AnswerHead, type CaseAnswer, headOf, pointerOf } from "./answer-head.js";
import { type CountedPeriod, countedPeriod } from "./counted-period.js";
import { type DutyStatus, dutiesOf, type Owed } from "./duties.js";
import { tooManyPeriods } from "./most-periods.js";
import { readCase } from "./read-case.js";

/** A duty of one applicant, or one period of it. */
export interface Obligation {
  /** `obligations/performance-report`: the duty of the pack. */
  readonly rule: string;
  readonly label: Text;
  readonly applicant: string;
  /** Who owes it. */
  readonly by: Named;
  readonly status: DutyStatus;
  /** `false` where a fact that is not known, or an official calendar, may still change the status. */
  readonly certain: boolean;
  /** Which period it is, from 1; `null` where there is but one. */
  readonly number: number | null;
  /** JSON Pointer of the event that gave rise to it; `null` where none has yet. */
  readonly trigger: string | null;
  /** The first day on which it can be fulfilled; `null` where nothing has given rise to it yet. */
  readonly from: string | null;
  /** The last day; `null` where there is no limit. */
  readonly until: string | null;
  readonly counted: CountedPeriod | null;
  /** JSON Pointer of the event that fulfilled it, or ended it. */
  readonly settledBy: string | null;
  readonly settledOn: string | null;
  /** Whether it was fulfilled after its last day. */
  readonly late: boolean;
  readonly provision: string;
  readonly quote: string;
  readonly says: Text;
}

export interface ObligationsResult extends AnswerHead {
  /** In the order of the pack's duties, of the applicants and of the periods. */
  readonly obligations: readonly Obligation[];
}

export type ObligationsAnswer = CaseAnswer<ObligationsResult>;

/**
 * Pure: the same award, question and calendar give the same answer.
 * @param award made by `loadAward`
 * @param question as `readCase` has it, checked here
 * @param official the official calendar of the years that are known; without it every counted day is provisional
 * @throws never, for such an award
 */
export function obligations(award: Award, question: unknown, official: OfficialCalendar = NOTHING_ARRANGED): ObligationsAnswer {
  const { obligations: declared, pack } = award.files;
  if (declared === undefined) {
    return { ok: false, errors: [failure("", { code: "absent-part", part: "obligations", award: award.id })] };
  }
  const read = readCase(award, question, official);
  if (!read.ok) return read;
  const tooMany = tooManyPeriods(declared, read.case);
  if (tooMany.length > 0) return { ok: false, errors: tooMany };
  const interpretations = declared.duties.flatMap(interpretationsIn);
  return {
    ok: true,
    result: {
      ...headOf(award, read.case, interpretations),
      obligations: dutiesOf(declared, read.case).map((owed) => obligationOf(owed, pack.bodies)),
    },
  };
}

function obligationOf(
  { duty, applicant, status, isCertain, term, settledBy, isLate }: Owed,
  bodies: readonly Named[],
): Obligation {
  const { name, label, by, provision, quote, says } = duty;
  return {
    rule: `obligations/${name}`,
    label,
    applicant,
    by: bodies.find((body) => body.name === by) as Named,
    status,
    certain: isCertain,
    number: term?.number ?? null,
    trigger: term === null ? null : pointerOf(term.trigger.event),
    from: term === null ? null : formatDate(term.begins),
    until: term === null || term.end === null ? null : formatDate(term.end.last),
    counted: term === null || term.end === null ? null : countedPeriod(term.end, term.trigger.event),
    settledBy: settledBy === null ? null : pointerOf(settledBy),
    settledOn: settledBy === null ? null : formatDate(settledBy.occurredOn),
    late: isLate,
    provision,
    quote,
    says,
  };
}

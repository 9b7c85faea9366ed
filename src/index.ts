/**
 * `quality-award-kernel`: load a pack of rules, decide by it, hold the log of a case against its procedure, ask what comes
 * next in it, by when and what is owed, get every answer explained by the provision it rests on.
 * No clock, no I/O, no `eval`: the same in Node and in a page.
 */
export type * from "./kernel/answer.js";
export type { Award } from "./kernel/award.js";
export { type Conceal, concealWith } from "./kernel/confidential/conceal.js";
export type { Band, Category, Criteria, CriteriaItem, Scale } from "./kernel/criteria.js";
export { type DecideOptions, decide } from "./kernel/decide.js";
export type { Failure } from "./kernel/failure.js";
export type * from "./kernel/model.js";
export type { Arrangement, OfficialCalendar } from "./kernel/official-calendar.js";
export { type ReadOfficialCalendar, readOfficialCalendar } from "./kernel/read-official-calendar.js";
export type { Aggregation, ReviewRules, ShortlistRules, StageRules } from "./kernel/review-rules.js";
export type { Ruling, Selection, Stage } from "./kernel/selection.js";
export { KERNEL_VERSION } from "./kernel/version.js";
export { loadAward } from "./pack/load.js";
export { PackError, type PackFailure } from "./pack/pack-error.js";
export type { AnswerHead, ReadingTaken } from "./procedure/answer-head.js";
export { type AuditAnswer, type AuditResult, audit, type Breach } from "./procedure/audit.js";
export type { CountedPeriod } from "./procedure/counted-period.js";
export {
  type Deadline,
  type DeadlineStatus,
  type DeadlinesAnswer,
  type DeadlinesResult,
  deadlines,
} from "./procedure/deadlines.js";
export type { DutyStatus } from "./procedure/duties.js";
export { type NextAnswer, type NextResult, type NextStep, next, type Standing } from "./procedure/next.js";
export { type Obligation, type ObligationsAnswer, type ObligationsResult, obligations } from "./procedure/obligations.js";

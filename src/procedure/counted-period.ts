/** How a day was counted: from which event, by which rule, and whether the official calendars of all its years are known. */
import { formatDate } from "../kernel/date.js";
import type { Period, PeriodEnd } from "../kernel/period.js";
import { periodInWords } from "../kernel/period-in-words.js";
import type { Text } from "../kernel/text.js";
import { pointerOf } from "./answer-head.js";
import type { CaseEvent } from "./log.js";

export interface CountedPeriod {
  /** JSON Pointer of the event from which it runs, and its day, itself not counted. */
  readonly event: string;
  readonly from: string;
  readonly period: Period;
  readonly says: Text;
  /** Years whose official arrangement is not known though it matters: with any, the day is provisional. */
  readonly provisional: readonly number[];
}

export function countedPeriod(end: PeriodEnd, from: CaseEvent): CountedPeriod {
  const { period, provisional } = end.counted;
  return { event: pointerOf(from), from: formatDate(from.occurredOn), period, says: periodInWords(end), provisional };
}

/** How a deadline was counted, in a sentence. */
import { formatDate, yearOf } from "./date.js";
import type { Counted, Period, PeriodEnd, Run } from "./period.js";
import type { Text } from "./text.js";
import { unitInWords } from "./units.js";

/** @example periodInWords(endOf({ amount: 7, unit: "working-days" }, from, calendar)).zh // 自 2023-09-25 次日起算 7 个工作日，至 2023-10-10（…） */
export function periodInWords({ last, counted }: PeriodEnd): Text {
  const from = formatDate(counted.from);
  const length = lengthOf(counted.period);
  const ends = endInWords(last, counted);
  const notes = notesOf(counted);
  const open = provisionInWords(counted.provisional);
  const rest = { zh: `，${ends.zh}${notes.zh}${open.zh}`, en: `, ${ends.en}${notes.en}${open.en}` };
  if (counted.period.unit === "calendar-years") {
    const year = yearOf(counted.from);
    return { zh: `自 ${year} 年年底起算 ${length.zh}${rest.zh}`, en: `${length.en} from the end of ${year}${rest.en}` };
  }
  return { zh: `自 ${from} 次日起算 ${length.zh}${rest.zh}`, en: `${length.en} from the day after ${from}${rest.en}` };
}

/** The word of a unit, as a pack writes it. */
const WORD_OF = {
  "working-days": "working-day",
  days: "day",
  months: "month",
  years: "year",
  "calendar-years": "calendar-year",
} as const;

function lengthOf({ amount, unit }: Period): Text {
  const word = unitInWords(WORD_OF[unit]);
  return { zh: `${amount} ${word.zh}`, en: `${amount} ${word.en}${amount === 1 ? "" : "s"}` };
}

function endInWords(lastDay: number, { moved, period }: Counted): Text {
  const last = formatDate(lastDay);
  if (moved === null) return { zh: `至 ${last}`, en: `to ${last}` };
  const due = formatDate(moved.from);
  const isHoliday = moved.because === "official-holiday";
  const s = period.amount === 1 ? "s" : "";
  return {
    zh: `期满日 ${due} ${isHoliday ? "放假" : "是周末"}，顺延至 ${last}`,
    en: `which end${s} on ${isHoliday ? "an official holiday" : "a weekend"}, ${due}, and so move${s} on to ${last}`,
  };
}

/** The days by which it differs from a week like any other. */
function notesOf({ holidays, workdays }: Counted): Text {
  const off = holidays.map(runInWords);
  const worked = workdays.map(formatDate);
  const zh: string[] = [];
  const en: string[] = [];
  if (off.length > 0) {
    const isOneDay = holidays.length === 1 && holidays[0]?.first === holidays[0]?.last;
    zh.push(`${off.map((run) => run.zh).join("、")} 放假`);
    en.push(`${off.map((run) => run.en).join(", ")} ${isOneDay ? "is an official holiday" : "are official holidays"}`);
  }
  if (worked.length > 0) {
    zh.push(`${worked.join("、")} 为调休上班日`);
    en.push(`${worked.join(", ")} ${worked.length === 1 ? "is a weekend day worked" : "are weekend days worked"}`);
  }
  return zh.length === 0 ? { zh: "", en: "" } : { zh: `（${zh.join("，")}）`, en: ` (${en.join(", ")})` };
}

function runInWords({ first, last }: Run): Text {
  const [from, to] = [formatDate(first), formatDate(last)];
  return first === last ? { zh: from, en: from } : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` };
}

function provisionInWords(years: readonly number[]): Text {
  if (years.length === 0) return { zh: "", en: "" };
  return {
    zh: `；${years.join("、")} 年的放假安排未知，暂按周一至周五上班、周末休息计，此日期为暂定`,
    en: `; provisional: the official arrangement of ${years.join(", ")} is not known, Monday to Friday are taken as worked and weekends as off`,
  };
}

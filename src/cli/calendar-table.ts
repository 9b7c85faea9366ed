/** Deadlines and duties as a table, one a row: the deadlines of the procedure by their days, then the duties. */
import type { OutColumn, OutRow } from "../files/tables/out-table.js";
import type { Language } from "./language.js";
import type { Dated } from "./page/calendar/dated.js";

export const CALENDAR_COLUMNS: readonly OutColumn[] = [
  { name: "kind", label: { zh: "类别", en: "kind" }, type: "text" },
  { name: "date", label: { zh: "日期", en: "date" }, type: "text" },
  { name: "applicant", label: { zh: "申报单位", en: "applicant" }, type: "text" },
  { name: "what", label: { zh: "事项", en: "what" }, type: "text" },
  { name: "status", label: { zh: "状态", en: "status" }, type: "text" },
  { name: "certain", label: { zh: "确定", en: "certain" }, type: "text" },
  { name: "provisional", label: { zh: "暂定，缺放假安排的年份", en: "provisional for want of years" }, type: "text" },
  { name: "countedFrom", label: { zh: "起算日", en: "counted from" }, type: "text" },
  { name: "countedFromLine", label: { zh: "起算事件所在行", en: "line it is counted from" }, type: "integer" },
  { name: "counted", label: { zh: "如何计算", en: "how it is counted" }, type: "text" },
  { name: "doneOn", label: { zh: "办理日期", en: "done on" }, type: "text" },
  { name: "doneLine", label: { zh: "办理事件所在行", en: "line of what was done" }, type: "integer" },
  { name: "rule", label: { zh: "规则", en: "rule" }, type: "text" },
  { name: "provision", label: { zh: "条款", en: "provision" }, type: "text" },
  { name: "quote", label: { zh: "条文原文", en: "quote" }, type: "text" },
  { name: "says", label: { zh: "说明", en: "in words" }, type: "text" },
];

export function* calendarRows({ calendar, log }: Dated, language: Language): Generator<OutRow> {
  const lineOf = (pointer: string | null) => (pointer === null ? null : log.lineOf(pointer));
  for (const { kind, date, applicant, activity, status, certain, counted, done, doneOn, ...rule } of calendar.deadlines) {
    // Those of duties come below, with the duties.
    if (rule.rule.startsWith("obligations/")) continue;
    const what = [kind, date, applicant, activity.label[language], status, String(certain)];
    yield [...what, ...countedCells(counted), doneOn, lineOf(done), ...ruleCells(rule)];
  }
  for (const { until, applicant, label, status, certain, counted, settledBy, settledOn, ...rule } of calendar.obligations) {
    const what = ["duty", until, applicant, label[language], status, String(certain)];
    yield [...what, ...countedCells(counted), settledOn, lineOf(settledBy), ...ruleCells(rule)];
  }

  function countedCells(counted: (typeof calendar.deadlines)[number]["counted"]): OutRow {
    if (counted === null) return [null, null, null, null];
    const { provisional, from, event, says } = counted;
    return [provisional.length === 0 ? null : provisional.join(" "), from, log.lineOf(event), says[language]];
  }

  function ruleCells({
    rule,
    provision,
    quote,
    says,
  }: Pick<(typeof calendar.deadlines)[number], "rule" | "provision" | "quote" | "says">): OutRow {
    return [rule, provision, quote, says[language]];
  }
}

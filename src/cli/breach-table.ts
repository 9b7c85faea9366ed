/** The breaches of an audit as a table, one a row. */
import type { OutColumn, OutRow } from "../files/tables/out-table.js";
import type { Language } from "./language.js";
import { type Audited, eventAt } from "./page/audit/audited.js";

export const BREACH_COLUMNS: readonly OutColumn[] = [
  { name: "number", label: { zh: "序号", en: "number" }, type: "integer" },
  { name: "certain", label: { zh: "确定", en: "certain" }, type: "text" },
  { name: "applicant", label: { zh: "申报单位", en: "applicant" }, type: "text" },
  { name: "activity", label: { zh: "步骤", en: "activity" }, type: "text" },
  { name: "occurredOn", label: { zh: "发生日期", en: "occurred on" }, type: "text" },
  { name: "by", label: { zh: "由谁办理", en: "by" }, type: "text" },
  { name: "line", label: { zh: "行", en: "line" }, type: "integer" },
  { name: "againstLine", label: { zh: "对照行", en: "against line" }, type: "integer" },
  { name: "kind", label: { zh: "类别", en: "kind" }, type: "text" },
  { name: "rule", label: { zh: "规则", en: "rule" }, type: "text" },
  { name: "provision", label: { zh: "条款", en: "provision" }, type: "text" },
  { name: "quote", label: { zh: "条文原文", en: "quote" }, type: "text" },
  { name: "says", label: { zh: "说明", en: "in words" }, type: "text" },
];

export function* breachRows({ audit, log }: Audited, language: Language): Generator<OutRow> {
  for (const [at, { certain, events, applicant, kind, rule, provision, quote, says }] of audit.breaches.entries()) {
    const [own = "", other] = events;
    const { activity, occurredOn, by } = eventAt(log, own);
    const against = other === undefined ? null : log.lineOf(other);
    const what = [at + 1, String(certain), applicant, activity, occurredOn, by, log.lineOf(own), against];
    yield [...what, kind, rule, provision, quote, says[language]];
  }
}

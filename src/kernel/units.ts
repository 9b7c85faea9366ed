/** Units that packs use, in words; another is said as the pack writes it. */
import type { Text } from "./model.js";

const UNITS: ReadonlyMap<string, Text> = new Map([
  ["year", { zh: "年", en: "year" }],
  ["calendar-year", { zh: "个日历年度", en: "calendar year" }],
  ["month", { zh: "个月", en: "month" }],
  ["day", { zh: "天", en: "day" }],
  ["working-day", { zh: "个工作日", en: "working day" }],
  ["award", { zh: "个", en: "award" }],
  ["applicant", { zh: "家", en: "applicant" }],
  ["fen", { zh: "分", en: "fen" }],
  ["sheet", { zh: "份", en: "sheet" }],
]);

export function unitInWords(unit: string): Text {
  return UNITS.get(unit) ?? { zh: unit, en: unit };
}

/** What an audit comes to, in a few lines. */
import type { AuditResult } from "../../../procedure/audit.js";
import { block, type Screen, say } from "../../screen.js";
import { count } from "../../tally.js";
import { caseLines } from "../case-head.js";
import type { Sheet } from "../sheet.js";
import { type Audited, countsOf } from "./audited.js";

/** What there is, of which award, as of which day, and of which log. */
export function headSection(sheet: Sheet, { audit, log }: Audited): readonly string[] {
  return [...outcomeLines(sheet.screen, audit), ...caseLines(sheet, audit, log.name)];
}

/** Where no page says it: the outcome, and how much was recorded late. */
export function auditInWords(screen: Screen, { audit }: Audited): readonly string[] {
  const late = audit.recordedLate.length;
  const words = { zh: `事后录入 ${count(late)} 个事件`, en: `recorded late: ${some(late, "event")}` };
  return [...outcomeLines(screen, audit), ...(late === 0 ? [] : block(screen, 2, say(screen, words)))];
}

function outcomeLines(screen: Screen, audit: AuditResult): readonly string[] {
  const { paint } = screen;
  const { certain, uncertain } = countsOf(audit);
  const [mark, style] = certain > 0 ? ["✗", paint.red] : uncertain > 0 ? ["?", paint.yellow] : ["✓", paint.green];
  const found = certain + uncertain;
  const doubt = { zh: `，其中 ${count(uncertain)} 处尚不能确定`, en: `, ${count(uncertain)} of them not certain` };
  const words = {
    zh: `${found === 0 ? "未发现不合程序之处" : `不合程序 ${count(found)} 处${uncertain === 0 ? "" : doubt.zh}`} · 共 ${count(audit.events)} 个事件`,
    en: `${found === 0 ? "no breach" : `${some(found, "breach", "es")}${uncertain === 0 ? "" : doubt.en}`} · ${some(audit.events, "event")}`,
  };
  const bold = (line: string) => paint.bold(style(line));
  return block(screen, 2, say(screen, words), { first: bold(`${mark} `), style: bold });
}

function some(number: number, word: string, plural = "s"): string {
  return `${count(number)} ${word}${number === 1 ? "" : plural}`;
}

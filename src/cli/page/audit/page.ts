/** An audit as a page to read: what there is first, then each breach by its provision, then what was recorded late. */
import type { Award } from "../../../kernel/award.js";
import type { Breach } from "../../../procedure/audit.js";
import { block, heading, type Screen, say } from "../../screen.js";
import { allVisible } from "../../visible.js";
import { caseFoot, readingLines } from "../case-head.js";
import { lawLines } from "../select/lines.js";
import { type Sheet, sheetOf } from "../sheet.js";
import { type Audited, eventAt } from "./audited.js";
import { headSection } from "./head.js";

/** Lines without line ends, made as they are asked for: there may be millions. */
export function* auditPage(screen: Screen, award: Award, audited: Audited): Generator<string> {
  const sheet = sheetOf(screen, award);
  yield* headSection(sheet, audited);
  yield* readingLines(sheet, audited.audit);
  yield* breachesSection(sheet, audited);
  yield* lateSection(sheet, audited);
  yield* caseFoot(sheet, audited.audit);
}

function* breachesSection(sheet: Sheet, { audit: { breaches }, log }: Audited): Generator<string> {
  if (breaches.length === 0) return;
  const { screen } = sheet;
  yield* heading(screen, { zh: "不合程序之处", en: "Breaches" });
  const width = String(breaches.length).length;
  for (const [at, breach] of breaches.entries()) {
    const number = String(at + 1).padStart(width);
    const mark = breach.certain ? screen.paint.red("✗") : screen.paint.yellow("?");
    const indent = width + 5;
    yield* block(screen, indent, allVisible(say(screen, breach.says)), { first: `  ${number} ${mark} ` });
    yield* lawLines(sheet, indent, breach);
    yield* block(screen, indent, `${linesOf(screen, breach, log)} · ${breach.rule}`, { style: screen.paint.dim });
  }
}

/** The line of the event that is wrong, and of the one it is held against. */
function linesOf(screen: Screen, { events }: Breach, { lineOf }: Audited["log"]): string {
  const [own, other] = events.map(lineOf);
  if (other === undefined) return say(screen, { zh: `第 ${own} 行`, en: `line ${own}` });
  return say(screen, { zh: `第 ${own} 行，对照第 ${other} 行`, en: `line ${own}, against line ${other}` });
}

function* lateSection({ screen, award }: Sheet, { audit: { recordedLate }, log }: Audited): Generator<string> {
  if (recordedLate.length === 0) return;
  yield* heading(screen, { zh: "事后录入", en: "Recorded late" });
  const labels = new Map(award.files.procedure?.activities.map(({ name, label }) => [name, say(screen, label)]));
  for (const { event, occurredOn, recordedOn } of recordedLate) {
    const { activity, applicant } = eventAt(log, event);
    const whose = applicant === undefined ? "" : `${allVisible(String(applicant).trim())} `;
    const [what, line] = [`${whose}${labels.get(activity) ?? activity}`, log.lineOf(event)];
    const words = {
      zh: `${what}：${occurredOn} 发生，${recordedOn} 录入（第 ${line} 行）`,
      en: `${what}: happened on ${occurredOn}, recorded on ${recordedOn} (line ${line})`,
    };
    yield* block(screen, 4, say(screen, words), { first: `  ${screen.paint.yellow("!")} ` });
  }
}

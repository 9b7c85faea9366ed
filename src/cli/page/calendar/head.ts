/** What a calendar comes to, in a line. */
import type { Award } from "../../../kernel/award.js";
import { block, type Screen, say } from "../../screen.js";
import { count } from "../../tally.js";
import { type Calendar, overdueOf, partOf } from "./dated.js";

export function calendarInWords(screen: Screen, award: Award, calendar: Calendar): readonly string[] {
  const { paint } = screen;
  const overdue = overdueOf(award, calendar);
  const certain = overdue.filter((deadline) => deadline.certain).length;
  const running = calendar.deadlines.filter((deadline) => partOf(award, deadline) === "running").length;
  const [mark, style] = certain > 0 ? ["✗", paint.red] : overdue.length > 0 ? ["?", paint.yellow] : ["✓", paint.green];
  const unsure = overdue.length - certain;
  const doubt = { zh: `，其中 ${count(unsure)} 项尚不能确定`, en: `, ${count(unsure)} of them not certain` };
  const late =
    overdue.length === 0
      ? { zh: "没有逾期", en: "nothing overdue" }
      : { zh: `逾期 ${count(overdue.length)} 项`, en: `${count(overdue.length)} overdue` };
  const words = {
    zh: `${late.zh}${unsure === 0 ? "" : doubt.zh} · 未到期 ${count(running)} 项`,
    en: `${late.en}${unsure === 0 ? "" : doubt.en} · ${count(running)} running`,
  };
  const bold = (line: string) => paint.bold(style(line));
  return block(screen, 2, say(screen, words), { first: bold(`${mark} `), style: bold });
}

/** Deadlines and duties as a page for who has to see to them: what is overdue, what runs, then what else there is. */
import type { Award } from "../../../kernel/award.js";
import type { Text } from "../../../kernel/model.js";
import type { Deadline } from "../../../procedure/deadlines.js";
import { block, heading, type Screen, say } from "../../screen.js";
import { count } from "../../tally.js";
import { caseFoot, caseLines, readingLines } from "../case-head.js";
import { lawLines } from "../select/lines.js";
import { type Sheet, sheetOf } from "../sheet.js";
import { whose } from "../whose.js";
import { type Dated, type Part, partOf } from "./dated.js";
import { dutiesSection } from "./duties.js";
import { calendarInWords } from "./head.js";

/** @param isWhole with what was kept, too. @returns lines without line ends */
export function* calendarPage(screen: Screen, award: Award, dated: Dated, isWhole: boolean): Generator<string> {
  const sheet = sheetOf(screen, award);
  const { calendar, log } = dated;
  yield* calendarInWords(screen, award, calendar);
  yield* caseLines(sheet, calendar, log.name);
  yield* readingLines(sheet, calendar);
  for (const part of isWhole ? PARTS : PARTS.filter((one) => one !== "kept")) yield* section(sheet, dated, part);
  yield* dutiesSection(sheet, calendar, isWhole);
  if (!isWhole) yield* keptInShort(sheet, dated);
  yield* caseFoot(sheet, calendar);
}

const PARTS: readonly Part[] = ["overdue", "running", "broken", "closed", "kept"];

const TITLES: Readonly<Record<Part, Text>> = {
  overdue: { zh: "逾期", en: "Overdue" },
  running: { zh: "未到期", en: "Running" },
  broken: { zh: "未按期办理", en: "Done, but not in time" },
  closed: { zh: "已截止", en: "Closed" },
  kept: { zh: "已按期办理", en: "Done in time" },
};

function* section(sheet: Sheet, { calendar, log }: Dated, part: Part): Generator<string> {
  const { screen, award } = sheet;
  const own = calendar.deadlines.filter((deadline) => partOf(award, deadline) === part);
  if (own.length === 0) return;
  yield* heading(screen, TITLES[part]);
  for (const deadline of own) {
    const { date, says, counted, rule, done, doneOn } = deadline;
    const what = `${date} ${whose(screen, deadline.applicant)}${say(screen, inWords(deadline))}`;
    yield* block(screen, 4, what, { first: `  ${markOf(screen, part, deadline.certain)} ` });
    yield* block(screen, 6, say(screen, says), { first: " ".repeat(6) });
    if (counted !== null) yield* block(screen, 6, say(screen, counted.says), { style: screen.paint.dim });
    yield* doubtLines(screen, deadline);
    if (done !== null) {
      const words = { zh: `${doneOn} 办理（第 ${log.lineOf(done)} 行）`, en: `done on ${doneOn} (line ${log.lineOf(done)})` };
      yield* block(screen, 6, say(screen, words));
    }
    yield* lawLines(sheet, 6, deadline);
    yield* block(screen, 6, rule, { style: screen.paint.dim });
  }
}

function markOf({ paint }: Screen, part: Part, isCertain: boolean): string {
  if (!isCertain) return paint.yellow("?");
  if (part === "overdue" || part === "broken") return paint.red("✗");
  return part === "kept" ? paint.green("✓") : "·";
}

function inWords({ kind, activity: { label } }: Deadline): Text {
  return kind === "not-after"
    ? { zh: `最迟${label.zh}`, en: `${label.en}, at the latest` }
    : { zh: `最早${label.zh}`, en: `${label.en}, at the earliest` };
}

/** Why a day or what became of it is not certain. */
function doubtLines(screen: Screen, { certain, counted }: Deadline): readonly string[] {
  if (certain) return [];
  const years = (counted?.provisional ?? []).join(say(screen, { zh: "、", en: ", " }));
  const why =
    years === ""
      ? { zh: "尚不能确定：有一项事实不明", en: "not certain: a fact is not known" }
      : { zh: `暂定：${years} 年的放假安排尚不知道`, en: `provisional: the official calendar of ${years} is not known` };
  return block(screen, 6, say(screen, why), { style: screen.paint.yellow });
}

function keptInShort({ screen, award }: Sheet, { calendar }: Dated): readonly string[] {
  const kept = calendar.deadlines.filter((deadline) => partOf(award, deadline) === "kept").length;
  if (kept === 0) return [];
  const words = { zh: `已按期办理 ${count(kept)} 项：加 --all 列出`, en: `${count(kept)} done in time: --all lists them` };
  return ["", ...block(screen, 2, say(screen, words), { style: screen.paint.dim })];
}

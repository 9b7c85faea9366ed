/** The next steps as a page: who stands where, what may be done, and what bars the rest. */
import type { Award } from "../../../kernel/award.js";
import type { Named, Text } from "../../../kernel/model.js";
import type { NextStep, Standing } from "../../../procedure/next.js";
import { block, type Screen, say } from "../../screen.js";
import { count } from "../../tally.js";
import { allVisible } from "../../visible.js";
import { caseFoot, caseLines, readingLines } from "../case-head.js";
import { lawLines } from "../select/lines.js";
import { type Sheet, sheetOf } from "../sheet.js";
import { type Alike, alike, firstTime, type NextAtHand } from "./standings.js";

/** @param isWhole with steps that may be taken again, and all that are barred. @returns lines without line ends */
export function* nextPage(screen: Screen, award: Award, at: NextAtHand, isWhole: boolean): Generator<string> {
  const sheet = sheetOf(screen, award);
  yield* headLines(sheet, at);
  const rules = rulesOf(award);
  for (const group of alike(at.standings)) {
    const { standing } = group;
    const steps = isWhole ? standing.steps : firstTime(standing);
    yield* whoLines(screen, group, at);
    for (const step of steps) yield* stepLines(sheet, step);
    for (const { activity, evidence } of standing.lacking) {
      const words = {
        zh: `${activity.label.zh}缺少${labels(evidence).zh}`,
        en: `${activity.label.en} lacks ${labels(evidence).en}`,
      };
      yield* block(screen, 4, say(screen, words), { first: `  ${screen.paint.yellow("!")} ` });
    }
    const { barred } = standing;
    for (const { activity, rules: by } of isWhole ? barred : barred.slice(0, 1)) {
      const why = by.map((rule) => say(screen, rules.get(rule) ?? { zh: rule, en: rule }));
      const words = {
        zh: `${activity.label.zh}还不能办：${why.join("；")}`,
        en: `${activity.label.en}, not yet: ${why.join("; ")}`,
      };
      yield* block(screen, 4, say(screen, words), { first: `  ${screen.paint.red("✗")} ` });
    }
    if (!isWhole) yield* leftOut(screen, standing);
  }
  yield* caseFoot(sheet, at.result);
}

function* headLines(sheet: Sheet, { result, standings, log }: NextAtHand): Generator<string> {
  const { screen } = sheet;
  const possible = standings.reduce((sum, standing) => sum + firstTime(standing).length, 0);
  const words = {
    zh: `现在可以办的步骤 ${count(possible)} 项`,
    en: `${count(possible)} ${possible === 1 ? "step" : "steps"} that may be taken`,
  };
  yield* block(screen, 2, say(screen, words), { first: "· ", style: screen.paint.bold });
  yield* caseLines(sheet, result, log.name);
  yield* readingLines(sheet, result);
}

function whoLines(screen: Screen, { applicants, standing: { reached } }: Alike, { log }: NextAtHand): readonly string[] {
  const names = applicants === null ? [say(screen, { zh: "整届评审", en: "The edition" })] : applicants.map(allVisible);
  const who = names.join(say(screen, { zh: "、", en: ", " }));
  const lines = ["", ...block(screen, 0, who, { style: screen.paint.bold })];
  return [...lines, ...block(screen, 2, say(screen, reachedInWords()), { style: screen.paint.dim })];

  function reachedInWords(): Text {
    if (reached === null) return { zh: "什么都还没有办", en: "nothing done yet" };
    const { activity, occurredOn, event } = reached;
    // Of several, the day and the line are each one's own.
    if (names.length > 1) return { zh: `已到：${activity.label.zh}`, en: `reached: ${activity.label.en}` };
    return {
      zh: `已到：${activity.label.zh}（${occurredOn}，第 ${log.lineOf(event)} 行）`,
      en: `reached: ${activity.label.en} on ${occurredOn} (line ${log.lineOf(event)})`,
    };
  }
}

function* stepLines(sheet: Sheet, step: NextStep): Generator<string> {
  const { screen } = sheet;
  const { paint } = screen;
  const { activity, again, by, evidence, provisional, provided, limits } = step;
  const more = again ? { zh: "（再次）", en: " (again)" } : { zh: "", en: "" };
  const first = {
    zh: `${activity.label.zh}${more.zh}：${spanOf(step).zh}`,
    en: `${activity.label.en}${more.en}: ${spanOf(step).en}`,
  };
  yield* block(screen, 4, say(screen, first), { first: `  ${paint.green("→")} ` });
  const needs =
    evidence.length === 0 ? { zh: "", en: "" } : { zh: `，须有${labels(evidence).zh}`, en: `, with ${labels(evidence).en}` };
  const who = { zh: `由${labels(by).zh}办理${needs.zh}`, en: `by ${labels(by).en}${needs.en}` };
  yield* block(screen, 6, say(screen, who));
  for (const { says } of provided) {
    yield* block(screen, 6, say(screen, { zh: `还须：${says.zh}`, en: `provided: ${says.en}` }), { style: paint.yellow });
  }
  if (provisional.length > 0) {
    const years = provisional.join(say(screen, { zh: "、", en: ", " }));
    const words = {
      zh: `暂定：${years} 年的放假安排尚不知道`,
      en: `provisional: the official calendar of ${years} is not known`,
    };
    yield* block(screen, 6, say(screen, words), { style: paint.yellow });
  }
  yield* lawLines(sheet, 6, step);
  if (limits.length > 0) yield* block(screen, 6, limits.join(" · "), { style: paint.dim });
}

function spanOf({ from, until }: NextStep): Text {
  return until === null
    ? { zh: `${from} 起`, en: `from ${from}` }
    : { zh: `${from} 起，至 ${until}`, en: `from ${from} to ${until}` };
}

function labels(named: readonly Named[]): Text {
  return { zh: named.map(({ label }) => label.zh).join("、"), en: named.map(({ label }) => label.en).join(", ") };
}

function leftOut(screen: Screen, standing: Standing): readonly string[] {
  const again = standing.steps.length - firstTime(standing).length;
  const barred = Math.max(0, standing.barred.length - 1);
  const parts = [
    ...(again === 0 ? [] : [{ zh: `可以再办的 ${count(again)} 项`, en: `${count(again)} that may be taken again` }]),
    ...(barred === 0 ? [] : [{ zh: `还不能办的另有 ${count(barred)} 项`, en: `${count(barred)} more barred` }]),
  ];
  if (parts.length === 0) return [];
  const words = {
    zh: `${parts.map(({ zh }) => zh).join("，")}：加 --all 列出`,
    en: `${parts.map(({ en }) => en).join(", ")}: --all lists them`,
  };
  return block(screen, 4, say(screen, words), { style: screen.paint.dim });
}

/** What a constraint, or an activity itself, asks. */
function rulesOf({ files: { procedure } }: Award): ReadonlyMap<string, Text> {
  return new Map([
    ...(procedure?.constraints ?? []).map(({ name, says }) => [`procedure/${name}`, says] as const),
    ...(procedure?.activities ?? []).map(({ name, label }) => [`procedure/activities/${name}`, label] as const),
  ]);
}

/** A replay in words: every line that is not the same in all respects, and what it came to. */
import type { Replay } from "../../audit/replay.js";
import { show } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { exitCodeOf, outcomesOf, type ReplayCounts } from "../replay-tally.js";
import { block, heading, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { allVisible } from "../visible.js";

/** A kept line that was replayed, and whose question it is. */
export interface Replayed {
  /** From 1. */
  readonly line: number;
  /** Of the question, where they can be read. */
  readonly decision: string | null;
  readonly id: string | null;
  readonly replay: Replay;
}

/** Differences of one line that are told in words; JSON has more. */
const TOLD = 20;

export function replayedLines(screen: Screen, file: string, replayed: Replayed): readonly string[] {
  const { line, decision, id, replay } = allVisible(replayed);
  const zh = screen.language === "zh";
  const { paint } = screen;
  const isSame = "same" in replay && replay.same;
  const what = [decision, id].filter((part) => part !== null).join(" ");
  const other = outcomesOf(replay) === null ? "" : ` · ${paint.red(say(screen, OTHER_OUTCOME))}`;
  const head = `${isSame ? paint.yellow("!") : paint.red("✗")} ${paint.bold(`${file}:${line}`)}${what === "" ? "" : ` ${what}`}${other}`;
  const below = (pointer: string, says: Text) =>
    block(screen, 4, `${pointer}${pointer === "" ? "" : zh ? "：" : ": "}${say(screen, says)}`);
  const lines = [head, ...replay.grounds.flatMap(({ pointer, says }) => below(pointer, says))];
  if ("problem" in replay) {
    const { problem } = replay;
    lines.push(...below(problem.pointer, problem.says));
    if (!("errors" in problem)) return lines;
    const at = problem.code === "refused" ? "/question" : "";
    const told = problem.errors.slice(0, TOLD).flatMap(({ pointer, message }) => below(at + pointer, message));
    return [...lines, ...told, ...moreLines(screen, problem.errors.length - TOLD)];
  }
  if (replay.same) return [...lines, ...below("/answer", SAME)];
  const told = replay.differences.slice(0, TOLD).flatMap(({ pointer, says }) => below(pointer, says));
  return [...lines, ...told, ...moreLines(screen, replay.differences.length - TOLD + replay.more)];
}

/** `edition.ndjson:5 eligibility unit-5: eligible → ineligible`; `null` where the outcome is the same. */
export function otherOutcomeLine(screen: Screen, file: string, replayed: Replayed): string | null {
  const { line, decision, id, replay } = allVisible(replayed);
  const outcomes = outcomesOf(replay);
  if (outcomes === null) return null;
  const what = [`${file}:${line}`, decision, id].filter((part) => part !== null).join(" ");
  const kept = typeof outcomes.kept === "string" ? outcomes.kept : show(outcomes.kept);
  return `  ${what}${screen.language === "zh" ? "：" : ": "}${kept} → ${outcomes.now}`;
}

/** The lines with another outcome once more, told apart from those that are only worded otherwise. @param more those beyond them */
export function otherOutcomesSection(screen: Screen, lines: readonly string[], more: number): readonly string[] {
  const rest = { zh: `  另有 ${count(more)} 项`, en: `  ${count(more)} more` };
  return [...heading(screen, OTHER_OUTCOME), ...lines, ...(more > 0 ? [screen.paint.dim(say(screen, rest))] : []), ""];
}

const OTHER_OUTCOME: Text = { zh: "结论不同", en: "another outcome" };

const SAME: Text = { zh: "判定相同", en: "the same" };

function moreLines({ language, paint }: Screen, left: number): readonly string[] {
  if (left <= 0) return [];
  const text = language === "zh" ? `另有 ${count(left)} 处：见 --format json` : `${count(left)} more: see --format json`;
  return [paint.dim(`    ${text}`)];
}

/** `✓ 71 kept decisions, all the same` */
export function replaySummary({ language, paint }: Screen, counts: ReplayCounts): string {
  const zh = language === "zh";
  if (counts.lines === 0) return `${paint.red("✗")} ${zh ? "没有留存的判定：请检查输入" : "no kept decision: check the input"}`;
  const { lines, otherGrounds, different, otherOutcome, undecidable, bad } = counts;
  const all = zh ? `留存的判定 ${count(lines)} 项` : `${count(lines)} kept ${lines === 1 ? "decision" : "decisions"}`;
  if (exitCodeOf(counts) === 0) return `${paint.green("✓")} ${all}${zh ? "，全部相同" : ", all the same"}`;
  const ofThem = otherOutcome === 0 ? "none" : count(otherOutcome);
  const parts: readonly (readonly [number, Text])[] = [
    [
      different,
      {
        zh: `判定不同 ${count(different)}，其中结论不同 ${count(otherOutcome)}`,
        en: `${count(different)} answered otherwise, ${ofThem} of them with another outcome`,
      },
    ],
    [
      otherGrounds,
      {
        zh: `判定相同而规则包、内核或问题不同 ${count(otherGrounds)}`,
        en: `${count(otherGrounds)} answered the same though pack, kernel or question is another`,
      },
    ],
    [undecidable, { zh: `无法重新判定 ${count(undecidable)}`, en: `${count(undecidable)} that cannot be decided again` }],
    [bad, { zh: `不是留存的判定 ${count(bad)}`, en: `${count(bad)} ${bad === 1 ? "that is none" : "that are none"}` }],
  ];
  const told = parts.filter(([number]) => number > 0).map(([, words]) => (zh ? words.zh : words.en));
  return `${paint.red("✗")} ${all}${zh ? "：" : ": "}${told.join(zh ? "，" : ", ")}`;
}

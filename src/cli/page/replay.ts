/** A replay in words: every line that is not the same in all respects, and what it came to. */
import type { Replay } from "../../audit/replay.js";
import type { Text } from "../../kernel/model.js";
import { exitCodeOf, type ReplayCounts } from "../replay-tally.js";
import { block, type Screen, say } from "../screen.js";
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
  const head = `${isSame ? paint.yellow("!") : paint.red("✗")} ${paint.bold(`${file}:${line}`)}${what === "" ? "" : ` ${what}`}`;
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
  const { lines, otherGrounds, different, undecidable, bad } = counts;
  const all = zh ? `留存的判定 ${count(lines)} 项` : `${count(lines)} kept ${lines === 1 ? "decision" : "decisions"}`;
  if (exitCodeOf(counts) === 0) return `${paint.green("✓")} ${all}${zh ? "，全部相同" : ", all the same"}`;
  const parts = [
    [different, "判定不同 ", " answered otherwise"],
    [otherGrounds, "判定相同而规则包、内核或问题不同 ", " answered the same though pack, kernel or question is another"],
    [undecidable, "无法重新判定 ", " that cannot be decided again"],
    [bad, "不是留存的判定 ", zh ? "" : bad === 1 ? " that is none" : " that are none"],
  ] as const;
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, before, after]) => (zh ? `${before}${count(number)}` : `${count(number)}${after}`));
  return `${paint.red("✗")} ${all}${zh ? "：" : ": "}${told.join(zh ? "，" : ", ")}`;
}

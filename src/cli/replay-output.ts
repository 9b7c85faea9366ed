/** Where a replay is told: as it comes, or, on a terminal with a bar on it, the first of it at the end. */
import type { LineWriter } from "./line-writer.js";
import { otherOutcomeLine, otherOutcomesSection, type Replayed, replayedLines, replaySummary } from "./page/replay.js";
import type { ReplayCounts } from "./replay-tally.js";
import type { Screen } from "./screen.js";
import { count } from "./tally.js";

export interface ReplayOutput {
  /** A line that is not the same in all respects. */
  tell(replayed: Replayed): Promise<void>;
  end(counts: ReplayCounts): Promise<void>;
}

/** Lines told on a terminal. */
const FIRST = 50;

/** @param isTerminal whether the bar stands where the text is to stand */
export function replayInWords(writer: LineWriter, screen: Screen, file: string, isTerminal: boolean): ReplayOutput {
  const held: string[] = [];
  const otherOutcomes: string[] = [];
  let told = 0;
  return {
    async tell(replayed) {
      told += 1;
      const other = otherOutcomes.length < FIRST ? otherOutcomeLine(screen, file, replayed) : null;
      if (other !== null) otherOutcomes.push(other);
      if (isTerminal && told > FIRST) return;
      const lines = replayedLines(screen, file, replayed);
      if (isTerminal) held.push(...lines);
      else await writer.write(lines.join("\n"));
    },
    async end(counts) {
      for (const line of held) await writer.write(line);
      if (isTerminal && told > FIRST) await writer.write(screen.paint.dim(more(screen, told - FIRST)));
      const isAmongOthers = counts.otherOutcome > 0 && counts.otherOutcome < counts.different;
      const again = isAmongOthers ? otherOutcomesSection(screen, otherOutcomes, counts.otherOutcome - otherOutcomes.length) : [];
      for (const line of again) await writer.write(line);
      await writer.write(replaySummary(screen, counts));
      await writer.end();
    },
  };
}

/** One JSON document: what is not the same, a line each, then the numbers. */
export function replayAsJson(writer: LineWriter): ReplayOutput {
  let before = '{"told":[\n';
  return {
    async tell({ line, decision, id, replay }) {
      await writer.write(`${before}${JSON.stringify({ line, decision, id, ...replay })}`);
      before = ",";
    },
    async end(counts) {
      const opening = before === "," ? "" : before;
      await writer.write(`${opening}],${JSON.stringify(counts).slice(1)}`);
      await writer.end();
    },
  };
}

function more({ language }: Screen, left: number): string {
  return language === "zh"
    ? `另有 ${count(left)} 行：把输出写入文件即可全部列出`
    : `${count(left)} more lines: all of them where the output is written to a file`;
}

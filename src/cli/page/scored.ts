/** What a file of score sheets came to, in a few lines. */
import type { Text } from "../../kernel/model.js";
import { block, type Screen, say } from "../screen.js";
import { count } from "../tally.js";

export interface Scored {
  readonly sheets: number;
  readonly incomplete: number;
  readonly applicants: number;
  readonly faults: number;
  readonly faultsFile: string | undefined;
  /** How the sheets of an applicant became one score, where that is to be told here. */
  readonly method: Text | null;
  /** Headings of columns that were not read. */
  readonly unread: readonly string[];
}

export function scoredInWords(screen: Screen, scored: Scored): readonly string[] {
  const { paint } = screen;
  const zh = screen.language === "zh";
  const [sheets, applicants, incomplete] = [count(scored.sheets), count(scored.applicants), count(scored.incomplete)];
  const some = (number: number, word: string) => `${count(number)} ${word}${number === 1 ? "" : "s"}`;
  const named = scored.unread.filter((one) => one.trim() !== "");
  const told = scored.faultsFile === undefined ? "" : zh ? `，见 ${scored.faultsFile}` : `: see ${scored.faultsFile}`;
  const faults = zh ? `${count(scored.faults)} 处有误，未按零分计` : `${some(scored.faults, "fault")}, not counted as zero`;
  return [
    paint.bold(
      zh
        ? `${applicants} 家单位，${sheets} 份评分`
        : `${some(scored.sheets, "sheet")} of ${some(scored.applicants, "applicant")}`,
    ) + (scored.incomplete === 0 ? "" : zh ? `，其中 ${incomplete} 份缺项` : `, ${incomplete} of them incomplete`),
    ...(scored.method === null ? [] : block(screen, 2, say(screen, scored.method))),
    ...(scored.faults === 0 ? [] : [`  ${paint.red("!")} ${faults}${told}`]),
    ...(named.length === 0
      ? []
      : block(screen, 2, zh ? `未读的列：${named.join("、")}` : `columns not read: ${named.join(", ")}`)),
  ];
}

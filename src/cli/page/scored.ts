/** What a file of score sheets came to, in a few lines. */
import type { Text } from "../../kernel/model.js";
import { block, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { allVisible } from "../visible.js";

export interface Scored {
  readonly sheets: number;
  readonly incomplete: number;
  readonly applicants: number;
  readonly faults: number;
  /** Rows, and those of them that do not tell whose sheet they are. */
  readonly refused: number;
  readonly unknown: number;
  /** Applicants at a stage who have too few sheets for points. */
  readonly tooFew: number;
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
  const named = allVisible(scored.unread).filter((one) => one.trim() !== "");
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
    ...refusedLines(screen, scored),
    ...(scored.tooFew === 0 ? [] : marked(screen, say(screen, tooFewInWords(scored.tooFew)))),
    ...(named.length === 0
      ? []
      : block(screen, 2, zh ? `未读的列：${named.join("、")}` : `columns not read: ${named.join(", ")}`)),
  ];
}

/** A rank that such rows leave open is no rank to rely on. */
function refusedLines(screen: Screen, { refused, unknown }: Scored): readonly string[] {
  if (refused === 0) return [];
  const [rows, those] = [count(refused), count(unknown)];
  const zh = unknown === 0 ? "所涉单位的得分和名次未定" : `其中 ${those} 行读不出单位，所在阶段的得分和名次均未定`;
  const en =
    unknown === 0
      ? "points and ranks of their applicants are open"
      : `${those} of them of no applicant that can be read: every rank of the stage is open`;
  return marked(
    screen,
    say(screen, { zh: `${rows} 行未计，${zh}`, en: `${rows} row${refused === 1 ? "" : "s"} refused, ${en}` }),
  );
}

function tooFewInWords(number: number): Text {
  const applicants = count(number);
  return {
    zh: `${applicants} 家单位份数不足，没有得分`,
    en: `${applicants} without points: too few sheets for the way they are put together`,
  };
}

function marked(screen: Screen, text: string): readonly string[] {
  return block(screen, 4, text, { first: `  ${screen.paint.red("!")} ` });
}

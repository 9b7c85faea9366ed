/** What a batch came to: how many lines, how many of each outcome, and the first of those that were refused. */
import type { LineAnswer } from "../files/batch.js";
import type { Award } from "../kernel/award.js";
import type { Failure } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { UNDETERMINED } from "../kernel/outcome.js";
import { outcomeLabel, outcomeMark } from "./page/outcome.js";
import { columns, sheetOf } from "./page/sheet.js";
import { block, type Screen, say } from "./screen.js";
import { allVisible } from "./visible.js";

/** Refused lines told on standard error; the output tells all of them. */
const REFUSALS_TOLD = 5;

export class Tally {
  lines = 0;
  errors = 0;
  readonly outcomes = new Map<string, number>();
  readonly refused: { readonly line: number; readonly error: Failure }[] = [];

  add(answer: LineAnswer): void {
    this.lines += 1;
    if ("decision" in answer) {
      const { outcome } = answer.decision;
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
      return;
    }
    this.errors += 1;
    const [error] = answer.errors;
    if (error !== undefined && this.refused.length < REFUSALS_TOLD) this.refused.push({ line: answer.line, error });
  }
}

/** How a batch ended: at its last line, or before it. */
export type End = "complete" | "reader-left" | "interrupted";

const ENDS: Readonly<Record<End, Text>> = {
  complete: { zh: "", en: "" },
  "reader-left": { zh: "，读取输出的一方提前结束", en: ", then the reader of the output left" },
  interrupted: { zh: "，中途被打断", en: ", then interrupted" },
};

export function summary(screen: Screen, award: Award, decision: string, tally: Tally, end: End): readonly string[] {
  const { paint } = screen;
  const zh = screen.language === "zh";
  const sheet = sheetOf(screen, award);
  const declared = award.files.pack.decisions.find(({ name }) => name === decision)?.outcomes ?? [];
  const outcomes = [...declared.map(({ name }) => name).reverse(), UNDETERMINED];
  const rows = outcomes.map((outcome) => {
    const { mark, style } = outcomeMark(sheet, decision, outcome);
    return [`  ${style(mark)} ${outcomeLabel(sheet, decision, outcome)}`, count(tally.outcomes.get(outcome) ?? 0)];
  });
  const errors = [`  ${paint.red("!")} ${zh ? "未作判定，有错误" : "errors, not decided"}`, count(tally.errors)];
  const answered = zh ? `共 ${count(tally.lines)} 行` : `${count(tally.lines)} ${tally.lines === 1 ? "line" : "lines"}`;
  return [
    paint.bold(answered) + say(screen, ENDS[end]),
    ...columns(alignedRight([...rows, errors])),
    ...allVisible(tally.refused).flatMap(({ line, error }) => {
      const place = `${zh ? `第 ${line} 行` : `line ${line}`}${error.pointer === "" ? "" : ` ${error.pointer}`}`;
      return block(screen, 4, `${paint.bold(place)}${zh ? "：" : ": "}${say(screen, error.message)}`);
    }),
    ...(tally.errors > tally.refused.length
      ? [paint.dim(zh ? "    其余错误见输出中带 errors 的行" : "    the others stand in the output, on the lines with `errors`")]
      : []),
  ];
}

/** Thousands apart. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function alignedRight(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((row) => (row[1] ?? "").length));
  return rows.map(([label = "", number = ""]) => [label, number.padStart(width)]);
}

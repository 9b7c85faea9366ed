/** A table as wide as the screen: long names take several lines, and what there is no room for is named below. */
import type { Text } from "../../kernel/model.js";
import { block, type Screen, say } from "../screen.js";
import { fold, widthOf } from "../width.js";

export interface Heading {
  readonly label: Text;
  /** Numbers stand to the right, and are never cut. */
  readonly isNumber: boolean;
  /** Whether the table does without it where there is no room, the last such column first. */
  readonly isSpare?: boolean;
}

const INDENT = 2;
const GAP = 2;
/** To which texts are narrowed before a column is left out, and after. */
const NARROW = 20;
const NARROWEST = 2;

/** @param rows cells of each, as there are headings */
export function table(screen: Screen, headings: readonly Heading[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [headings.map(({ label }) => say(screen, label)), ...rows];
  const natural = headings.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ""))));
  const shown = columnsShown(headings, natural, screen.width);
  const widths = fitted(headings, natural, shown, screen.width);
  const lines = all.flatMap((row, index) => {
    const own = rowLines(row, headings, shown, widths);
    return index === 0 ? own.map(screen.paint.dim) : own;
  });
  const left = headings.filter((_, at) => !shown.includes(at)).map(({ label }) => say(screen, label));
  return left.length === 0 ? lines : [...lines, ...leftOut(screen, left)];
}

/** Places of the columns for which there is room. */
function columnsShown(headings: readonly Heading[], natural: readonly number[], width: number): readonly number[] {
  let shown = headings.map((_, at) => at);
  const least = (at: number) => (headings[at]?.isNumber ? (natural[at] as number) : Math.min(natural[at] as number, NARROW));
  for (;;) {
    const last = shown.findLast((at) => headings[at]?.isSpare === true);
    if (last === undefined || total(shown.map(least)) <= width) return shown;
    shown = shown.filter((at) => at !== last);
  }
}

/** Widths of all columns; of texts the widest is narrowed until the line fits. */
function fitted(
  headings: readonly Heading[],
  natural: readonly number[],
  shown: readonly number[],
  width: number,
): readonly number[] {
  const widths = [...natural];
  const widthAt = (at: number) => widths[at] as number;
  const texts = shown.filter((at) => headings[at]?.isNumber === false);
  for (let over = total(shown.map(widthAt)) - width; over > 0; over -= 1) {
    const widest = texts.reduce((a, b) => (widthAt(b) > widthAt(a) ? b : a), texts[0] ?? -1);
    if (widest < 0 || widthAt(widest) <= NARROWEST) break;
    widths[widest] = widthAt(widest) - 1;
  }
  return widths;
}

function total(widths: readonly number[]): number {
  return INDENT + widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

function rowLines(
  row: readonly string[],
  headings: readonly Heading[],
  shown: readonly number[],
  widths: readonly number[],
): readonly string[] {
  const cells = shown.map((at) => (headings[at]?.isNumber ? [row[at] ?? ""] : fold(row[at] ?? "", widths[at] as number)));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const parts = shown.map((at, place) => {
      const text = cells[place]?.[line] ?? "";
      const rest = " ".repeat(Math.max(0, (widths[at] as number) - widthOf(text)));
      return headings[at]?.isNumber ? rest + text : text + rest;
    });
    return (" ".repeat(INDENT) + parts.join(" ".repeat(GAP))).trimEnd();
  });
}

function leftOut(screen: Screen, labels: readonly string[]): readonly string[] {
  const words =
    screen.language === "zh"
      ? `因宽度不足未显示 ${labels.join("、")}：加 -o 可全部写出`
      : `no room for ${labels.join(", ")}: all of it with -o`;
  return block(screen, INDENT, words, { style: screen.paint.dim });
}

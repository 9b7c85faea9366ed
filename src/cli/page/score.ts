/** Scored sheets as pages to read: applicants by rank, stage by stage; or sheets in the order of their file. */
import { APPLICANT_COLUMNS, applicantRow, rankText, type SetNames } from "../../files/sheets/applicant-table.js";
import { decimalText } from "../../files/tables/decimal-text.js";
import type { OutRow } from "../../files/tables/out-table.js";
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/model.js";
import type { Aggregation } from "../../kernel/review-rules.js";
import type { Placing } from "../../scoring/score-set.js";
import { block, heading, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { widthOf } from "../width.js";
import { columns } from "./sheet.js";

/** Rows of a table that are shown unless all are asked for. */
const FIRST = 20;

export interface Ranking {
  readonly placings: readonly Placing[];
  readonly names: SetNames;
  readonly top: number;
  readonly aggregation: Aggregation;
}

export function applicantsPage(screen: Screen, award: Award, ranking: Ranking, all = false): readonly string[] {
  const { placings, aggregation } = ranking;
  const { pack, criteria } = award.files;
  const byStage = new Map<number, Placing[]>();
  for (const placing of placings) byStage.set(placing.stage, [...(byStage.get(placing.stage) ?? []), placing]);
  const basis = `${say(screen, pack.title)} · ${criteria?.standard ?? ""} · ${say(screen, methodInWords(aggregation))}`;
  return [
    ...block(screen, 0, basis, { style: screen.paint.dim }),
    ...[...byStage].flatMap(([stage, own]) => [
      ...stageHeading(screen, award, ranking.names.stages[stage]),
      ...table(
        screen,
        APPLICANT_HEADINGS,
        own.slice(0, all ? own.length : FIRST).map((one) => applicantCells(one, ranking)),
      ),
      ...moreLines(screen, all ? 0 : own.length - FIRST),
    ]),
  ];
}

function stageHeading(screen: Screen, award: Award, name: string | undefined): readonly string[] {
  return name === undefined ? [""] : heading(screen, stageLabel(award, name));
}

function stageLabel(award: Award, name: string): Text {
  return award.files.selection?.stages.find((stage) => stage.name === name)?.label ?? { zh: name, en: name };
}

const APPLICANT_HEADINGS: readonly Heading[] = [
  { label: { zh: "名次", en: "rank" }, isNumber: true },
  { label: { zh: "申报单位", en: "applicant" }, isNumber: false },
  { label: { zh: "得分", en: "points" }, isNumber: true },
  { label: { zh: "份数", en: "sheets" }, isNumber: true },
  { label: { zh: "缺项", en: "incomplete" }, isNumber: true },
  { label: { zh: "最低", en: "least" }, isNumber: true },
  { label: { zh: "最高", en: "greatest" }, isNumber: true },
  { label: { zh: "标准差", en: "deviation" }, isNumber: true },
];

function applicantCells(placing: Placing, { names, top }: Ranking): readonly string[] {
  const row = applicantRow(placing, names, top);
  const value = (name: string) => row[APPLICANT_COLUMNS.findIndex((column) => column.name === name)] ?? null;
  const points = value("points") === null ? range(value("pointsLeast"), value("pointsGreatest")) : hundredths(value("points"));
  return [
    rankText(placing) ?? "–",
    String(value("applicant") ?? ""),
    points,
    count(placing.sheets),
    placing.incomplete === 0 ? "" : count(placing.incomplete),
    hundredths(value("least")),
    hundredths(value("greatest")),
    hundredths(value("deviation")),
  ];
}

const SHEET_HEADINGS: readonly Heading[] = [
  { label: { zh: "行", en: "row" }, isNumber: true },
  { label: { zh: "申报单位", en: "applicant" }, isNumber: false },
  { label: { zh: "评审员", en: "reviewer" }, isNumber: false },
  { label: { zh: "阶段", en: "stage" }, isNumber: false },
  { label: { zh: "总分", en: "total" }, isNumber: true },
];

/** @param rows as `sheetRows` makes them */
export async function sheetsPage(
  screen: Screen,
  award: Award,
  rows: AsyncIterable<OutRow>,
  all = false,
): Promise<readonly string[]> {
  const cells: (readonly string[])[] = [];
  let left = 0;
  for await (const [row, applicant, reviewer, stage, total = null, least = null, greatest = null] of rows) {
    if (!all && cells.length === FIRST) left += 1;
    else {
      const words = [row, applicant, reviewer].map((word) => String(word ?? ""));
      const label = typeof stage === "string" ? say(screen, stageLabel(award, stage)) : "";
      cells.push([...words, label, total === null ? range(least, greatest) : hundredths(total)]);
    }
  }
  return [...table(screen, SHEET_HEADINGS, cells), ...moreLines(screen, left)];
}

interface Heading {
  readonly label: Text;
  readonly isNumber: boolean;
}

/** Numbers to the right, text to the left, under headings that are. */
function table(screen: Screen, headings: readonly Heading[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [headings.map(({ label }) => say(screen, label)), ...rows];
  const widths = headings.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ""))));
  const aligned = all.map((row) =>
    row.map((cell, at) => (headings[at]?.isNumber ? " ".repeat((widths[at] ?? 0) - widthOf(cell)) + cell : cell)),
  );
  return columns(aligned.map(([first = "", ...rest]) => [`  ${first}`, ...rest])).map((line, at) =>
    at === 0 ? screen.paint.dim(line) : line,
  );
}

function moreLines(screen: Screen, left: number): readonly string[] {
  if (left <= 0) return [];
  const words =
    screen.language === "zh" ? `另有 ${count(left)} 行：加 --all 可全部列出` : `${count(left)} more: all of them with --all`;
  return [`  ${screen.paint.dim(words)}`];
}

function hundredths(value: OutRow[number]): string {
  return value === null || typeof value === "string" ? "" : decimalText(value, 2);
}

function range(least: OutRow[number], greatest: OutRow[number]): string {
  return least === null ? "" : `${hundredths(least)}–${hundredths(greatest)}`;
}

function methodInWords(aggregation: Aggregation): Text {
  switch (aggregation.method) {
    case "mean":
      return { zh: "各份平均", en: "mean of the sheets" };
    case "median":
      return { zh: "各份中位数", en: "median of the sheets" };
    case "trimmed-mean":
      return {
        zh: `去掉最高、最低各 ${aggregation.drop} 份后平均`,
        en: `mean of the sheets without the ${aggregation.drop} highest and lowest`,
      };
  }
}

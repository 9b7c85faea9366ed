/** Scored sheets as pages to read: applicants by rank, stage by stage; or sheets in the order of their file. */
import { APPLICANT_COLUMNS, applicantRow, rankText, type SetNames } from "../../files/sheets/applicant-table.js";
import { whyOpen, whyOpenInWords } from "../../files/sheets/why-open.js";
import { decimalText } from "../../files/tables/decimal-text.js";
import type { OutRow } from "../../files/tables/out-table.js";
import type { Award } from "../../kernel/award.js";
import type { Placing } from "../../scoring/score-set.js";
import type { ScoreMethod } from "../score-method.js";
import { block, heading, type Screen, say } from "../screen.js";
import { count } from "../tally.js";
import { allVisible } from "../visible.js";
import { basisInWords, methodInWords } from "./method.js";
import { stageLabel } from "./stage-label.js";
import { type Heading, table } from "./table.js";

/** Rows of a table that are shown unless all are asked for. */
const FIRST = 20;

export interface Ranking {
  readonly placings: readonly Placing[];
  readonly names: SetNames;
  readonly top: number;
  readonly method: ScoreMethod;
}

export function applicantsPage(screen: Screen, award: Award, ranking: Ranking, all = false): readonly string[] {
  const { placings, method } = ranking;
  const names = allVisible(ranking.names);
  const { pack, criteria } = award.files;
  const byStage = new Map<number, Placing[]>();
  for (const placing of placings) byStage.set(placing.stage, [...(byStage.get(placing.stage) ?? []), placing]);
  const isStaged = [...byStage.keys()].some((stage) => names.stages[stage] !== undefined);
  const ways = basisInWords(method, isStaged).map((text) => say(screen, text));
  const basis = [say(screen, pack.title), criteria?.standard ?? "", ...ways].join(" · ");
  return [
    ...block(screen, 0, basis, { style: screen.paint.dim }),
    ...[...byStage].flatMap(([stage, own]) => [
      ...stageHeading(screen, award, names.stages[stage], method),
      ...table(
        screen,
        [...APPLICANT_HEADINGS, ...ONLY_WHERE.filter(({ isWanted }) => own.some(isWanted))],
        own
          .slice(0, all ? own.length : FIRST)
          .map((one) => [
            ...applicantCells(one, { ...ranking, names }),
            ...ONLY_WHERE.filter(({ isWanted }) => own.some(isWanted)).map(({ cell }) => cell(screen, one, ranking)),
          ]),
      ),
      ...moreLines(screen, all ? 0 : own.length - FIRST),
    ]),
  ];
}

/** With the way it is scored in, where each stage has its own. */
function stageHeading(screen: Screen, award: Award, name: string | undefined, { rules, at }: ScoreMethod): readonly string[] {
  if (name === undefined) return [""];
  const [label, way] = [stageLabel(award, name), methodInWords(at(name))];
  return heading(screen, rules === null ? label : { zh: `${label.zh} · ${way.zh}`, en: `${label.en} · ${way.en}` });
}

const APPLICANT_HEADINGS: readonly Heading[] = [
  { label: { zh: "名次", en: "rank" }, isNumber: true },
  { label: { zh: "申报单位", en: "applicant" }, isNumber: false },
  { label: { zh: "得分", en: "points" }, isNumber: true },
  { label: { zh: "份数", en: "sheets" }, isNumber: true, isSpare: true },
  { label: { zh: "缺项", en: "incomplete" }, isNumber: true, isSpare: true },
  { label: { zh: "最低", en: "least" }, isNumber: true, isSpare: true },
  { label: { zh: "最高", en: "greatest" }, isNumber: true, isSpare: true },
  { label: { zh: "标准差", en: "deviation" }, isNumber: true, isSpare: true },
];

interface OptionalColumn extends Heading {
  readonly isWanted: (placing: Placing) => boolean;
  readonly cell: (screen: Screen, placing: Placing, ranking: Ranking) => string;
}

/** Columns of a stage of which one row at least has something to say there. */
const ONLY_WHERE: readonly OptionalColumn[] = [
  {
    label: { zh: "未计", en: "refused" },
    isNumber: true,
    isWanted: ({ lost }) => lost > 0,
    cell: (_, { lost }) => (lost === 0 ? "" : count(lost)),
  },
  {
    label: { zh: "未定原因", en: "why open" },
    isNumber: false,
    isWanted: (placing) => !["scores-missing", null].includes(whyOpen(placing)),
    cell: (screen, placing, { names, method }) => {
      const why = whyOpen(placing);
      return why === null ? "" : say(screen, whyOpenInWords(why, method.at(names.stages[placing.stage])));
    },
  },
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
  { label: { zh: "评审员", en: "reviewer" }, isNumber: false, isSpare: true },
  { label: { zh: "阶段", en: "stage" }, isNumber: false, isSpare: true },
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
  for await (const row of rows) {
    if (!all && cells.length === FIRST) left += 1;
    else {
      const [number, applicant, reviewer, stage, total = null, least = null, greatest = null] = allVisible(row);
      const words = [number, applicant, reviewer].map((word) => String(word ?? ""));
      const label = typeof stage === "string" ? say(screen, stageLabel(award, stage)) : "";
      cells.push([...words, label, total === null ? range(least, greatest) : hundredths(total)]);
    }
  }
  return [...table(screen, SHEET_HEADINGS, cells), ...moreLines(screen, left)];
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

/**
 * What each applicant of a set comes to at each stage, as a table. Points are decimals of two digits, halves up, and exact in the
 * columns at its end.
 */
import type { Fraction } from "../../scoring/fractions.js";
import { deviationInHundredths, inHundredths, totalInHundredths } from "../../scoring/hundredths.js";
import type { Placing } from "../../scoring/score-set.js";
import type { OutColumn, OutRow } from "../tables/out-table.js";
import { exactCells, exactColumns } from "./exact-columns.js";
import { type WhyOpen, whyOpen } from "./why-open.js";

const POINTS = { type: "decimal", scale: 2 } as const;
const COUNT = { type: "integer" } as const;

export const APPLICANT_COLUMNS: readonly OutColumn[] = [
  { name: "stage", label: { zh: "阶段", en: "stage" }, type: "text" },
  { name: "rank", label: { zh: "名次", en: "rank" }, type: "text" },
  { name: "applicant", label: { zh: "申报单位", en: "applicant" }, type: "text" },
  { name: "points", label: { zh: "得分", en: "points" }, ...POINTS },
  { name: "pointsLeast", label: { zh: "得分下限", en: "points, least" }, ...POINTS },
  { name: "pointsGreatest", label: { zh: "得分上限", en: "points, greatest" }, ...POINTS },
  { name: "rankBest", label: { zh: "最好名次", en: "rank, best" }, ...COUNT },
  { name: "rankWorst", label: { zh: "最差名次", en: "rank, worst" }, ...COUNT },
  { name: "sheets", label: { zh: "评分份数", en: "sheets" }, ...COUNT },
  { name: "incomplete", label: { zh: "缺项份数", en: "incomplete sheets" }, ...COUNT },
  { name: "refused", label: { zh: "未计行数", en: "rows refused" }, ...COUNT },
  { name: "refusedUnknown", label: { zh: "未计且读不出单位的行数", en: "rows refused, of an unknown applicant" }, ...COUNT },
  { name: "least", label: { zh: "最低总分", en: "least total" }, ...POINTS },
  { name: "greatest", label: { zh: "最高总分", en: "greatest total" }, ...POINTS },
  { name: "deviation", label: { zh: "标准差", en: "standard deviation" }, ...POINTS },
  ...exactColumns("points", { zh: "得分", en: "points" }),
  ...exactColumns("pointsLeast", { zh: "得分下限", en: "points, least" }),
  ...exactColumns("pointsGreatest", { zh: "得分上限", en: "points, greatest" }),
  { name: "why", label: { zh: "未定原因", en: "why open" }, type: "text" },
];

/** Names of a set, by their numbers; no stages where there is no column of them. */
export interface SetNames {
  readonly applicants: readonly string[];
  readonly stages: readonly string[];
}

/**
 * @param top the greatest score of the scale
 * @param sayWhy a reason as the reader of the table has it; by its name where none is given
 */
export function applicantRow(
  placing: Placing,
  { applicants, stages }: SetNames,
  top: number,
  sayWhy: (why: WhyOpen, placing: Placing) => string = (why) => why,
): OutRow {
  const why = whyOpen(placing);
  const { low, high, spread, best, worst } = placing;
  const isOpen = low !== null && high !== null && low.over * high.under !== high.over * low.under;
  const points = (value: Fraction | null) => (value === null ? null : inHundredths(value, top));
  const total = (value: number | undefined) => (value === undefined ? null : totalInHundredths(value, top));
  return [
    stages[placing.stage] ?? null,
    rankText(placing),
    applicants[placing.applicant] ?? null,
    isOpen ? null : points(low),
    points(low),
    points(high),
    best === 0 ? null : best,
    worst === 0 ? null : worst,
    placing.sheets,
    placing.incomplete,
    placing.lost,
    placing.nameless,
    total(spread?.least),
    total(spread?.greatest),
    spread === null ? null : deviationInHundredths(spread, top),
    ...[isOpen ? null : low, low, high].flatMap((value) => exactCells(value, top)),
    why === null ? null : sayWhy(why, placing),
  ];
}

/** `3`, `2–5` where missing scores leave it open; `null` without a value. */
export function rankText({ best, worst }: Pick<Placing, "best" | "worst">): string | null {
  if (best === 0) return null;
  return best === worst ? String(best) : `${best}–${worst}`;
}

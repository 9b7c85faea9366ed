/**
 * What each sheet comes to, a row a sheet in the order of the file, as a table. Points are decimals of two digits, exact
 * in columns of their own where two digits do not hold them.
 */
import type { Criteria } from "../../kernel/criteria.js";
import type { NameColumn } from "../../scoring/columns.js";
import { totalInHundredths } from "../../scoring/hundredths.js";
import { NO_TOTAL } from "../../scoring/layout.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { OutColumn, OutRow } from "../tables/out-table.js";
import { exactCells, exactColumns } from "./exact-columns.js";
import type { FileBatch } from "./sheet-fault.js";
import type { SheetReading } from "./sheet-reading.js";

const POINTS = { type: "decimal", scale: 2 } as const;

const TOTAL = { zh: "总分", en: "total" };
const LEAST = { zh: "总分下限", en: "total, least" };
const GREATEST = { zh: "总分上限", en: "total, greatest" };

export function sheetColumns({ categories, scale }: Criteria): readonly OutColumn[] {
  const exact = [
    ...exactColumns("total", TOTAL),
    ...exactColumns("totalLeast", LEAST),
    ...exactColumns("totalGreatest", GREATEST),
  ];
  return [
    { name: "row", label: { zh: "行", en: "row" }, type: "integer" },
    { name: "applicant", label: { zh: "申报单位", en: "applicant" }, type: "text" },
    { name: "reviewer", label: { zh: "评审员", en: "reviewer" }, type: "text" },
    { name: "stage", label: { zh: "阶段", en: "stage" }, type: "text" },
    { name: "total", label: TOTAL, ...POINTS },
    { name: "totalLeast", label: LEAST, ...POINTS },
    { name: "totalGreatest", label: GREATEST, ...POINTS },
    ...categories.map(({ clause, title }) => ({
      name: clause,
      label: { zh: `${clause} ${title.zh}`, en: `${clause} ${title.en}` },
      ...POINTS,
    })),
    ...(areHundredths(scale.max) ? [] : exact),
  ];
}

/** Whether a total, which is a whole number of points over `top`, has two digits at most. */
function areHundredths(top: number): boolean {
  return 100 % top === 0;
}

/** @returns what makes rows of batches, in their order; of a whole sheet least and greatest total are its total */
export function sheetRows(
  scorer: Pick<Scorer, "layout" | "subtotals">,
  { firstRow, namesOf }: Pick<SheetReading, "firstRow" | "namesOf">,
): (batch: FileBatch) => Generator<OutRow> {
  const { top, categoryCount } = scorer.layout;
  const [applicant, reviewer, stage] = (["applicant", "reviewer", "stage"] as const).map((kind) => nameFinder(kind, namesOf));
  const points = (value: number | undefined) =>
    value === undefined || value === NO_TOTAL ? null : totalInHundredths(value, top);

  const exact = (value: number | undefined) =>
    exactCells(value === undefined || value === NO_TOTAL ? null : { over: BigInt(value), under: 1n }, top);

  return function* rows(batch) {
    const subtotals = scorer.subtotals(batch.sheets);
    for (const [at, total] of batch.totals.entries()) {
      const isWhole = total !== NO_TOTAL;
      const least = isWhole ? total : batch.bounds?.[2 * at];
      const greatest = isWhole ? total : batch.bounds?.[2 * at + 1];
      yield [
        (batch.rows[at] as number) + firstRow,
        applicant?.(batch.applicants[at]) ?? null,
        reviewer?.(batch.reviewers[at]) ?? null,
        stage?.(batch.stages[at]) ?? null,
        points(total),
        points(least),
        points(greatest),
        ...Array.from({ length: categoryCount }, (_, category) => points(subtotals[at * categoryCount + category])),
        ...(areHundredths(top) ? [] : [total, least, greatest].flatMap(exact)),
      ];
    }
  };
}

/** Names by their numbers; asked for anew only where a number is new. */
function nameFinder(kind: NameColumn, namesOf: SheetReading["namesOf"]): (number: number | undefined) => string | null {
  let names: readonly string[] = [];
  return (number = 0) => {
    if (number >= names.length) names = namesOf(kind);
    return names[number] ?? null;
  };
}

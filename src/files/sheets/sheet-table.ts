/** What each sheet comes to, a row a sheet in the order of the file, as a table. Points are decimals of two digits. */
import type { Criteria } from "../../kernel/criteria.js";
import type { NameColumn } from "../../scoring/columns.js";
import { totalInHundredths } from "../../scoring/hundredths.js";
import { NO_TOTAL } from "../../scoring/layout.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { OutColumn, OutRow } from "../tables/out-table.js";
import type { FileBatch } from "./sheet-fault.js";
import type { SheetReading } from "./sheet-reading.js";

const POINTS = { type: "decimal", scale: 2 } as const;

export function sheetColumns({ categories }: Criteria): readonly OutColumn[] {
  return [
    { name: "row", label: { zh: "行", en: "row" }, type: "integer" },
    { name: "applicant", label: { zh: "申报单位", en: "applicant" }, type: "text" },
    { name: "reviewer", label: { zh: "评审员", en: "reviewer" }, type: "text" },
    { name: "stage", label: { zh: "阶段", en: "stage" }, type: "text" },
    { name: "total", label: { zh: "总分", en: "total" }, ...POINTS },
    { name: "totalLeast", label: { zh: "总分下限", en: "total, least" }, ...POINTS },
    { name: "totalGreatest", label: { zh: "总分上限", en: "total, greatest" }, ...POINTS },
    ...categories.map(({ clause, title }) => ({
      name: clause,
      label: { zh: `${clause} ${title.zh}`, en: `${clause} ${title.en}` },
      ...POINTS,
    })),
  ];
}

/** @returns what makes rows of batches, in their order; least and greatest total of a sheet that lacks an item alone */
export function sheetRows(
  scorer: Pick<Scorer, "layout" | "subtotals">,
  { firstRow, namesOf }: Pick<SheetReading, "firstRow" | "namesOf">,
): (batch: FileBatch) => Generator<OutRow> {
  const { top, categoryCount } = scorer.layout;
  const [applicant, reviewer, stage] = (["applicant", "reviewer", "stage"] as const).map((kind) => nameFinder(kind, namesOf));
  const points = (value: number | undefined) =>
    value === undefined || value === NO_TOTAL ? null : totalInHundredths(value, top);

  return function* rows(batch) {
    const subtotals = scorer.subtotals(batch.sheets);
    for (const [at, total] of batch.totals.entries()) {
      const isWhole = total !== NO_TOTAL;
      yield [
        (batch.rows[at] as number) + firstRow,
        applicant?.(batch.applicants[at]) ?? null,
        reviewer?.(batch.reviewers[at]) ?? null,
        stage?.(batch.stages[at]) ?? null,
        points(total),
        isWhole ? null : points(batch.bounds?.[2 * at]),
        isWhole ? null : points(batch.bounds?.[2 * at + 1]),
        ...Array.from({ length: categoryCount }, (_, category) => points(subtotals[at * categoryCount + category])),
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

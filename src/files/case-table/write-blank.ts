/** An empty table of cases as a CSV, or as a workbook with lists to pick from. */
import type { Award } from "../../kernel/award.js";
import type { Bytes, OutColumn } from "../tables/out-table.js";
import { csvBytes } from "../tables/write-csv.js";
import { blankColumns, type Language } from "./blank-columns.js";

/** @param decision `null` for all of the award's */
export async function* blankBytes(format: "csv" | "xlsx", award: Award, decision: string | null, language: Language): Bytes {
  const columns = blankColumns(award, decision, language);
  if (format === "csv") {
    const out = columns.map(({ heading }): OutColumn => ({ name: heading, label: { zh: heading, en: heading }, type: "text" }));
    return yield* csvBytes(out, [columns.map(({ note }) => note)], { mark: true });
  }
  const { blankWorkbook } = await import("./blank-workbook.js");
  yield await blankWorkbook(award, columns, language);
}

/** A file of score sheets, read by what its format needs. */
import type { Criteria } from "../../kernel/criteria.js";
import { headingMeanings } from "../../scoring/columns.js";
import type { XlsxOptions } from "../tables/read-xlsx.js";
import { readCsvSheets } from "./read-csv.js";
import { readNdjsonSheets } from "./read-ndjson.js";
import { readTableSheets } from "./read-table.js";
import { requireFormat } from "./require-format.js";
import type { SheetFormat } from "./sheet-format.js";
import type { ReadSheetsOptions, SheetReading } from "./sheet-reading.js";
import { withStages } from "./stages.js";
import { withoutTwice } from "./twice.js";

/**
 * @throws ColumnsError where the header lacks what a sheet needs
 * @throws TableError where the file is not what its format says; from the batches too, where it is damaged further on
 */
export async function openSheets(
  path: string,
  format: SheetFormat,
  criteria: Criteria,
  options: ReadSheetsOptions & XlsxOptions = {},
): Promise<SheetReading> {
  await requireFormat(path, format);
  const reading = await opened(path, format, criteria, options);
  const { meaningOf } = headingMeanings(criteria, options.columns);
  const column = reading.headings.findIndex((heading) => meaningOf(heading) === "stage");
  return withoutTwice(options.stages === undefined || column < 0 ? reading : withStages(reading, options.stages, column));
}

async function opened(
  path: string,
  format: SheetFormat,
  criteria: Criteria,
  options: ReadSheetsOptions & XlsxOptions,
): Promise<SheetReading> {
  switch (format) {
    case "csv":
      return readCsvSheets(path, criteria, options);
    case "ndjson":
      return readNdjsonSheets(path, criteria, options);
    // Loaded when they are needed: every command would begin later for them.
    case "xlsx": {
      const { readXlsxFile } = await import("../tables/read-xlsx.js");
      return readTableSheets(await readXlsxFile(path, options), criteria, (options.headerRow ?? 1) + 1, options);
    }
    case "parquet": {
      const { readParquet } = await import("../tables/read-parquet.js");
      return readTableSheets(await readParquet(path), criteria, 1, options);
    }
  }
}

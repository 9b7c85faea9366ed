/** A file of score sheets, read by what its format needs. */
import type { Criteria } from "../../kernel/criteria.js";
import { readParquet } from "../tables/read-parquet.js";
import { readXlsxFile, type XlsxOptions } from "../tables/read-xlsx.js";
import { readCsvSheets } from "./read-csv.js";
import { readNdjsonSheets } from "./read-ndjson.js";
import { readTableSheets } from "./read-table.js";
import type { SheetFormat } from "./sheet-format.js";
import type { ReadSheetsOptions, SheetReading } from "./sheet-reading.js";

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
  switch (format) {
    case "csv":
      return readCsvSheets(path, criteria, options);
    case "ndjson":
      return readNdjsonSheets(path, criteria, options);
    case "xlsx":
      return readTableSheets(await readXlsxFile(path, options), criteria, (options.headerRow ?? 1) + 1, options);
    case "parquet":
      return readTableSheets(await readParquet(path), criteria, 1, options);
  }
}

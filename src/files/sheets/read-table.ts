/** Score sheets from a table with a header: a sheet of a workbook, a Parquet file. */
import type { Criteria } from "../../kernel/criteria.js";
import { tellsSheetsApart } from "../../scoring/batch.js";
import { cellReader, type Cell as ScoreCell } from "../../scoring/cells.js";
import { mapColumns } from "../../scoring/columns.js";
import { loadScorer } from "../../scoring/scorer.js";
import { isUnread, type Table, type TableRow } from "../tables/table.js";
import { requireFewStages } from "./few-stages.js";
import type { FileBatch } from "./sheet-fault.js";
import { ColumnsError, type ReadSheetsOptions, type SheetReading } from "./sheet-reading.js";
import { unreadCells } from "./unread-cells.js";

/**
 * @param firstRow the number, as the table counts, of the first row that may hold a sheet
 * @throws ColumnsError where the header lacks what a sheet needs
 * @throws TableError from the batches, where the file proves to be damaged further on
 */
export async function readTableSheets(
  table: Table,
  criteria: Criteria,
  firstRow: number,
  { columns: given, progress }: ReadSheetsOptions = {},
): Promise<SheetReading> {
  const mapped = mapColumns(table.columns, criteria, given);
  if (!mapped.ok) throw new ColumnsError(mapped.faults, table.columns);
  const { columns, unread } = mapped;
  const reader = cellReader(await loadScorer(criteria), columns);

  const unreadOf = unreadCells();

  /** Cells that cannot be read are taken for empty, and their faults told with the reason. */
  function cellsOf({ cells }: TableRow, at: number): readonly ScoreCell[] {
    return cells.map((cell, column): ScoreCell => {
      if (!isUnread(cell)) return cell;
      const { found = "", message } = cell.failure;
      if (columns[column] != null) unreadOf.add({ row: at, column, found, message });
      return null;
    });
  }

  function take(): FileBatch {
    requireFewStages(reader.namesOf("stage"));
    return unreadOf.tellIn(reader.take());
  }

  async function* batches(): AsyncGenerator<FileBatch> {
    for await (const row of table.rows) {
      const at = row.row - firstRow;
      reader.add(at, cellsOf(row, at));
      if (!reader.isFull) continue;
      progress?.(at + 1);
      yield take();
    }
    progress?.(table.rowCount);
    yield take();
  }

  const { columns: headings, rowCount } = table;
  return {
    headings,
    unread: () => unread,
    firstRow,
    rowCount,
    batches: batches(),
    tellsSheetsApart: () => tellsSheetsApart(columns),
    namesOf: reader.namesOf,
  };
}

/** Score sheets from a CSV file of any size, on as many threads as there are; the same batches whatever their number. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Criteria } from "../../kernel/criteria.js";
import { type SheetBatch, tellsSheetsApart } from "../../scoring/batch.js";
import { mapColumns } from "../../scoring/columns.js";
import { csvReader } from "../../scoring/csv.js";
import { layoutOf } from "../../scoring/layout.js";
import { TableError, tableFailure } from "../tables/table-failure.js";
import { readCsvHeader } from "./csv-header.js";
import type { FileTask } from "./csv-piece.js";
import { type ReadPiece, readByThreads } from "./csv-threads.js";
import { requireFewStages } from "./few-stages.js";
import { numbering } from "./numbering.js";
import { readInOrder } from "./read-in-order.js";
import { ColumnsError, type ReadSheetsOptions, type SheetReading } from "./sheet-reading.js";

/** Smaller files are read before threads would have begun. */
const WORTH_THREADS = 16 << 20;

/**
 * @throws ColumnsError where the header lacks what a sheet needs
 * @throws TableError where the file is no text in UTF-8; from the batches too
 */
export async function readCsvSheets(
  path: string,
  criteria: Criteria,
  options: ReadSheetsOptions & { readonly threads?: number } = {},
): Promise<SheetReading> {
  const { size } = await stat(path);
  const header = await readCsvHeader(path, options.headerRow);
  if (header === null) throw new TableError(tableFailure({ code: "not-utf-8" }));
  const mapped = mapColumns(header.headings, criteria, options.columns);
  if (!mapped.ok) throw new ColumnsError(mapped.faults, header.headings);
  const { columns, unread } = mapped;
  const layout = layoutOf(criteria);
  const withSheets = options.withSheets ?? true;
  const task: FileTask = { path, layout, columns, delimiter: header.delimiter, dataFrom: header.end, size, withSheets };
  const threads = options.threads ?? (size < WORTH_THREADS ? 1 : availableParallelism());
  const names = numbering();
  const pieces = !header.hasLineFeeds ? inOrder(task, header.end) : readByThreads(task, threads);
  return {
    headings: header.headings,
    unread: () => unread,
    firstRow: (options.headerRow ?? 1) + 1,
    batches: batchesOf(task, pieces, names, options.progress),
    tellsSheetsApart: () => tellsSheetsApart(columns),
    namesOf: names.namesOf,
  };
}

/** The batches of pieces, with numbers of names and of rows that are those of the whole file. */
async function* batchesOf(
  task: FileTask,
  pieces: AsyncIterable<ReadPiece>,
  names: ReturnType<typeof numbering>,
  progress: ReadSheetsOptions["progress"],
): AsyncGenerator<SheetBatch> {
  const rowsOf: number[] = [];
  let rows = 0;

  async function* taken(source: AsyncIterable<ReadPiece>): AsyncGenerator<SheetBatch> {
    for await (const { thread, piece, result } of source) {
      if ("problem" in result) throw new TableError(tableFailure({ code: result.problem }));
      if ("quotedFrom" in result) {
        // From here on a line feed may stand within a cell, so that only reading on tells where a row ends.
        yield* taken(inOrder(task, result.quotedFrom));
        return;
      }
      names.learn(thread, result.names);
      requireFewStages(names.namesOf("stage"));
      const before = rows - (rowsOf[thread] ?? 0);
      for (const batch of result.batches) {
        const numbered = names.apply(thread, batch);
        yield before === 0 ? numbered : moved(numbered, before);
      }
      rows += result.rows - (rowsOf[thread] ?? 0);
      rowsOf[thread] = result.rows;
      progress?.(piece.to);
    }
  }

  yield* taken(pieces);
}

/** From the row at `from` on without cutting, by a reader with a number that no thread has. */
async function* inOrder(task: FileTask, from: number): AsyncGenerator<ReadPiece> {
  yield* readInOrder(task, await csvReader(task.layout, task.columns, task.delimiter), from, IN_ORDER);
}

const IN_ORDER = 1 << 10;

/** The batch so many rows further on. */
function moved(batch: SheetBatch, by: number): SheetBatch {
  for (let at = 0; at < batch.count; at += 1) batch.rows[at] = (batch.rows[at] as number) + by;
  const further = <T extends { readonly row: number }>(one: T): T => ({ ...one, row: one.row + by });
  return { ...batch, faults: batch.faults.map(further), lost: batch.lost.map(further) };
}

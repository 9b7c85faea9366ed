/** The header of a CSV file. */
import { open } from "node:fs/promises";
import { TableError, tableFailure } from "../tables/table-failure.js";
import { type CsvHeader, firstRowAfter, headerIn } from "./csv-head.js";

/** More than any header is long. */
const HEAD_BYTES = 1 << 20;

/**
 * @param headerRow from 1; the first by default
 * @returns `null` where the header is no UTF-8, or longer than `HEAD_BYTES` with what stands above it
 * @throws TableError where nothing stands in that row, unless the file is empty
 */
export async function readCsvHeader(path: string, headerRow = 1): Promise<CsvHeader | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    const header = headerIn(head, bytesRead < HEAD_BYTES, headerRow);
    if (header === null || header.headings.some((heading) => heading.trim() !== "")) return header;
    const first = firstRowAfter(head, headerRow);
    // Of an empty file every column is lacking, and that is told.
    if (first === null && headerRow === 1) return header;
    throw new TableError(tableFailure({ code: "no-header", row: headerRow, first }));
  } finally {
    await file.close();
  }
}

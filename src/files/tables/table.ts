/** A table as a file holds it, whatever the kind of file: a header, and rows that come one after the other. */
import type { TableFailure } from "./table-failure.js";

/** One table: a header and rows, in the order of the file. */
export interface Table {
  /** Header texts as they stand, trimmed of nothing; empty where a column has none. */
  readonly columns: readonly string[];
  /** Rows there are after the header, with those that hold nothing. */
  readonly rowCount: number;
  /**
   * To be gone through once. Rows with nothing in them are passed over.
   * @throws TableError from the iteration, where the file proves to be damaged further on
   */
  readonly rows: AsyncIterable<TableRow>;
}

export interface TableRow {
  /** As a person sees it: in a spreadsheet the header has one too; in a file without a header row it counts from 1. */
  readonly row: number;
  /** One for each column at least; what stands to the right of the last header comes after those. */
  readonly cells: readonly Cell[];
}

/** `null` is an empty cell; a date is ISO text. */
export type Cell = string | number | boolean | null | UnreadCell;

/**
 * A cell in which something stands that cannot be taken for a value without guessing. It is neither empty nor a value: whoever
 * needs the column refuses it with the reason given here, whoever does not need it passes it over.
 */
export interface UnreadCell {
  readonly failure: TableFailure;
}

export function isUnread(cell: Cell): cell is UnreadCell {
  return typeof cell === "object" && cell !== null;
}

/** A file of score sheets being read, whatever its format. */
import type { Stage } from "../../kernel/selection.js";
import type { ColumnFault, NameColumn } from "../../scoring/columns.js";
import type { FileBatch } from "./sheet-fault.js";

export interface SheetReading {
  /** As they stand in the file, in its order. */
  readonly headings: readonly string[];
  /** Headings that hold nothing of a sheet, and are not read; all of them once the batches are at their end. */
  unread(): readonly string[];
  /** What a person calls row 0 of the batches: 2, where the header is row 1. */
  readonly firstRow: number;
  /** Rows there are from there on, where that is known before they are read. */
  readonly rowCount?: number;
  /** In the order of the file, once; numbers of names are those of the whole file. */
  readonly batches: AsyncIterable<FileBatch>;
  /** Whether sheets have what tells one from another; known once a batch was read. */
  tellsSheetsApart(): boolean;
  /** In the order of their numbers; all of them once the batches are at their end. */
  namesOf(kind: NameColumn): readonly string[];
}

export interface ReadSheetsOptions {
  /** Those of the award, in the order of its law: a row of any other is refused. None: a stage is what a file calls one. */
  readonly stages?: readonly Pick<Stage, "name" | "label">[];
  /** Headings by what they hold, a clause or the name of a name column, where they say it in other words. */
  readonly columns?: ReadonlyMap<string, string>;
  /** Row of the header, from 1, where the format has one: CSV and workbooks. The first by default. */
  readonly headerRow?: number;
  /** Whether the packed sheets themselves are wanted, not what they come to alone; they are by default. */
  readonly withSheets?: boolean;
  /** Told now and then how much is read: rows, where `rowCount` says how many there are, and bytes of the file elsewhere. */
  readonly progress?: (done: number) => void;
}

/** The header of a file cannot be what it seems, or lacks what a sheet needs. */
export class ColumnsError extends Error {
  constructor(
    readonly faults: readonly ColumnFault[],
    readonly headings: readonly string[],
  ) {
    super(`${faults.length} faults in the header`);
  }
}

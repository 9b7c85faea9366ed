/** What is wrong with a row of score sheets, whatever the format of its file. */
import type { Text } from "../../kernel/model.js";
import type { CellFault, SheetBatch } from "../../scoring/batch.js";
import type { UnknownClause } from "../../scoring/columns.js";

interface Place {
  /** As `CellFault` counts them. */
  readonly row: number;
  readonly column: number;
  /** What stands there. */
  readonly found: string;
}

export type SheetFault =
  | CellFault
  /** A cell that holds something no format gives as a value, with the reason. */
  | (Place & { readonly problem: "unread"; readonly message: Text })
  /** A line that is no record, with the reason. */
  | (Place & { readonly problem: "bad-line"; readonly message: Text })
  /** A key of a record that is written as a clause, and is none of the criteria. */
  | (Place & { readonly problem: "unknown-clause" } & UnknownClause)
  /** A record without scores, or with something else in their place: none of its items is scored. */
  | (Place & { readonly problem: "no-scores" })
  /** A key of a record that means what another of its keys does. */
  | (Place & { readonly problem: "key-twice" })
  /** A key of a record for a name that the first record did without: such sheets could not be told apart. */
  | (Place & { readonly problem: "stray-key" })
  | (Place & { readonly problem: "unknown-stage"; readonly near: string | null; readonly known: readonly string[] });

/** Rows read at one time, as `SheetBatch`, with all that can be wrong with rows of a file. */
export type FileBatch = Omit<SheetBatch, "faults"> & { readonly faults: readonly SheetFault[] };

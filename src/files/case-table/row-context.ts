import type { Provision } from "../../audit/provisions.js";
import type { Award } from "../../kernel/award.js";
import type { CaseColumn } from "./case-columns.js";
import type { FilledCell } from "./read-value.js";

/** The award, and what is the same for all rows of a table. */
export interface RowContext {
  readonly award: Award;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly headings: readonly string[];
  /** `null` under no heading; `wrong` under one that is at fault, where nothing is read. */
  readonly columns: readonly (CaseColumn | null | "wrong")[];
}

/** A cell in which something stands, and its column from 0. */
export interface PlacedCell {
  readonly column: number;
  readonly cell: FilledCell;
}

/** Cells that were taken for empty since they hold no single value: their faults say why, and not that they are empty. */
import type { Text } from "../../kernel/model.js";
import type { FileBatch, SheetFault } from "./sheet-fault.js";

export interface UnreadCell {
  readonly row: number;
  readonly column: number;
  readonly found: string;
  readonly message: Text;
}

export interface UnreadCells {
  add(cell: UnreadCell): void;
  /** The batch, with the faults of the cells added since the last one. */
  tellIn(batch: FileBatch): FileBatch;
}

export function unreadCells(): UnreadCells {
  const cells = new Map<string, SheetFault>();
  const keyOf = ({ row, column }: Pick<UnreadCell, "row" | "column">) => `${row} ${column}`;
  return {
    add: (cell) => void cells.set(keyOf(cell), { ...cell, problem: "unread" }),
    tellIn(batch) {
      if (cells.size === 0) return batch;
      const others = batch.faults.filter((fault) => !cells.has(keyOf(fault)));
      const faults = inOrder([...others, ...cells.values()]);
      cells.clear();
      return { ...batch, faults };
    },
  };
}

/** By row and column; of one place in the order given. */
export function inOrder(faults: readonly SheetFault[]): readonly SheetFault[] {
  return [...faults].sort((a, b) => a.row - b.row || a.column - b.column);
}

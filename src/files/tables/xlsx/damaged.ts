/** A workbook that contradicts itself: the reason, to be told with what to do about it. */
import type { Text } from "../../../kernel/model.js";
import { TableError, tableFailure } from "../table-failure.js";

export function damaged(zh: string, en: string): TableError {
  const reason: Text = { zh, en };
  return new TableError(tableFailure({ code: "damaged-file", wanted: "xlsx", reason }));
}

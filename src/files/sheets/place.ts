/** Where in a file a fault stands, as whoever keeps the file calls it. */
import type { Scale } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { columnLetters } from "../tables/column-letters.js";
import { faultInWords } from "./says.js";
import type { SheetFault } from "./sheet-fault.js";
import type { SheetFormat } from "./sheet-format.js";
import type { SheetReading } from "./sheet-reading.js";

/** A fault as a program reads it; of a fault of the whole row without a column. */
export interface PlacedFault {
  /** As people count: in a spreadsheet the header has a number too. */
  readonly row: number;
  /** `F`, where the format has columns that are called so. */
  readonly column?: string;
  readonly heading?: string;
  readonly code: SheetFault["problem"];
  readonly found: string;
  readonly message: Text;
}

const OF_THE_ROW: readonly SheetFault["problem"][] = [
  "too-few-cells",
  "too-many-cells",
  "open-quote",
  "sheet-twice",
  "bad-line",
  "unknown-clause",
];

export function placedFault(
  fault: SheetFault,
  format: SheetFormat,
  { headings, firstRow }: Pick<SheetReading, "headings" | "firstRow">,
  scale: Scale,
): PlacedFault {
  const ofRow = OF_THE_ROW.includes(fault.problem);
  const isSpreadsheet = format === "csv" || format === "xlsx";
  return {
    row: fault.row + firstRow,
    ...(ofRow || !isSpreadsheet ? {} : { column: columnLetters(fault.column) }),
    ...(ofRow ? {} : { heading: headings[fault.column] ?? "" }),
    code: fault.problem,
    found: cut(fault.found),
    message: faultInWords(fault, scale),
  };
}

/** ``row 12, column F `4.3.2` `` */
export function placeInWords({ row, column, heading }: PlacedFault): Text {
  const named = heading === undefined || heading === "" ? "" : ` \`${cut(heading)}\``;
  const zh = column === undefined ? named : ` ${column} 列${named}`;
  const en = column === undefined ? named : `, column ${column}${named}`;
  return { zh: `第 ${row} 行${zh}`, en: `row ${row}${column === undefined && named !== "" ? "," : ""}${en}` };
}

/** Where in a file a fault stands, as whoever keeps the file calls it. */
import type { Scale } from "../../kernel/criteria.js";
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { columnLetters } from "../tables/column-letters.js";
import { faultInWords } from "./says.js";
import { isOtherNumber, scaleInWords } from "./says-score.js";
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
  "no-scores",
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
    code: codeOf(fault, scale),
    found: cut(fault.found),
    message: fault.problem === "empty" && format === "xlsx" ? emptyCell(scale) : faultInWords(fault, scale),
  };
}

/** Of a workbook a formula that went wrong, or whose result was not stored, is read as an empty cell. */
function emptyCell(scale: Scale): Text {
  const { zh, en } = scaleInWords(scale);
  return {
    zh: `没有分数（空白、公式出错或没有存下结果）：请写 ${zh}`,
    en: `no score (empty, or a formula with an error or no stored result): write ${en}`,
  };
}

/** A number that is not written in digits alone is off the scale as another is. */
export function codeOf({ problem, found }: SheetFault, scale: Scale): SheetFault["problem"] {
  return problem === "no-number" && isOtherNumber(found, scale) ? "off-scale" : problem;
}

/** ``row 12, column F `4.3.2` `` */
export function placeInWords({ row, column, heading }: PlacedFault): Text {
  const named = heading === undefined || heading === "" ? "" : ` \`${cut(heading)}\``;
  const zh = column === undefined ? named : ` ${column} 列${named}`;
  const en = column === undefined ? named : `, column ${column}${named}`;
  return { zh: `第 ${row} 行${zh}`, en: `row ${row}${column === undefined && named !== "" ? "," : ""}${en}` };
}

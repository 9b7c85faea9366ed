/** One JSON array with an object a row, a row a line. Decimals are numbers with all their digits: `612.50`. */
import { type Bytes, numberText, type OutColumn, type OutRow, type OutRows } from "./out-table.js";
import { textPieces } from "./text-pieces.js";

export function jsonBytes(columns: readonly OutColumn[], rows: OutRows): Bytes {
  return textPieces(jsonLines(columns, rows));
}

async function* jsonLines(columns: readonly OutColumn[], rows: OutRows): AsyncGenerator<string> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  let before = "[\n";
  for await (const row of rows) {
    yield `${before}{${columns.map((column, index) => `${keys[index]}${jsonValue(column, row[index])}`).join(",")}}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function jsonValue(column: OutColumn, value: OutRow[number] | undefined): string {
  if (value === null || value === undefined) return "null";
  return typeof value === "string" ? JSON.stringify(value) : numberText(column, value);
}

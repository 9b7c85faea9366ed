/** What a number in a cell is meant as. It is the format alone that says so: a date is a number of days, 80% is 0.8. */
import { XmlReader } from "./xml.js";

export type NumberKind = "number" | "date" | "percent";

/** By the number of the cell's style. @param xml `null` where a workbook has none */
export function readNumberKinds(xml: string | null): readonly NumberKind[] {
  const kinds: NumberKind[] = [];
  if (xml === null) return kinds;
  const codes = new Map<number, string>();
  const reader = new XmlReader(xml);
  let inCells = false;
  while (reader.next()) {
    if (reader.name === "cellXfs") inCells = reader.kind === "open";
    if (reader.kind !== "open") continue;
    if (reader.name === "numFmt") codes.set(Number(reader.attribute("numFmtId")), reader.attribute("formatCode") ?? "");
    if (reader.name === "xf" && inCells) kinds.push(kindOf(Number(reader.attribute("numFmtId") ?? 0), codes));
  }
  return kinds;
}

/** Formats that have no code in the file, from and to; those from 27 on are the ones of East Asia and Thailand. */
const DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
const PERCENTS = [9, 10];

function kindOf(id: number, codes: ReadonlyMap<number, string>): NumberKind {
  const code = codes.get(id);
  if (code !== undefined) return kindOfCode(code);
  if (PERCENTS.includes(id)) return "percent";
  return DATES.some(([from, to]) => id >= from && id <= to) ? "date" : "number";
}

/** Literal text, single literal characters, spaces as wide as a character, fillers, and colours, conditions and languages. */
const NOT_MEANT = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** @param code `yyyy"年"m"月"d"日"`, `0.0%`, `#,##0.00;[Red]-#,##0.00` */
export function kindOfCode(code: string): NumberKind {
  const meant = code.replace(NOT_MEANT, "");
  if (meant.includes("%")) return "percent";
  return /general/i.test(meant) || !/[ymdhs]/i.test(meant) ? "number" : "date";
}

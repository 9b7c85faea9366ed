/** A cell as the value of a fact; what no cell can tell, such as a range, the kernel checks. */
import { parseDate } from "../../kernel/date.js";
import { isDateElsewhere } from "../../kernel/failure.js";
import type { ScalarType } from "../../kernel/model.js";
import { unitInWords } from "../../kernel/units.js";
import type { Cell, UnreadCell } from "../tables/table.js";
import type { CellProblem } from "./cell-failure.js";
import { choiceOf, sameText } from "./choice.js";

export type FilledCell = Exclude<Cell, null | UnreadCell>;

export type CellValue =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly problem: CellProblem };

const TRUE = ["true", "yes", "是"];
const FALSE = ["false", "no", "否"];

export function readValue(type: ScalarType, cell: FilledCell): CellValue {
  switch (type.type) {
    case "boolean":
      return readBoolean(cell);
    case "integer":
      return readInteger(cell, type.unit);
    case "date":
      return readDay(cell);
    case "enum": {
      const choice = choiceOf(String(cell), type.values);
      if (choice.ok) return { ok: true, value: choice.name };
      return { ok: false, problem: { code: "not-a-choice", found: String(cell).trim(), known: choice.known, near: choice.near } };
    }
  }
}

/** @returns `YYYY-MM-DD` of `2024-03-01`, `2024/3/1`, as spreadsheet programs write CSV, or `2024年3月1日`, or of a date of a workbook. @param isNeeded whether the cell may not be left empty */
export function readDay(cell: FilledCell, isNeeded = false): CellValue {
  const found = String(cell).trim();
  if (typeof cell === "number") return { ok: false, problem: { code: "day-as-number", found } };
  const [, year = "", month = "", day = ""] = DAY.exec(found) ?? [];
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (parseDate(value) !== null) return { ok: true, value };
  if (isDateElsewhere(value)) return { ok: false, problem: { code: "day-elsewhere", found } };
  return { ok: false, problem: { code: "not-a-day", found, isNeeded } };
}

/** The year first, so that no day is taken for a month. */
const DAY = /^(?=\d+(?:-\d+-\d+|\/\d+\/\d+|年\d+月\d+日)$)(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/;

function readBoolean(cell: FilledCell): CellValue {
  if (typeof cell === "boolean") return { ok: true, value: cell };
  const text = sameText(String(cell));
  if (TRUE.includes(text)) return { ok: true, value: true };
  if (FALSE.includes(text)) return { ok: true, value: false };
  return { ok: false, problem: { code: "not-yes-or-no", found: String(cell).trim() } };
}

function readInteger(cell: FilledCell, unit: string): CellValue {
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return { ok: true, value: cell };
  const found = String(cell).trim();
  const number = Number(found);
  if (typeof cell === "string" && /^-?\d+$/.test(found) && Number.isSafeInteger(number)) return { ok: true, value: number };
  const meant = found.normalize("NFKC");
  if (/[０-９]/.test(found) && /^-?\d+$/.test(meant)) return { ok: false, problem: { code: "wide-digits", found, meant } };
  return { ok: false, problem: { code: "not-digits", found, unit: unitInWords(unit) } };
}

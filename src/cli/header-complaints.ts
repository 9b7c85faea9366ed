/** What is wrong with the header of a file of score sheets, with the options by which it may be put right. */
import { type HeaderFault, headerFaults } from "../files/sheets/header-faults.js";
import { columnFaultInWords } from "../files/sheets/says-columns.js";
import type { ColumnsError } from "../files/sheets/sheet-reading.js";
import { columnLetters } from "../files/tables/column-letters.js";
import type { Criteria } from "../kernel/criteria.js";
import { cut } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { type Complaint, complaint } from "./complaint.js";
import type { ScoreOptions, ScorePlan } from "./score-plan.js";

/** Sheets of a workbook that are named. */
const MOST_SHEETS = 12;

/** @param name what the user calls the file */
export async function headerComplaints(
  { faults, headings }: ColumnsError,
  path: string,
  name: string,
  { format }: Pick<ScorePlan, "format">,
  { headerRow = 1 }: Pick<ScoreOptions, "headerRow">,
  criteria: Criteria,
): Promise<readonly Complaint[]> {
  const hasRows = format === "csv" || format === "xlsx";
  const listed = headerFaults(faults, headings, criteria);
  const isWrong = listed.some(({ code }) => code === "wrong-header");
  const sheets = isWrong && format === "xlsx" ? await namesOfSheets(path) : [];
  return listed.map((fault) => {
    const words = columnFaultInWords(fault, hasRows ? headerRow : null);
    const { zh, en } = hasRows && fault.code === "wrong-header" ? withRemedies(words, sheets) : words;
    const option = columnOption(fault);
    if (option !== null) return complaint(fault.code, { zh: `${zh}：${option}`, en: `${en}: ${option}` }, { file: name });
    if (!("column" in fault))
      return complaint(fault.code, { zh, en }, { file: fault.code === "unknown-heading" ? "--column" : name });
    if (fault.column < 0) return complaint(fault.code, { zh, en }, { file: "--column" });
    const column = columnLetters(fault.column);
    return complaint(fault.code, { zh: `${column} 列：${zh}`, en: `column ${column}: ${en}` }, { file: name });
  });
}

/** For a column there is none for. */
function columnOption(fault: HeaderFault): string | null {
  if (fault.code === "no-column") return `--column '${fault.wanted.split(" ")[0]}=${fault.near ?? "…"}'`;
  return fault.code === "no-columns" ? `--column '${fault.wanted[0]}=…'` : null;
}

function withRemedies({ zh, en }: Text, sheets: readonly string[]): Text {
  const row = "--header-row <n>";
  if (sheets.length < 2)
    return { zh: `${zh}：标题行若在下面，请加 ${row}`, en: `${en}: where the header stands further down, add ${row}` };
  const shown = sheets.slice(0, MOST_SHEETS).map((sheet) => `\`${cut(sheet)}\``);
  const more = sheets.length > shown.length ? " …" : "";
  return {
    zh: `${zh}：评分若在另一张工作表，请加 --sheet <名称>（有 ${shown.join("、")}${more}）；标题行若在下面，请加 ${row}`,
    en: `${en}: where another sheet holds the scores, add --sheet <name> (there are ${shown.join(", ")}${more}); where the header stands further down, add ${row}`,
  };
}

async function namesOfSheets(path: string): Promise<readonly string[]> {
  const { sheetNames } = await import("../files/tables/read-xlsx.js");
  return sheetNames(path);
}

/** What is wrong with a table in a file, or with one that is to be written. */
import { cut } from "../../kernel/failure.js";
import type { Text } from "../../kernel/model.js";
import { FOUND_IN_WORDS, type FoundFormat } from "./found-format.js";

/** As a `Failure` of the kernel, with codes of its own. */
export interface TableFailure {
  /** Always the whole cell or file. */
  readonly pointer: "";
  readonly code: TableProblem["code"];
  readonly found?: string;
  /** Row, as `TableRow` counts it. */
  readonly line?: number;
  readonly message: Text;
}

/** Ends the reading or writing of a table. */
export class TableError extends Error {
  override readonly name = "TableError";
  readonly failure: TableFailure;

  constructor(failure: TableFailure) {
    super(failure.message.en);
    this.failure = failure;
  }
}

export type ReadFormat = "csv" | "ndjson" | "xlsx" | "parquet" | "yaml";

export type TableProblem =
  // A file
  | { readonly code: "wrong-format"; readonly wanted: ReadFormat; readonly found: FoundFormat }
  | { readonly code: "empty-file" }
  /** Where lines of JSON are wanted. */
  | { readonly code: "json-array" }
  | { readonly code: "encrypted-file"; readonly wanted: ReadFormat }
  | { readonly code: "damaged-file"; readonly wanted: ReadFormat; readonly reason: Text }
  | { readonly code: "too-large"; readonly wanted: ReadFormat; readonly max: number }
  | { readonly code: "unknown-sheet"; readonly found: string; readonly known: readonly string[] }
  | { readonly code: "no-header"; readonly row: number; readonly first: number | null }
  | { readonly code: "unknown-codec"; readonly codec: string; readonly known: readonly string[] }
  | { readonly code: "not-utf-8" }
  | { readonly code: "long-row" }
  | { readonly code: "too-many-stages"; readonly max: number }
  // A cell
  | { readonly code: "bad-cell"; readonly at: string; readonly stored: string }
  | { readonly code: "not-finite"; readonly at: string; readonly stored: string }
  | { readonly code: "unsupported-type"; readonly column: string; readonly type: string }
  // A table to be written
  | { readonly code: "sheet-full"; readonly what: "rows" | "columns" | "cells"; readonly max: number }
  | { readonly code: "long-cell"; readonly column: string; readonly row: number; readonly max: number };

/** @param line row that it is about, where it is about one */
export function tableFailure(problem: TableProblem, line?: number): TableFailure {
  const found = foundIn(problem);
  return {
    pointer: "",
    code: problem.code,
    ...(found === undefined ? {} : { found: cut(found) }),
    ...(line === undefined ? {} : { line }),
    message: describe(problem),
  };
}

function foundIn(problem: TableProblem): string | undefined {
  if ("found" in problem) return problem.found;
  if ("stored" in problem) return problem.stored;
  if ("codec" in problem) return problem.codec;
  return undefined;
}

const WANTED: Readonly<Record<ReadFormat, string>> = {
  csv: "CSV",
  ndjson: "NDJSON",
  xlsx: "Excel (.xlsx)",
  parquet: "Parquet",
  yaml: "YAML",
};

const FULL: Readonly<Record<"rows" | "columns" | "cells", Text>> = {
  rows: { zh: "行（含标题行）", en: "rows, the header among them" },
  columns: { zh: "列", en: "columns" },
  cells: { zh: "个单元格", en: "cells" },
};

/** 2^20 bytes are one MiB. */
const MIB = 2 ** 20;

function describe(problem: TableProblem): Text {
  switch (problem.code) {
    case "wrong-format": {
      const { is, instead } = FOUND_IN_WORDS[problem.found];
      const wanted = WANTED[problem.wanted];
      return { zh: `不是 ${wanted} 文件，而是${is.zh}：${instead.zh}`, en: `not ${wanted} but ${is.en}: ${instead.en}` };
    }
    case "empty-file":
      return { zh: "空文件：请核对文件", en: "an empty file: check the file" };
    case "json-array":
      return {
        zh: "是一个 JSON 数组，而 NDJSON 每行一条记录：请去掉外层方括号和其间的逗号，每行写一条",
        en: "one JSON array, where NDJSON has a record a line: take off its brackets and the commas between, and write a record a line",
      };
    case "encrypted-file":
      return {
        zh: "文件有密码保护：请去掉密码，另存后再提交",
        en: "protected by a password: remove it, save the file and send it again",
      };
    case "damaged-file":
      return {
        zh: `${WANTED[problem.wanted]} 文件已损坏（${problem.reason.zh}）：请用原程序打开并重新保存，或者重新传送`,
        en: `damaged ${WANTED[problem.wanted]} file (${problem.reason.en}): open it in the program it comes from and save it anew, or transfer it again`,
      };
    case "too-large":
      return {
        zh: `文件超过 ${problem.max / MIB} MiB：请改存为 CSV，或者分成几个文件`,
        en: `larger than ${problem.max / MIB} MiB: save it as CSV, or split it`,
      };
    case "unknown-sheet":
      return {
        zh: `没有工作表 \`${cut(problem.found)}\`：可用 ${problem.known.join("、")}，或者写序号 1 至 ${problem.known.length}`,
        en: `no such sheet \`${cut(problem.found)}\`: there are ${problem.known.join(", ")}; name one, or give its number, 1 to ${problem.known.length}`,
      };
    case "no-header":
      return problem.first === null
        ? {
            zh: `第 ${problem.row} 行及以下没有内容：请核对工作表和标题行的行号`,
            en: `nothing stands in row ${problem.row} or below it: check the sheet and the number of its header row`,
          }
        : {
            zh: `第 ${problem.row} 行没有标题，内容自第 ${problem.first} 行开始：请写明标题行的行号`,
            en: `no header in row ${problem.row}, the first row with anything in it is ${problem.first}: give the number of the header row`,
          };
    case "unknown-codec":
      return {
        zh: `此处不能解压 ${problem.codec}：请用 ${problem.known.join("、")} 之一重新写出文件`,
        en: `${problem.codec} cannot be unpacked here: write the file anew with one of ${problem.known.join(", ")}`,
      };
    case "not-utf-8":
      return {
        zh: "不是 UTF-8 文本（也许是 GBK）：请在电子表格程序中另存为“CSV UTF-8”",
        en: "not text in UTF-8 (perhaps GBK): save it from the spreadsheet program as `CSV UTF-8`",
      };
    case "long-row":
      return {
        zh: "有一行超过 512 KiB：请检查是否有引号没有成对",
        en: "a row is longer than 512 KiB: look for a quote that is not closed",
      };
    case "too-many-stages":
      return {
        zh: `阶段多于 ${problem.max} 个：请核对哪一列是阶段`,
        en: `more than ${problem.max} stages: check which column holds the stage`,
      };
    case "bad-cell":
      return {
        zh: `${problem.at} 存的是 \`${cut(problem.stored)}\`，读不出值：请重新填写`,
        en: `${problem.at} holds \`${cut(problem.stored)}\`, which is no value: write it anew`,
      };
    case "not-finite":
      return {
        zh: `${problem.at} 是 ${problem.stored}，不是数：没有值请留空（null）`,
        en: `${problem.at} is ${problem.stored}, no number: leave it empty (null) where there is no value`,
      };
    case "unsupported-type":
      return {
        zh: `列 \`${cut(problem.column)}\` 的类型 ${problem.type} 读不出单个的值：请改写为数或文字，一项一列`,
        en: `column \`${cut(problem.column)}\` is of type ${problem.type}, not of single values: write numbers or text, one column for each`,
      };
    case "sheet-full":
      return {
        zh: `一张工作表最多 ${problem.max} ${FULL[problem.what].zh}：请改用 CSV 或 Parquet`,
        en: `a sheet takes at most ${problem.max} ${FULL[problem.what].en}: write CSV or Parquet`,
      };
    case "long-cell":
      return {
        zh: `第 ${problem.row} 行 \`${cut(problem.column)}\` 超过 ${problem.max} 个字符，单元格装不下：请缩短，或者改用 CSV、JSON`,
        en: `\`${cut(problem.column)}\` in row ${problem.row} is longer than the ${problem.max} characters a cell takes: shorten it, or write CSV or JSON`,
      };
  }
}

/** What `qak score` was asked to do: options that fit each other, or everything that does not. */

import { formatOf, type SheetFormat } from "../files/sheets/sheet-format.js";
import { OUT_FORMATS, type OutFormat } from "../files/tables/out-format.js";
import type { Text } from "../kernel/model.js";
import type { Aggregation } from "../kernel/review-rules.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import type { CommonOptions } from "./options.js";

export interface ScoreOptions extends CommonOptions {
  readonly award: string;
  readonly by: "applicant" | "sheet";
  readonly method?: Aggregation["method"];
  readonly drop?: number;
  readonly format?: SheetFormat;
  readonly column?: readonly string[];
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly out?: OutFormat;
  readonly output?: string;
  readonly all?: boolean;
  readonly faults?: string;
}

export interface ScorePlan {
  /** `null` is standard input. */
  readonly path: string | null;
  readonly format: SheetFormat;
  /** Headings by what they hold. */
  readonly columns: ReadonlyMap<string, string>;
  /** For every stage; `null` where none was asked for. */
  readonly aggregation: Aggregation | null;
  /** `page` is for people. */
  readonly out: OutFormat | "page";
}

/** @throws BadInput with everything that does not fit */
export function scorePlan(file: string | undefined, options: ScoreOptions): ScorePlan {
  const path = file === undefined || file === "-" ? null : file;
  const wrong: Complaint[] = [];
  if (path === null && process.stdin.isTTY) wrong.push(complaint("empty-input", NO_INPUT));
  const format = options.format ?? (path === null ? "csv" : formatOf(path));
  if (format === null)
    wrong.push(complaint("unknown-format", path?.toLowerCase().endsWith(".json") ? JSON_NAME : NO_FORMAT, { file: path ?? "" }));
  if (options.sheet !== undefined && format !== "xlsx" && format !== null)
    wrong.push(complaint("stray-option", XLSX_ALONE, { file: "--sheet" }));
  if (options.headerRow !== undefined && (format === "ndjson" || format === "parquet"))
    wrong.push(complaint("stray-option", NO_HEADER_ROW, { file: "--header-row" }));
  const { method, drop } = options;
  if (drop !== undefined && method !== "trimmed-mean") wrong.push(complaint("stray-option", TRIMMED_ALONE, { file: "--drop" }));
  const out = outFormat(options, wrong);
  const columns = columnsGiven(options.column ?? [], wrong);
  if (wrong.length > 0 || format === null) throw new BadInput(wrong);
  return { path, format, columns, aggregation: aggregationOf(method, drop), out };
}

function aggregationOf(method: ScoreOptions["method"], drop = 1): Aggregation | null {
  if (method === undefined) return null;
  return method === "trimmed-mean" ? { method, drop } : { method };
}

/** As asked; as the file to be written is named; a page on a terminal, CSV to whatever reads on. */
function outFormat({ out, output }: ScoreOptions, wrong: Complaint[]): OutFormat | "page" {
  if (output === undefined) {
    if (out === "xlsx" || out === "parquet") wrong.push(complaint("binary-output", BINARY, { file: `--out ${out}` }));
    return out ?? (process.stdout.isTTY ? "page" : "csv");
  }
  const named = OUT_FORMATS.find((format) => output.toLowerCase().endsWith(`.${format}`));
  if (out === undefined && named === undefined) wrong.push(complaint("unknown-format", NO_OUT_FORMAT, { file: output }));
  return out ?? named ?? "csv";
}

/** Of what is said twice of one thing the last counts, as of other options. */
function columnsGiven(given: readonly string[], wrong: Complaint[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const one of given) {
    const [, meant, heading] = /^([^=]+)=([\s\S]+)$/.exec(one) ?? [];
    if (meant === undefined || heading === undefined) wrong.push(complaint("bad-column", noColumn(one), { file: "--column" }));
    else columns.set(meant, heading);
  }
  return columns;
}

function noColumn(found: string): Text {
  return {
    zh: `\`${found}\` 没有说明哪一列：请写 条款=标题，例如 4.1.2=某列`,
    en: `\`${found}\` says of no column what it holds: write clause=heading, such as 4.1.2=Leaders`,
  };
}

const NO_INPUT: Text = { zh: "没有输入：请给出文件，或者用管道送入", en: "no input: name a file or pipe one in" };

const NO_FORMAT: Text = {
  zh: "看名称不知是什么格式：请加 --format csv、ndjson、xlsx 或 parquet",
  en: "its name does not tell its format: add --format csv, ndjson, xlsx or parquet",
};

const JSON_NAME: Text = {
  zh: "读取的 JSON 是每行一条记录的 NDJSON：若是这样请加 --format ndjson，若是一个数组请改为每行写一条记录",
  en: "of JSON a record a line is read, NDJSON: where it is that add --format ndjson, and of one array write each record on a line of its own",
};

const NO_OUT_FORMAT: Text = {
  zh: "看名称不知写成什么格式：请加 --out csv、json、xlsx 或 parquet",
  en: "its name does not tell what to write: add --out csv, json, xlsx or parquet",
};

const XLSX_ALONE: Text = { zh: "只用于 .xlsx 文件：请去掉", en: "for .xlsx files alone: leave it out" };

const NO_HEADER_ROW: Text = {
  zh: "NDJSON 和 Parquet 没有标题行，此项只用于 CSV 和 .xlsx 文件：请去掉",
  en: "NDJSON and Parquet have no row of headings, this is for CSV and .xlsx files alone: leave it out",
};

const TRIMMED_ALONE: Text = {
  zh: "只用于 --method trimmed-mean：请加上，或者去掉此项",
  en: "for --method trimmed-mean alone: ask for that, or leave it out",
};

const BINARY: Text = { zh: "不是文本：请用 -o 指定文件", en: "is no text: name a file with -o" };

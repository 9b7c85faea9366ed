/** `qak score`: a file of score sheets to ranked applicants, or to what each sheet comes to. */
import { Command, InvalidArgumentError, Option } from "commander";
import { SHEET_FORMATS } from "../files/sheets/sheet-format.js";
import { OUT_FORMATS } from "../files/tables/out-format.js";
import type { Text } from "../kernel/model.js";
import { addExamples, type Say } from "./help.js";
import { withCommonOptions } from "./options.js";
import type { ScoreOptions } from "./score-plan.js";

export function scoreCommand(say: Say): Command {
  const command = withCommonOptions(new Command("score"), say)
    .summary(say({ zh: "为一个评分表文件计分", en: "score a file of score sheets" }))
    .description(
      say({
        zh: "为一个评分表文件计分：给出申报单位名次，或每份评分的得分",
        en: "score a file of score sheets: ranked applicants, or what each sheet comes to",
      }),
    )
    .argument(
      "[file]",
      say({
        zh: "CSV、NDJSON、.xlsx 或 Parquet，每行一份评分；写 - 或不写：标准输入的 CSV",
        en: "CSV, NDJSON, .xlsx or Parquet, a sheet a row; - or none: CSV from standard input",
      }),
    )
    .option("--award <award>", say({ zh: "按哪个奖项的评分标准计分", en: "whose criteria are scored by" }), "nm-chairman-2022")
    .addOption(
      new Option("--by <row>", say({ zh: "结果的每一行是什么", en: "what a row of the result is" }))
        .choices(["applicant", "sheet"])
        .default("applicant"),
    )
    .addOption(
      new Option(
        "--method <name>",
        say({
          zh: "几位评审员的总分在各阶段如何合成（默认依奖项的评审规则，没有则取平均）",
          en: "what the totals of several reviewers come to, at every stage (default: by the award's review rules, or the mean)",
        }),
      ).choices(["mean", "median", "trimmed-mean"]),
    )
    .option(
      "--drop <number>",
      say({ zh: "截尾平均在两端各去掉几份（默认 1）", en: "sheets a trimmed mean leaves out at each end (default: 1)" }),
      readWhole(0),
    )
    .addOption(
      new Option(
        "--format <name>",
        say({ zh: "文件的格式，用于文件名看不出时", en: "what the file is, where its name does not tell" }),
      ).choices(SHEET_FORMATS),
    )
    .option(
      "--column <clause=heading>",
      say({
        zh: "某列的内容，用于表头另有写法时；可重复",
        en: "what a column holds, where its heading says it otherwise; may be repeated",
      }),
      collect,
    )
    .option(
      "--sheet <name>",
      say({
        zh: "工作簿中的工作表，写名称或序号（默认第一张）",
        en: "sheet of a workbook, by name or number (default: the first)",
      }),
    )
    .option(
      "--header-row <number>",
      say({
        zh: "CSV 或 .xlsx 文件中表头所在的行，用于表头上方另有内容时（默认 1）",
        en: "row of the header in a CSV or .xlsx file, where something stands above it (default: 1)",
      }),
      readWhole(1),
    )
    .addOption(
      new Option(
        "--out <format>",
        say({ zh: "输出表格（默认 CSV，在终端上为版面）", en: "write a table (default: CSV, and a page on a terminal)" }),
      ).choices(OUT_FORMATS),
    )
    .option(
      "-o, --output <file>",
      say({
        zh: "写入该文件，依文件名为 CSV、JSON、.xlsx 或 Parquet",
        en: "write it there, by its name CSV, JSON, .xlsx or Parquet",
      }),
    )
    .option("--all", say({ zh: "在终端上列出每一行", en: "on a terminal, every row" }))
    .option(
      "--faults <file>",
      say({ zh: "把错误以 NDJSON 写入该文件，而非标准错误", en: "write what is wrong there, NDJSON, not to standard error" }),
    )
    .action(async (file: string | undefined, options: ScoreOptions) => {
      const { runScore } = await import("./run/score.js");
      await runScore(file, options);
    });
  return addExamples(command, say, EXAMPLES, NOTES);
}

const EXAMPLES = [
  "qak score scores.xlsx",
  "qak score scores.csv --by sheet --out json",
  "qak score scores.csv --method trimmed-mean --drop 1 -o ranking.xlsx --faults faults.ndjson",
  "qak score scores.xlsx --sheet 2 --header-row 3 --column applicant=企业 --column '4.1.2=领导作用'",
  "zcat scores.csv.gz | qak score - > ranking.csv",
];

const NOTES: readonly Text[] = [
  {
    zh: "文件有阶段、奖项有评审规则的，各阶段按规则规定的方法合成；--method 则对各阶段采用同一种方法。",
    en: "Where a file has stages and its award review rules, each stage is scored by the method that they give it; --method holds for all of them instead.",
  },
  {
    zh: "各列按条款号或名称识别：申报单位、评审员、阶段、4.1.2 或 高层领导的作用，次序不限。",
    en: "Columns are found by clause or title: applicant, reviewer and stage, 4.1.2 or 高层领导的作用, in any order.",
  },
  {
    zh: 'NDJSON：{"applicant":"…","reviewer":"…","stage":"site","scores":{"4.1.2":80,…}}，或各键并列。',
    en: 'NDJSON: {"applicant":"…","reviewer":"…","stage":"site","scores":{"4.1.2":80,…}}, or all keys side by side.',
  },
  {
    zh: "有误的单元格逐一指出行和列，绝不按零分计：该条视为缺项，总分在上下限之间。此时退出码为 2。",
    en: "A cell that is wrong is told with its row and column and never counted as zero: its item is missing, and the total lies between two bounds. The exit code is then 2.",
  },
];

function readWhole(least: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,7}$/.test(value) && Number(value) >= least) return Number(value);
    throw new InvalidArgumentError(`write a whole number, ${least} or more`);
  };
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

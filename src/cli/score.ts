/** `qak score`: a file of score sheets to ranked applicants, or to what each sheet comes to. */
import { Command, InvalidArgumentError, Option } from "commander";
import { SHEET_FORMATS } from "../files/sheets/sheet-format.js";
import { OUT_FORMATS } from "../files/tables/out-format.js";
import { examples, withCommonOptions } from "./options.js";
import type { ScoreOptions } from "./score-plan.js";

export function scoreCommand(): Command {
  return withCommonOptions(new Command("score"))
    .summary("score a file of score sheets")
    .description("score a file of score sheets: ranked applicants, or what each sheet comes to")
    .argument("[file]", "CSV, NDJSON, .xlsx or Parquet, a sheet a row; - or none: CSV from standard input")
    .option("--award <award>", "whose criteria are scored by", "nm-chairman-2022")
    .addOption(new Option("--by <row>", "what a row of the result is").choices(["applicant", "sheet"]).default("applicant"))
    .addOption(
      new Option(
        "--method <name>",
        "what the totals of several reviewers come to, at every stage (default: by the award's review rules, or the mean)",
      ).choices(["mean", "median", "trimmed-mean"]),
    )
    .option("--drop <number>", "sheets a trimmed mean leaves out at each end (default: 1)", readWhole(0))
    .addOption(new Option("--format <name>", "what the file is, where its name does not tell").choices(SHEET_FORMATS))
    .option("--column <clause=heading>", "what a column holds, where its heading says it otherwise; may be repeated", collect)
    .option("--sheet <name>", "sheet of a workbook, by name or number (default: the first)")
    .option(
      "--header-row <number>",
      "row of the header in a CSV or .xlsx file, where something stands above it (default: 1)",
      readWhole(1),
    )
    .addOption(new Option("--out <format>", "write a table (default: CSV, and a page on a terminal)").choices(OUT_FORMATS))
    .option("-o, --output <file>", "write it there, by its name CSV, JSON, .xlsx or Parquet")
    .option("--all", "on a terminal, every row")
    .option("--faults <file>", "write what is wrong there, NDJSON, not to standard error")
    .addHelpText("after", examples(...EXAMPLES) + HELP)
    .action(async (file: string | undefined, options: ScoreOptions) => {
      const { runScore } = await import("./run/score.js");
      await runScore(file, options);
    });
}

const EXAMPLES = [
  "qak score scores.xlsx",
  "qak score scores.csv --by sheet --out json",
  "qak score scores.csv --method trimmed-mean --drop 1 -o ranking.xlsx --faults faults.ndjson",
  "qak score scores.xlsx --sheet 2 --header-row 3 --column applicant=企业 --column '4.1.2=领导作用'",
  "zcat scores.csv.gz | qak score - > ranking.csv",
];

const HELP =
  "\nWhere a file has stages and its award review rules, each stage is scored by the method that they give it; --method holds" +
  "\nfor all of them instead." +
  "\nColumns are found by clause or title: applicant, reviewer and stage, 4.1.2 or 高层领导的作用, in any order." +
  '\nNDJSON: {"applicant":"…","reviewer":"…","stage":"site","scores":{"4.1.2":80,…}}, or all keys side by side.' +
  "\nA cell that is wrong is told with its row and column and never counted as zero: its item is missing, and the total lies" +
  "\nbetween two bounds. The exit code is then 2.\n";

function readWhole(least: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,7}$/.test(value) && Number(value) >= least) return Number(value);
    throw new InvalidArgumentError(`write a whole number, ${least} or more`);
  };
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Auditors' cases against the rules. */

import { runCase } from "../../audit/cases.js";
import { provisionsOf } from "../../audit/provisions.js";
import { readCases } from "../../files/read-cases.js";
import { textPieces } from "../../files/tables/text-pieces.js";
import { writeFileWhole } from "../../files/tables/write-table.js";
import { awardsAtHand } from "../awards-at-hand.js";
import { type CaseFile, caseFilesOf } from "../case-files.js";
import { BadInput, type Complaint, complaint } from "../complaint.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { failedCaseLines, type PlacedResult, type Totals, totalsLine } from "../page/cases.js";
import { sheetOf } from "../page/sheet.js";
import { print, write } from "../print.js";
import { fileProblem } from "../read-input.js";
import { jsonReport } from "../report/json.js";
import { type RunOfCases, runOfCases } from "../report/run-of-cases.js";
import type { ReportFormat } from "../report-format.js";
import { readsOf, requireWritable } from "../require-writable.js";
import type { Screen } from "../screen.js";
import { inStages, type StageProgress } from "../stage-progress.js";
import { allVisible } from "../visible.js";

export interface TestOptions extends CommonOptions {
  readonly json?: boolean;
  readonly report?: ReportFormat;
  readonly out?: string;
}

const CASES_FAILED = 1;

export async function runTest(named: readonly string[], options: TestOptions): Promise<void> {
  if (options.json && (options.report ?? "json") !== "json") throw new BadInput([TWO_REPORTS]);
  const report = options.report ?? (options.json ? "json" : undefined);
  if (options.out !== undefined && report === undefined) throw new BadInput([NO_REPORT]);
  const isShown = process.stderr.isTTY === true;
  const { files, results } = await inStages(screenFor(process.stderr, options), isShown, async (progress) => {
    const files = await filesToRun(named, options);
    return { files, results: await runFiles(files, progress) };
  });
  const failed = results.filter(({ result }) => !result.passed);
  const totals: Totals = {
    files: files.length,
    cases: results.length,
    failed: failed.length,
    confirmed: results.filter(({ result }) => result.reference === "agrees").length,
  };
  const screen = screenFor(process.stdout, options);
  if (report === undefined) printPage(screen, files, failed, totals);
  else {
    const awards = files.map(({ path, of }) => ({ path, award: of.award }));
    const placed = results.map(({ of: _, ...result }) => result);
    await writeReport(report, runOfCases(totals, awards, placed), screen, options.out);
  }
  if (options.out !== undefined) process.stderr.write(`${totalsLine({ screen: screenFor(process.stderr, options) }, totals)}\n`);
  if (failed.length > 0) process.exitCode = CASES_FAILED;
}

/** @throws BadInput where there are none, or the report would be written over what is read */
async function filesToRun(named: readonly string[], options: TestOptions): Promise<readonly CaseFile[]> {
  const atHand = await awardsAtHand(rulesFolders(options));
  const files = await caseFilesOf(atHand, named);
  if (files.length === 0) throw new BadInput([NO_FILES]);
  const paths = files.map(({ path }) => path);
  await requireWritable(options.out, readsOf(atHand, paths));
  return files;
}

type Result = PlacedResult & Pick<CaseFile, "of">;

/** @throws BadInput with everything wrong in every file, before any case is run */
async function runFiles(files: readonly CaseFile[], progress: StageProgress): Promise<readonly Result[]> {
  const wrong: Complaint[] = [];
  const read = [];
  for (const { path, of } of files) {
    const cases = await readCases(of.award, path);
    if (cases.ok) read.push({ path, of, cases: cases.cases });
    else wrong.push(...cases.errors.map((error) => ({ ...error, file: path })));
  }
  if (wrong.length > 0) throw new BadInput(wrong, provisionsOfOne(files));
  const results: Result[] = [];
  const all = read.reduce((sum, { cases }) => sum + cases.length, 0);
  for (const { path, of, cases } of read) {
    for (const { line, case: one } of cases) {
      results.push({ file: path, line, of, result: await runCase(of.award, one) });
      progress.update("cases", results.length, all);
    }
  }
  return results;
}

/** To cite by; of several awards an eId would not tell whose it is. */
function provisionsOfOne(files: readonly CaseFile[]) {
  const awards = new Set(files.map(({ of }) => of.award));
  const [award] = awards;
  return awards.size === 1 && award !== undefined ? provisionsOf(award.files.law) : undefined;
}

function printPage(screen: Screen, files: readonly CaseFile[], failed: readonly Result[], totals: Totals): void {
  const sheets = new Map(files.map(({ of }) => [of.award, sheetOf(screen, of.award)]));
  const lines = failed.flatMap((one) => failedCaseLines(sheets.get(one.of.award) ?? sheetOf(screen, one.of.award), shown(one)));
  print([...lines.slice(lines.length > 0 ? 1 : 0), ...(lines.length > 0 ? [""] : []), totalsLine({ screen }, totals)]);
}

/** What is printed of a case: all but its award, which is ours. */
function shown({ of, ...result }: Result): Result {
  return { ...allVisible(result), of };
}

async function writeReport(format: ReportFormat, run: RunOfCases, { language }: Screen, out: string | undefined): Promise<void> {
  const text = await reportText(format, run, language);
  if (out === undefined) return write(text);
  try {
    await writeFileWhole(out, textPieces([text]));
  } catch (error) {
    throw fileProblem(error, out);
  }
}

async function reportText(format: ReportFormat, run: RunOfCases, language: Screen["language"]): Promise<string> {
  switch (format) {
    case "json":
      return `${JSON.stringify(jsonReport(run), null, 2)}\n`;
    case "junit": {
      const { junitReport } = await import("../report/junit.js");
      return [...junitReport(run, language)].join("");
    }
    case "html": {
      const { htmlReport } = await import("../report/html.js");
      return htmlReport(run, language);
    }
  }
}

const NO_FILES = complaint("no-cases", {
  zh: "没有用例文件：请写在 rules/<奖项>/cases/ 中，或者给出文件",
  en: "no files of cases: write some in rules/<award>/cases/ or name a file",
});

const TWO_REPORTS = complaint(
  "contradiction",
  {
    zh: "要 JSON 还是要报告：请去掉 --json，或者去掉 --report",
    en: "JSON or another report: leave --json out, or leave --report out",
  },
  { file: "--json" },
);

const NO_REPORT = complaint(
  "no-report",
  { zh: "没有说明写成什么：请加 --report html、junit 或 json", en: "as what? add --report html, junit or json" },
  { file: "--out" },
);

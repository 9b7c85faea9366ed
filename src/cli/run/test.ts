/** Auditors' cases against the rules. */

import { runCase } from "../../audit/cases.js";
import { readCases } from "../../files/read-cases.js";
import { awardsAtHand } from "../awards-at-hand.js";
import { type CaseFile, caseFilesOf } from "../case-files.js";
import { BadInput, type Complaint, complaint } from "../complaint.js";
import { type CommonOptions, rulesFolders, screenFor } from "../options.js";
import { failedCaseLines, type PlacedResult, type Totals, totalsLine } from "../page/cases.js";
import { sheetOf } from "../page/sheet.js";
import { print, printJson } from "../print.js";
import { allVisible } from "../visible.js";

export interface TestOptions extends CommonOptions {
  readonly json?: boolean;
}

const CASES_FAILED = 1;

export async function runTest(named: readonly string[], options: TestOptions): Promise<void> {
  const files = await caseFilesOf(await awardsAtHand(rulesFolders(options)), named);
  if (files.length === 0) throw new BadInput([NO_FILES]);
  const results = await runFiles(files);
  const failed = results.filter(({ result }) => !result.passed);
  const totals: Totals = {
    files: files.length,
    cases: results.length,
    failed: failed.length,
    confirmed: results.filter(({ result }) => result.reference === "agrees").length,
  };
  if (options.json) printJson({ ...totals, passed: totals.cases - totals.failed, results: results.map(asJson) });
  else {
    const screen = screenFor(process.stdout, options);
    const sheets = new Map(files.map(({ of }) => [of.award, sheetOf(screen, of.award)]));
    const lines = failed.flatMap((one) => failedCaseLines(sheets.get(one.of.award) ?? sheetOf(screen, one.of.award), shown(one)));
    print([...lines.slice(lines.length > 0 ? 1 : 0), ...(lines.length > 0 ? [""] : []), totalsLine({ screen }, totals)]);
  }
  if (failed.length > 0) process.exitCode = CASES_FAILED;
}

type Result = PlacedResult & Pick<CaseFile, "of">;

/** @throws BadInput with everything wrong in every file, before any case is run */
async function runFiles(files: readonly CaseFile[]): Promise<readonly Result[]> {
  const wrong: Complaint[] = [];
  const read = [];
  for (const { path, of } of files) {
    const cases = await readCases(of.award, path);
    if (cases.ok) read.push({ path, of, cases: cases.cases });
    else wrong.push(...cases.errors.map((error) => ({ ...error, file: path })));
  }
  if (wrong.length > 0) throw new BadInput(wrong);
  const results: Result[] = [];
  for (const { path, of, cases } of read) {
    for (const { line, case: one } of cases) results.push({ file: path, line, of, result: await runCase(of.award, one) });
  }
  return results;
}

/** What is printed of a case: all but its award, which is ours. */
function shown({ of, ...result }: Result): Result {
  return { ...allVisible(result), of };
}

function asJson({ file, line, of, result }: Result) {
  return {
    file,
    line,
    award: of.award.id,
    decision: result.case.decision,
    case: result.case.case,
    passed: result.passed,
    reference: result.reference,
    differences: result.differences,
    ...(result.errors.length === 0 ? {} : { errors: result.errors }),
  };
}

const NO_FILES = complaint("no-cases", {
  zh: "没有用例文件：请写在 rules/<奖项>/cases/ 中，或者给出文件",
  en: "no files of cases: write some in rules/<award>/cases/ or name a file",
});

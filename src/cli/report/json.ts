/** A run of cases as data. */
import type { PlacedResult } from "../page/cases.js";
import type { RunOfCases } from "./run-of-cases.js";

export function jsonReport({ totals, files }: RunOfCases): object {
  const results = files.flatMap(({ award, results }) => results.map((placed) => resultAsJson(award.id, placed)));
  return { ...totals, passed: totals.cases - totals.failed, results };
}

function resultAsJson(award: string, { file, line, result }: PlacedResult): object {
  const { decision, case: sentence, comment } = result.case;
  return {
    file,
    line,
    award,
    decision,
    case: sentence,
    ...(comment === undefined ? {} : { comment }),
    passed: result.passed,
    reference: result.reference,
    differences: result.differences,
    ...(result.errors.length === 0 ? {} : { errors: result.errors }),
  };
}

/** A result in the words that every report uses: titles of decisions, labels of outcomes, the law's sentence. */
import type { Difference } from "../../audit/difference.js";
import { labelOf } from "../../audit/provisions.js";
import { visible } from "../../files/visible.js";
import type { Status } from "../../kernel/answer.js";
import type { Language } from "../language.js";
import type { PlacedResult } from "../page/cases.js";
import { DIFFERENCE_TITLES, valueInWords } from "../page/difference-words.js";
import { STATUS_WORDS } from "../page/rules.js";
import { allVisible } from "../visible.js";
import type { ReportedFile } from "./run-of-cases.js";

/** All of it made visible. */
export interface CaseInWords {
  readonly name: string;
  readonly place: string;
  readonly passed: boolean;
  readonly decision: string;
  readonly asOf: string;
  readonly comment: string | null;
  readonly differences: readonly DifferenceInWords[];
  /** Why a question was refused. */
  readonly errors: readonly string[];
}

export interface DifferenceInWords {
  readonly of: Difference["of"];
  readonly title: string;
  readonly expected: string;
  readonly got: string;
  readonly rules: readonly RuleInWords[];
}

export interface RuleInWords {
  readonly name: string;
  readonly status: string;
  readonly says: string;
  readonly cited: string;
  /** The text of its provision, letter by letter. */
  readonly law: string;
}

export function caseInWords(of: ReportedFile, placed: PlacedResult, language: Language): CaseInWords {
  const { file, line, result } = allVisible(placed);
  const { decisions } = of.award.files.pack;
  const declared = decisions.find(({ name }) => name === result.case.decision);
  return {
    name: result.case.case,
    place: `${file}:${line}`,
    passed: result.passed,
    decision: declared?.title[language] ?? result.case.decision,
    asOf: result.case.asOf,
    comment: result.case.comment ?? null,
    differences: result.differences.map((difference) => ({
      of: difference.of,
      title: [DIFFERENCE_TITLES[difference.of][language], difference.name ?? ""].join(" ").trim(),
      expected: inWords(difference, difference.expected),
      got: inWords(difference, difference.got),
      rules: difference.rules.map(({ name, status, says, provision, quote }) => ({
        name,
        status: statusIn(status, language),
        says: says[language],
        cited: labelOf(of.provisions, provision)[language],
        law: visible(of.provisions.get(provision)?.text ?? quote),
      })),
    })),
    errors: result.errors.map(({ pointer, message }) => `${pointer} ${message[language]}`.trim()),
  };

  function inWords(difference: Difference, value: Difference["got"]): string {
    return valueInWords(of, result.case.decision, difference, value, language);
  }
}

function statusIn(status: Status, language: Language): string {
  return STATUS_WORDS[status][language];
}

/** A run of cases as JUnit XML, as CI systems read it: a suite a file, a failure with its message. No clock is read, so no times. */
import { attributeText } from "../../files/xes/xml-text.js";
import type { Language } from "../language.js";
import { type CaseInWords, caseInWords } from "./case-in-words.js";
import type { ReportedFile, RunOfCases } from "./run-of-cases.js";

export function* junitReport({ totals, files }: RunOfCases, language: Language): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: "qak test", tests: totals.cases, failures: totals.failed, errors: 0 })}>\n`;
  for (const file of files) yield* suite(file, language);
  yield "</testsuites>\n";
}

function* suite(of: ReportedFile, language: Language): Generator<string> {
  const failures = of.results.filter(({ result }) => !result.passed).length;
  yield `  <testsuite${attributes({ name: of.file, tests: of.results.length, failures, errors: 0, skipped: 0 })}>\n`;
  for (const placed of of.results) {
    const { decision } = placed.result.case;
    const one = caseInWords(of, placed, language);
    const head = { classname: `${of.award.id}.${decision}`, name: one.name, file: of.file, line: placed.line };
    const body = [...failureOf(one, language), ...commentOf(one)];
    yield body.length === 0
      ? `    <testcase${attributes(head)}/>\n`
      : `    <testcase${attributes(head)}>\n${body.map((line) => `      ${line}\n`).join("")}    </testcase>\n`;
  }
  yield "  </testsuite>\n";
}

function failureOf(one: CaseInWords, language: Language): readonly string[] {
  const [first] = one.differences;
  if (first === undefined) return [];
  const [expected, got, colon] = language === "zh" ? ["预期 ", "实得 ", "："] : ["expected ", "got ", ": "];
  const lines = one.differences.flatMap((difference) => [
    `${difference.title}${colon}${expected}${difference.expected}${language === "zh" ? "，" : ", "}${got}${difference.got}`,
    ...difference.rules.flatMap(({ name, status, says, cited, law }) => [`  ${name} ${status} · ${says}`, `  ${cited} ${law}`]),
  ]);
  const text = [one.place, ...lines, ...one.errors].join("\n");
  return [`<failure${attributes({ message: lines[0] ?? "", type: first.of })}>${escaped(text)}</failure>`];
}

function commentOf({ comment }: CaseInWords): readonly string[] {
  return comment === null ? [] : [`<system-out>${escaped(comment)}</system-out>`];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${attributeText(inXml(String(value)))}"`)
    .join("");
}

function escaped(text: string): string {
  return inXml(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What no XML can hold, as JSON escapes it. */
function inXml(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

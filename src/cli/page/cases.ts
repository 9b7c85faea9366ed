/** What running cases showed: those that failed, with what was expected, what came, the rule and the law's sentence. */
import type { CaseResult } from "../../audit/cases.js";
import type { Difference } from "../../audit/difference.js";
import type { JsonValue } from "../../kernel/answer.js";
import { block, say } from "../screen.js";
import { count } from "../tally.js";
import { padEnd, widthOf } from "../width.js";
import { DIFFERENCE_TITLES, valueInWords } from "./difference-words.js";
import { statusWord } from "./rules.js";
import { cite, type Sheet } from "./sheet.js";

/** A result and where its case stands. */
export interface PlacedResult {
  readonly file: string;
  readonly line: number;
  readonly result: CaseResult;
}

export function failedCaseLines(sheet: Sheet, { file, line, result }: PlacedResult): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const told = new Set<string>();
  const refused = result.errors.length > 0 && result.differences.some(({ of }) => of === "question" || of === "errors");
  return [
    "",
    ...block(screen, 2, result.case.case, { first: `${paint.red("✗")} `, style: paint.bold }),
    paint.dim(`  ${file}:${line} · ${result.case.decision} · ${result.case.asOf}`),
    ...(result.case.comment === undefined ? [] : block(screen, 4, result.case.comment, { style: paint.dim })),
    ...result.differences.flatMap((difference) => differenceLines(sheet, result.case.decision, difference, told)),
    ...(refused ? result.errors.flatMap((error) => block(screen, 6, `${error.pointer} ${say(screen, error.message)}`)) : []),
  ];
}

export interface Totals {
  readonly files: number;
  readonly cases: number;
  readonly failed: number;
  /** Cases that the second evaluator decided too. */
  readonly confirmed: number;
}

export function totalsLine(sheet: Pick<Sheet, "screen">, { files, cases, failed, confirmed }: Totals): string {
  const { paint, language } = sheet.screen;
  const zh = language === "zh";
  const passed = zh ? `${count(cases - failed)} 个通过` : `${count(cases - failed)} passed`;
  const parts = [
    failed === 0
      ? paint.green(paint.bold(`✓ ${passed}`))
      : paint.red(paint.bold(`✗ ${zh ? `${count(failed)} 个不符` : `${count(failed)} failed`}`)),
    ...(failed === 0 ? [] : [passed]),
    zh ? `${count(files)} 个文件` : `${count(files)} ${files === 1 ? "file" : "files"}`,
    zh ? `${count(confirmed)} 个经第二引擎复核` : `${count(confirmed)} confirmed by the second evaluator`,
  ];
  return parts.join(paint.dim(" · "));
}

/** @param told rules whose sentence of the law stands above already */
function differenceLines(sheet: Sheet, decision: string, difference: Difference, told: Set<string>): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const name = difference.name === undefined ? "" : ` ${difference.name}`;
  const expected = screen.language === "zh" ? "预期 " : "expected ";
  const got = padEnd(screen.language === "zh" ? "实得 " : "got ", widthOf(expected));
  const indent = 6 + widthOf(expected);
  const inWords = (value: JsonValue) => valueInWords(sheet, decision, difference, value, screen.language);
  const rules = difference.rules.filter((rule) => !told.has(rule.name));
  for (const rule of rules) told.add(rule.name);
  return [
    `    ${paint.yellow(say(screen, DIFFERENCE_TITLES[difference.of]))}${name}`,
    ...block(screen, indent, inWords(difference.expected), {
      first: `      ${expected}`,
      style: paint.green,
    }),
    ...block(screen, indent, inWords(difference.got), {
      first: `      ${got}`,
      style: paint.red,
    }),
    ...rules.flatMap((rule) => [
      ...block(screen, 6, `${rule.name} ${statusWord(sheet, rule.status)} · ${say(screen, rule.says)}`, { style: paint.dim }),
      ...block(screen, 6, `${cite(sheet, rule.provision)} ${sheet.provisions.get(rule.provision)?.text ?? rule.quote}`, {
        style: paint.cyan,
      }),
    ]),
  ];
}

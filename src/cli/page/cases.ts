/** What running cases showed: those that failed, with what was expected, what came, the rule and the law's sentence. */
import type { CaseResult } from "../../audit/cases.js";
import type { Difference } from "../../audit/difference.js";
import type { JsonValue } from "../../kernel/answer.js";
import type { Text } from "../../kernel/model.js";
import { block, say } from "../screen.js";
import { count } from "../tally.js";
import { padEnd, widthOf } from "../width.js";
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
    ...result.differences.flatMap((difference) => differenceLines(sheet, difference, told)),
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

const TITLES: Readonly<Record<Difference["of"], Text>> = {
  outcome: { zh: "结论", en: "outcome" },
  provision: { zh: "依据条款", en: "provision" },
  rules: { zh: "规则", en: "rule" },
  missing: { zh: "缺失事实", en: "missing facts" },
  consequences: { zh: "应有后果", en: "consequences due" },
  outputs: { zh: "结果值", en: "outputs" },
  remedies: { zh: "补救办法", en: "remedies" },
  fixed: { zh: "无法改变的障碍", en: "fixed obstacles" },
  wouldChange: { zh: "会改变结论的解释", en: "interpretations that would change the outcome" },
  notices: { zh: "提示", en: "notices" },
  errors: { zh: "错误", en: "errors" },
  question: { zh: "问题被拒绝，错误见下", en: "the question is refused, for the errors below" },
  engines: { zh: "两个引擎不一致（预期为参考引擎）", en: "the evaluators disagree (expected: the reference)" },
};

/** @param told rules whose sentence of the law stands above already */
function differenceLines(sheet: Sheet, difference: Difference, told: Set<string>): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const name = difference.name === undefined ? "" : ` ${difference.name}`;
  const expected = screen.language === "zh" ? "预期 " : "expected ";
  const got = padEnd(screen.language === "zh" ? "实得 " : "got ", widthOf(expected));
  const indent = 6 + widthOf(expected);
  const rules = difference.rules.filter((rule) => !told.has(rule.name));
  for (const rule of rules) told.add(rule.name);
  return [
    `    ${paint.yellow(say(screen, TITLES[difference.of]))}${name}`,
    ...block(screen, indent, inShort(difference.expected), { first: `      ${expected}`, style: paint.green }),
    ...block(screen, indent, inShort(difference.got), { first: `      ${got}`, style: paint.red }),
    ...rules.flatMap((rule) => [
      ...block(screen, 6, `${rule.name} ${statusWord(sheet, rule.status)} · ${say(screen, rule.says)}`, { style: paint.dim }),
      ...block(screen, 6, `${cite(sheet, rule.provision)} ${sheet.provisions.get(rule.provision)?.text ?? rule.quote}`, {
        style: paint.cyan,
      }),
    ]),
  ];
}

/** Names as a list, everything else as JSON on one line. */
function inShort(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (value === null) return "–";
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.length === 0 ? "[]" : value.join(", ");
  return JSON.stringify(value);
}

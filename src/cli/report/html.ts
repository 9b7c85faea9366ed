/** A run of cases as one page that needs nothing else: no script, nothing fetched, as good on paper. */
import { html, raw } from "hono/html";
import { visible } from "../../files/visible.js";
import type { Text } from "../../kernel/model.js";
import type { Language } from "../language.js";
import { type CaseInWords, caseInWords, type DifferenceInWords, type RuleInWords } from "./case-in-words.js";
import type { ReportedFile, RunOfCases } from "./run-of-cases.js";
import { REPORT_STYLE } from "./style.js";

type Markup = ReturnType<typeof html>;

export function htmlReport(run: RunOfCases, language: Language): string {
  const say = (text: Text) => text[language];
  const { cases, failed } = run.totals;
  return `${html`<!doctype html>
<html lang="${say({ zh: "zh-CN", en: "en" })}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>${say(TITLE)} · ${summary(cases, failed, language)}</title><style>${raw(REPORT_STYLE)}</style></head><body>
<h1>${say(TITLE)}</h1>
<p class="${failed === 0 ? "passed" : "failed"}">${summary(cases, failed, language)}</p>
${run.files.map((file) => fileSection(file, language))}
</body></html>`}\n`;
}

const TITLE: Text = { zh: "案例检验报告", en: "Cases against the rules" };

function summary(cases: number, failed: number, language: Language): string {
  return language === "zh"
    ? `共 ${cases} 个案例，${cases - failed} 个通过，${failed} 个不符`
    : `${cases} ${cases === 1 ? "case" : "cases"}, ${cases - failed} passed, ${failed} failed`;
}

function fileSection(of: ReportedFile, language: Language): Markup {
  const say = (text: Text) => text[language];
  const cases = of.results.map((placed) => caseInWords(of, placed, language));
  const failed = cases.filter(({ passed }) => !passed);
  const { title, documentNumber } = of.award.files.pack;
  return html`<section><h2>${visible(of.file)}</h2>
<p class="law">${title[language]} ${documentNumber}</p>
<p>${summary(cases.length, failed.length, language)}</p>
${failed.map((one) => failedCase(one, language))}
<table><thead><tr><th></th><th>${say({ zh: "案例", en: "case" })}</th><th>${say({ zh: "判定事项", en: "decision" })}</th>
<th>${say({ zh: "判定日", en: "as of" })}</th><th>${say({ zh: "备注", en: "comment" })}</th></tr></thead><tbody>
${cases.map((one) => caseRow(one, language))}</tbody></table></section>
`;
}

function caseRow({ passed, name, decision, asOf, comment }: CaseInWords, language: Language): Markup {
  const word = passed ? { zh: "通过", en: "passed" } : { zh: "不符", en: "failed" };
  return html`<tr><td class="${passed ? "passed" : "failed"}">${passed ? "✓" : "✗"} ${word[language]}</td><td>${name}</td><td>${decision}</td><td>${asOf}</td><td>${comment ?? ""}</td></tr>
`;
}

function failedCase(one: CaseInWords, language: Language): Markup {
  return html`<article><h3><span class="failed">✗</span> ${one.name}</h3>
<p class="place">${one.place} · ${one.decision} · ${one.asOf}</p>
${one.comment === null ? "" : html`<p>${one.comment}</p>`}
${one.differences.map((difference) => differenceMarkup(difference, language))}
${one.errors.length === 0 ? "" : html`<ul>${one.errors.map((error) => html`<li>${error}</li>`)}</ul>`}
</article>
`;
}

function differenceMarkup({ title, expected, got, rules }: DifferenceInWords, language: Language): Markup {
  const [expectedWord, gotWord] = language === "zh" ? ["预期", "实得"] : ["expected", "got"];
  return html`<h4>${title}</h4>
<dl><dt>${expectedWord}</dt><dd class="expected">${expected}</dd><dt>${gotWord}</dt><dd class="got">${got}</dd></dl>
${rules.map(ruleMarkup)}`;
}

/** The law in the law's language. */
function ruleMarkup({ name, status, says, cited, law }: RuleInWords): Markup {
  return html`<div class="rule"><p><code>${name}</code> ${status} · ${says}</p><blockquote><cite>${cited}</cite> <span lang="zh-CN">${law}</span></blockquote></div>
`;
}

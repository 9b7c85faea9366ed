/** The ledger of an audit as one page that needs nothing else: the law on the left, what became of it on the right, and, of a whole audit, a place to sign. */
import { html, raw } from "hono/html";
import { changeOf, keyOf } from "../../../audit/mutation/mutant.js";
import type { MutantResult, MutantStatus } from "../../../audit/mutation/mutation-score.js";
import { visible } from "../../../files/visible.js";
import type { Article, Chapter } from "../../../kernel/model.js";
import type { Text } from "../../../kernel/text.js";
import { type Findings, type ProvisionRow, provisionRows } from "../../../ledger/provision-row.js";
import { type Requirements, requirementsOf } from "../../../ledger/requirements.js";
import type { RuleAudit } from "../../../ledger/rule-audit.js";
import type { Language } from "../../language.js";
import { LEDGER_STATUS } from "../../ledger-status.js";
import { both, type Markup } from "./bilingual.js";
import { findingsOf } from "./findings.js";
import { LEDGER_STYLE } from "./style.js";
import { summaryOf } from "./summary.js";
import { BARE, FOUND_WORDS } from "./words.js";

/** @param language that in which the page opens; both are in it */
export function ledgerPage(audit: RuleAudit, required: Requirements, language: Language): string {
  const { pack, law } = audit.award.files;
  const { rows, whole } = provisionRows(audit);
  const bare = rows.filter(isBare);
  const isWhole = requirementsOf(audit, required).every(({ omitted }) => omitted === null);
  return `${html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>${language === "zh" ? "规则审核台账" : "Audit of the rules"} · ${visible(pack.title[language])}</title><style>${raw(LEDGER_STYLE)}</style></head><body>
${switchOf(language)}
<h1>${both({ zh: "规则审核台账", en: "Audit of the rules" })}</h1>
<p>${both(pack.title)} ${visible(pack.documentNumber)}</p>
${summaryOf(audit, required)}
${bareSection(bare)}
${wrongSection(audit)}
${wholeSection(whole)}
${apartSection(audit)}
${law.chapters.map((chapter) => chapterSection(chapter, rows))}
${isWhole ? signature() : ""}
</body></html>`}\n`;
}

function switchOf(language: Language): Markup {
  const choice = (id: string, label: string, isChosen: boolean) =>
    html`<label for="${id}"><input type="radio" name="language" id="${id}" ${isChosen ? raw("checked") : ""}> ${label}</label>`;
  return html`<div class="languages">${choice("only-zh", "中文", language === "zh")}${choice("only-en", "English", language === "en")}${choice("both", "中 + En", false)}</div>`;
}

/** What no rule decides, before anything else. */
function bareSection(bare: readonly ProvisionRow[]): Markup {
  return html`<h2>${both({ zh: `不由规则判断的条款（${bare.length} 句）`, en: `What no rule decides (${bare.length} sentences)` })}</h2>
<ul>${bare.map(
    ({ eId, label, status, reason }) =>
      html`<li><a href="#${eId}">${both(label)}</a> <span class="chip">${both(LEDGER_STATUS[status])}</span> ${both(reason)}</li>
`,
  )}</ul>`;
}

/** Cases that fail, and lines of the list of equivalents that do not hold. */
function wrongSection({ cases, mutation }: RuleAudit): Markup {
  const failing = cases.filter(({ passed }) => !passed);
  return html`${group(FAILING, failing, (one) => html`<li class="failed">${visible(`${one.case.decision}: ${one.case.case}`)}</li>`)}
${group(STALE, mutation?.stale ?? [], ({ mutant, found }) => html`<li class="failed"><code>${visible(mutant)}</code> ${both(FOUND_WORDS[found])}</li>`)}`;
}

/** What is found of no sentence: of whole decisions, of the score card. */
function wholeSection({ mutants, ...found }: Findings): Markup | string {
  const told = { ...found, mutants: mutants.filter(({ status }) => !APART.includes(status)) };
  if (told.coverage.length + told.mutants.length + told.proofs.length === 0) return "";
  return html`<section id="whole-award"><h2>${both({ zh: "关于整个奖项", en: "Of the whole award" })}</h2>
${findingsOf(told)}</section>`;
}

const APART: readonly MutantStatus[] = ["outside", "stillborn"];

/** Changes that were not put to the cases. */
function apartSection({ mutation }: RuleAudit): Markup {
  const those = (is: MutantStatus) => (mutation?.mutants ?? []).filter(({ status }) => status === is);
  return html`${group(OUTSIDE, those("outside"), (mutant) => html`<li><code>${visible(keyOf(mutant))}</code> ${visible(changeOf(mutant))}</li>`)}
${group(STILLBORN, those("stillborn"), stillbornItem)}`;
}

function group<T>({ title, why }: Group, items: readonly T[], itemOf: (item: T) => Markup): Markup | string {
  if (items.length === 0) return "";
  const counted = { zh: `${title.zh}（${items.length} 个）`, en: `${title.en} (${items.length})` };
  return html`<h2>${both(counted)}</h2>${why === undefined ? "" : html`<p>${both(why)}</p>`}<ul>${items.map(itemOf)}</ul>`;
}

interface Group {
  readonly title: Text;
  readonly why?: Text;
}

function stillbornItem({ refusedFor = "", reason, ...mutant }: MutantResult): Markup {
  return html`<li><code>${visible(keyOf(mutant))}</code> ${visible(changeOf(mutant))} <code>${refusedFor}</code> ${reason === undefined ? "" : both(reason)}</li>`;
}

const FAILING: Group = { title: { zh: "不符的案例", en: "Cases that fail" } };

const STALE: Group = {
  title: { zh: "等价清单中不成立的", en: "Listed as equivalent, and not so" },
  why: {
    zh: "只要清单中有不成立的，变异检出率即不符合要求。",
    en: "As long as the list has one that is not so, the mutation score is not met.",
  },
};

const STILLBORN: Group = {
  title: { zh: "不成规则包的变异", en: "Changes that are no pack" },
  why: {
    zh: "其形状、名称或类型有误，无法据以判定，不计入检出率。",
    en: "Their shape, names or types are wrong, so that nothing can be decided by them. They do not count.",
  },
};

const OUTSIDE: Group = {
  title: { zh: "案例看不到的变异", en: "Changes that no case can see" },
  why: {
    zh: "评分条目的分值，以及只有程序、义务或选拔用到的参数：没有判定事项读取，案例无从检出，计为未检出。",
    en: "Points of the score card, and parameters that only procedure, obligations or selection use: no decision reads them, so no case can tell. They count as not killed.",
  },
};

function chapterSection({ num, heading, articles }: Chapter, rows: readonly ProvisionRow[]): Markup {
  return html`<h2 lang="zh-CN">${num} ${heading}</h2>
${articles.map((article) => articleSection(article, rows))}`;
}

function articleSection({ eId, num, heading }: Article, rows: readonly ProvisionRow[]): Markup {
  const own = rows.filter((row) => row.eId.startsWith(`${eId}__`));
  return html`<h3 lang="zh-CN">${num} ${heading ?? ""}</h3>
${own.map(pair)}`;
}

function pair(row: ProvisionRow): Markup {
  return html`<div class="pair${isBare(row) ? " bare" : ""}" id="${row.eId}"><div class="sentence" lang="zh-CN">${visible(row.text)} <span class="eid">${row.eId}</span></div>
<div class="beside"><p>${isBare(row) ? html`<span class="chip failed">${both(BARE)}</span> ` : ""}<span class="chip">${both(LEDGER_STATUS[row.status])}</span> ${both(row.reason)}</p>
${row.rules.length === 0 ? "" : html`<ul>${row.rules.map(({ name, says }) => html`<li><code>${name}</code> ${says === null ? "" : both(says)}</li>`)}</ul>`}
${findingsOf(row)}</div></div>
`;
}

function isBare({ rules }: ProvisionRow): boolean {
  return rules.length === 0;
}

function signature(): Markup {
  return html`<div class="signature"><div>${both({ zh: "审核人", en: "audited by" })}</div><div>${both({ zh: "日期", en: "date" })}</div><div>${both({ zh: "签字", en: "signature" })}</div></div>`;
}

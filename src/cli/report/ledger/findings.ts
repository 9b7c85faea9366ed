/** What the audit found of one provision, or of the whole award: what its cases show, which slips they would not notice, and what is proved. */
import { html } from "hono/html";
import type { CoverageItem } from "../../../audit/coverage/coverage.js";
import { changeOf, keyOf } from "../../../audit/mutation/mutant.js";
import type { MutantResult } from "../../../audit/mutation/mutation-score.js";
import { visible } from "../../../files/visible.js";
import type { Findings } from "../../../ledger/provision-row.js";
import { type Tally, tallyOf } from "../../../ledger/tallies.js";
import type { ProofResult } from "../../../proof/result.js";
import { both, type Markup } from "./bilingual.js";
import { lackingInWords, PROOF_WORDS } from "./words.js";

export function findingsOf(of: Findings): Markup {
  const { coverage, mutants } = tallyOf(of);
  return html`${coverage.needs === 0 ? "" : coverageLine(of, coverage)}
${mutants.killed + mutants.survived + mutants.equivalent + mutants.stillborn === 0 ? "" : mutantLine(of, mutants)}
${of.proofs.length === 0 ? "" : html`<ul>${of.proofs.map(proofItem)}</ul>`}`;
}

function mark(isMet: boolean): string {
  return isMet ? "✓" : "✗";
}

function coverageLine({ coverage, cases }: Findings, { needs, seen }: Tally["coverage"]): Markup {
  const open = coverage.filter((item) => item.seen.length < item.needs.length);
  return html`<p class="${seen === needs ? "met" : "failed"}">${mark(seen === needs)} ${both({ zh: "覆盖", en: "coverage" })} ${seen} / ${needs}</p>
${open.length === 0 ? "" : html`<ul>${open.map(openItem)}</ul>`}
<details><summary>${both({ zh: `首次在此显示出什么的案例：${cases.length} 个`, en: `cases that first showed something here: ${cases.length}` })}</summary><ul>${cases.map((name) => html`<li>${visible(name)}</li>`)}</ul></details>`;
}

function openItem(item: CoverageItem): Markup {
  return html`<li class="failed"><code>${visible(`${item.decision}: ${item.name}`)}</code> ${both(lackingInWords(item))}</li>`;
}

function mutantLine({ mutants }: Findings, { killed, survived, equivalent, stillborn }: Tally["mutants"]): Markup {
  const left = mutants.filter(({ status }) => status === "survived" || status === "equivalent");
  const told =
    killed + survived === 0 ? "" : html`${both({ zh: "变异检出", en: "mutants killed" })} ${killed} / ${killed + survived} `;
  const alike = equivalent === 0 ? "" : both({ zh: `与原规则等价的变异 ${equivalent} 个`, en: `${equivalent} equivalent` });
  const none = stillborn === 0 ? "" : both({ zh: `不成规则包的变异 ${stillborn} 个`, en: `${stillborn} that are no pack` });
  return html`<p class="${survived === 0 ? "met" : "failed"}">${mark(survived === 0)} ${told}${alike} ${none}</p>
${left.length === 0 ? "" : html`<ul>${left.map(mutantItem)}</ul>`}`;
}

function mutantItem({ reason, ...mutant }: MutantResult): Markup {
  const why = reason === undefined ? html`<span class="failed">${both({ zh: "未检出", en: "survived" })}</span>` : both(reason);
  return html`<li><code>${visible(keyOf(mutant))}</code> ${visible(changeOf(mutant))} ${why}</li>`;
}

/** A property, whether it is proved, and what it is about. */
export function proofItem({ property, decision, rule, outcome, status, says, reason }: ProofResult): Markup {
  const { sign, tone, label } = PROOF_WORDS[status];
  const about = [decision, rule ?? outcome].filter((part) => part !== undefined && part !== null && part !== property).join("/");
  return html`<li><span class="${tone}">${sign} ${both(label)}</span> ${both(says)} <code>${visible([property, about].filter((part) => part !== "").join(" "))}</code> ${reason === undefined ? "" : both(reason)}</li>`;
}

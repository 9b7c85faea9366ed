/** What the whole audit came to, against what it was held to. */
import { html } from "hono/html";
import { coveredShare } from "../../../audit/coverage/coverage.js";
import { KERNEL_VERSION } from "../../../kernel/version.js";
import { type Requirement, type Requirements, requirementsOf } from "../../../ledger/requirements.js";
import type { RuleAudit } from "../../../ledger/rule-audit.js";
import { percentOf } from "../../percent.js";
import { both, type Markup } from "./bilingual.js";
import { REQUIREMENT_WORDS } from "./words.js";

export function summaryOf(audit: RuleAudit, required: Requirements): Markup {
  const rows = requirementsOf(audit, required).map(
    (one) => html`<tr><th>${both(REQUIREMENT_WORDS[one.name])}</th>${verdict(one)}<td>${told(audit, required, one)}</td></tr>
`,
  );
  const { ruleset } = audit.award;
  return html`<table><tbody>${rows}</tbody></table>
<p class="digest">${ruleset.id} ${ruleset.digest} · kernel ${KERNEL_VERSION}</p>`;
}

function verdict({ met }: Requirement): Markup {
  if (met === null) return html`<td class="open">– ${both({ zh: "未审核", en: "not asked for" })}</td>`;
  return met
    ? html`<td class="met">✓ ${both({ zh: "符合", en: "met" })}</td>`
    : html`<td class="failed">✗ ${both({ zh: "不符合", en: "not met" })}</td>`;
}

function told(
  { cases, coverage, mutation, proofs, translation }: RuleAudit,
  required: Requirements,
  { name }: Requirement,
): Markup | string {
  switch (name) {
    case "cases":
      return `${cases.filter(({ passed }) => passed).length} / ${cases.length}`;
    case "coverage":
      return `${percentOf(coveredShare(coverage))} (≥ ${percentOf(required.coverage)})`;
    case "mutation":
      return mutation === null ? "" : `${percentOf(mutation.share)} (≥ ${percentOf(required.mutation)})`;
    case "proofs":
      return proofs === null ? "" : `${proofs.filter(({ status }) => status === "proved").length} / ${proofs.length}`;
    case "translation":
      return translation === null ? "" : `${translation.agreed} / ${translation.questions}`;
  }
}

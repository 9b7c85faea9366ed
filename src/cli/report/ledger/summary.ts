/** What the whole audit came to, against what it was held to. */
import { html } from "hono/html";
import type { Text } from "../../../kernel/text.js";
import { KERNEL_VERSION } from "../../../kernel/version.js";
import { type Requirement, type Requirements, requirementsOf } from "../../../ledger/requirements.js";
import type { RuleAudit } from "../../../ledger/rule-audit.js";
import { both, type Markup } from "./bilingual.js";
import { figureOf, NOT_WHOLE, omissionsIn } from "./figure.js";
import { REQUIREMENT_WORDS } from "./words.js";

export function summaryOf(audit: RuleAudit, required: Requirements): Markup {
  const requirements = requirementsOf(audit, required);
  const rows = requirements.map(
    (
      one,
    ) => html`<tr><th>${both(REQUIREMENT_WORDS[one.name])}</th>${verdict(one)}<td>${one.met === null ? "" : once(figureOf(audit, required, one))}</td></tr>
`,
  );
  const { ruleset } = audit.award;
  return html`${warning(omissionsIn(requirements))}<table><tbody>${rows}</tbody></table>
<p class="digest">${ruleset.id} ${ruleset.digest} · kernel ${KERNEL_VERSION}</p>`;
}

/** What is alike in both languages stands once. */
function once(figure: Text): Markup | string {
  return figure.zh === figure.en ? figure.en : both(figure);
}

function warning(omissions: readonly Text[]): Markup | string {
  if (omissions.length === 0) return "";
  return html`<div class="not-whole"><p class="failed">${both(NOT_WHOLE)}</p><ul>${omissions.map((one) => html`<li>${both(one)}</li>`)}</ul></div>
`;
}

function verdict({ met }: Requirement): Markup {
  if (met === null) return html`<td class="open">– ${both({ zh: "未审核", en: "not asked for" })}</td>`;
  return met
    ? html`<td class="met">✓ ${both({ zh: "符合", en: "met" })}</td>`
    : html`<td class="failed">✗ ${both({ zh: "不符合", en: "not met" })}</td>`;
}

/** Problems with the clause ledger. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type LedgerProblem =
  | { readonly code: "no-ledger-row"; readonly sentence: string }
  | { readonly code: "not-a-sentence"; readonly found: string; readonly sentences: readonly string[] }
  | { readonly code: "encoded-without-rule" }
  | { readonly code: "rules-out-of-scope"; readonly status: string }
  | ({ readonly code: "unknown-rule"; readonly found: string } & Near)
  | { readonly code: "rule-not-in-ledger"; readonly rule: string; readonly sentences: readonly string[] };

export const ledgerWordings: Wordings<LedgerProblem> = {
  "no-ledger-row": ({ sentence }) => ({
    zh: `\`${sentence}\` 没有对应的一行：请补上，写明处理和理由`,
    en: `no row for \`${sentence}\`: add one with its status and reason`,
  }),
  "not-a-sentence": ({ found, sentences }) => ({
    zh: `\`${found}\` 不是句：请逐句列出，${sentences.join("、")}`,
    en: `\`${found}\` is no sentence: give each its own row, ${sentences.join(", ")}`,
  }),
  "encoded-without-rule": () => ({
    zh: "标为 encoded，却没有列出规则：请列出，或改用其他状态",
    en: "the row is `encoded` and names no rule: name one, or choose another status",
  }),
  "rules-out-of-scope": ({ status }) => ({
    zh: `标为 ${status}，却列出了规则：请删去规则，或改用 encoded、finding`,
    en: `the row is \`${status}\` and names rules: remove them, or mark it \`encoded\` or \`finding\``,
  }),
  "unknown-rule": (problem) => ({
    zh: `没有规则 \`${problem.found}\`${meantZh(problem, `请写成 判定事项/规则名`)}`,
    en: `no rule \`${problem.found}\`${meantEn(problem, `write \`decision/rule\``)}`,
  }),
  "rule-not-in-ledger": ({ rule, sentences }) => ({
    zh: `ledger.json 中 ${sentences.join("、")} 的行没有列出规则 \`${rule}\`：请在其中一行列出`,
    en: `no row of ${sentences.join(", ")} in ledger.json names the rule \`${rule}\`: name it in one`,
  }),
};

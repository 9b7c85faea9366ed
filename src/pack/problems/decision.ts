/** Problems with decisions, their outcomes and what goes with them. */
import type { Wordings } from "./wordings.js";

export type DecisionProblem =
  | { readonly code: "no-favourable-outcome" }
  | { readonly code: "mixed-outcomes"; readonly found: string; readonly expected: string }
  | { readonly code: "effect-is-otherwise"; readonly found: string }
  | { readonly code: "stray-consequences"; readonly policy: string }
  | { readonly code: "consequence-differs"; readonly found: string; readonly rule: string };

export const decisionWordings: Wordings<DecisionProblem> = {
  "no-favourable-outcome": () => ({
    zh: "没有有利的结果，无从给出补救：请把至少一个结果标为 favourable",
    en: "no outcome is favourable, so no remedy could lead anywhere: mark one",
  }),
  "mixed-outcomes": ({ found, expected }) => ({
    zh: `\`any\` 判定中各规则的结果应当相同，此处为 \`${found}\`，前面为 \`${expected}\`：请统一，或改用 \`priority\``,
    en: `in an \`any\` decision every rule gives the same outcome, here \`${found}\` after \`${expected}\`: give one, or use \`priority\``,
  }),
  "effect-is-otherwise": ({ found }) => ({
    zh: `\`any\` 判定中规则的结果 \`${found}\` 与 otherwise 相同，规则不起作用：请更正其中之一`,
    en: `the rule gives \`${found}\`, the outcome without a hit, so it decides nothing in an \`any\` decision: correct one of them`,
  }),
  "stray-consequences": ({ policy }) => ({
    zh: `只有 \`collect\` 判定汇集后果，此处为 \`${policy}\`：请删去，或改用 \`collect\``,
    en: `only a \`collect\` decision has consequences, and this one is \`${policy}\`: remove them, or use \`collect\``,
  }),
  "consequence-differs": ({ found, rule }) => ({
    zh: `规则 \`${rule}\` 已有依同一条款的后果 \`${found}\`，内容不同：请写成相同，或改名`,
    en: `rule \`${rule}\` has a different consequence \`${found}\` of the same provision: make them alike, or rename one`,
  }),
};

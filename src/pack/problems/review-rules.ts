/** Problems with review rules that do not fit the selection they are for. */
import type { Wordings } from "./wordings.js";

export type ReviewRulesProblem =
  | { readonly code: "stray-weight"; readonly stage: string; readonly provision: string }
  | { readonly code: "weights-differ"; readonly found: number; readonly expected: string };

export const reviewRulesWordings: Wordings<ReviewRulesProblem> = {
  "stray-weight": ({ stage, provision }) => ({
    zh: `\`${stage}\` 的分数依 \`${provision}\` 只决定入围，不计入综合评分：请删去权重`,
    en: `scores of \`${stage}\` decide the shortlist and nothing else by \`${provision}\`: remove the weight`,
  }),
  "weights-differ": ({ found, expected }) => ({
    zh: `各环节权重合计 ${found}：应为 ${expected}（万分之一为单位）`,
    en: `the weights of the stages add up to ${found}: make it ${expected}, in parts of 10 000`,
  }),
};

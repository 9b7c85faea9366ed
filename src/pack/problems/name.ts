/** Problems with names: declared twice, reserved, not declared at all. */
import { meantEn, meantZh, type Near, orEn, orZh, type Wordings } from "./wordings.js";

export type NameProblem =
  | { readonly code: "duplicate-name"; readonly found: string; readonly first: string }
  | { readonly code: "reserved-name"; readonly found: string }
  | ({ readonly code: "unknown-body"; readonly found: string } & Near)
  | ({ readonly code: "unknown-outcome"; readonly found: string } & Near)
  | ({ readonly code: "unknown-value"; readonly found: string; readonly values: readonly string[] } & Near)
  | { readonly code: "empty-range"; readonly found: number; readonly min: number };

export const nameWordings: Wordings<NameProblem> = {
  "duplicate-name": ({ found, first }) => ({
    zh: `名称 \`${found}\` 已用于 ${first}：请改名`,
    en: `the name \`${found}\` is taken by ${first}: choose another`,
  }),
  "reserved-name": ({ found }) => ({
    zh: `名称 \`${found}\` 由内核保留：请改名`,
    en: `the name \`${found}\` is reserved by the kernel: choose another`,
  }),
  "unknown-body": (problem) => ({
    zh: `pack.json 的 bodies 中没有 \`${problem.found}\`${meantZh(problem, `请更正或补列`)}`,
    en: `no body \`${problem.found}\` in pack.json${meantEn(problem, `correct it or declare the body`)}`,
  }),
  "unknown-outcome": (problem) => ({
    zh: `该判定事项没有结果 \`${problem.found}\`${meantZh(problem, `请更正或在 outcomes 中补列`)}`,
    en: `the decision has no outcome \`${problem.found}\`${meantEn(problem, `correct it or declare the outcome`)}`,
  }),
  "unknown-value": (problem) => ({
    zh: `\`${problem.found}\` 不是可用的值${meantZh(problem, `可用 ${orZh(problem.values)}`)}`,
    en: `no value \`${problem.found}\` here${meantEn(problem, `the values are ${orEn(problem.values)}`)}`,
  }),
  "empty-range": ({ found, min }) => ({
    zh: `最大值 ${found} 小于最小值 ${min}：请更正`,
    en: `the greatest value ${found} is less than the least, ${min}: correct one of them`,
  }),
};

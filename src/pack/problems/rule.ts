/** Problems with what a rule says and promises. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type RuleProblem =
  | ({ readonly code: "unread-placeholder"; readonly found: string } & Near)
  | { readonly code: "placeholders-differ"; readonly found: readonly string[]; readonly expected: string }
  | { readonly code: "stray-brace"; readonly found: string }
  | { readonly code: "act-without-fact" }
  | { readonly code: "wait-without-date" }
  | { readonly code: "unread-derived"; readonly found: string }
  | { readonly code: "unread-interpretation"; readonly found: string };

export const ruleWordings: Wordings<RuleProblem> = {
  "unread-placeholder": (problem) => ({
    zh: `规则没有用到 \`${problem.found}\`，无值可填${meantZh(problem, `请更正或删去`)}`,
    en: `the rule reads no \`${problem.found}\`, so there is no value to put here${meantEn(problem, `correct or remove it`)}`,
  }),
  "placeholders-differ": ({ found, expected }) => ({
    zh: `中英文的占位不同：中文 ${expected}，英文 ${found.join(", ") || "无"}：请写成相同`,
    en: `the placeholders differ: zh has ${expected}, en has ${found.join(", ") || "none"}: use the same in both`,
  }),
  "stray-brace": ({ found }) => ({
    zh: `\`${found}\` 不是占位：请写成 {name}，或不用花括号`,
    en: `\`${found}\` is no placeholder: write {name}, or no braces`,
  }),
  "act-without-fact": () => ({
    zh: "remedy 为 act，但 conditions 中没有一处把可以改变的事实（非日期）放在左边比较：请改为 wait 或 none，或比较该事实",
    en: "the remedy is `act`, but no comparison in `conditions` has a given fact that is no date on its left: use `wait` or `none`, or compare that fact",
  }),
  "wait-without-date": () => ({
    zh: "remedy 为 wait，但规则不取决于判定日或可以推迟的日期：请改为 act 或 none，或把该日期标为 waits",
    en: "the remedy is `wait`, but the rule reads neither `asOf` nor a date that waits: use `act` or `none`, or mark the date `waits`",
  }),
  "unread-derived": ({ found }) => ({
    zh: `没有规则或输出用到派生事实 \`${found}\`：请使用或删去`,
    en: `no rule or output reads the derived fact \`${found}\`: use it or remove it`,
  }),
  "unread-interpretation": ({ found }) => ({
    zh: `没有规则或输出用到解释事项 \`${found}\`，选择哪种读法都不起作用：请使用或删去`,
    en: `no rule or output reads the interpretation \`${found}\`, so no reading changes anything: use it or remove it`,
  }),
};

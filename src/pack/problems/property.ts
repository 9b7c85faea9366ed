/** Problems with what is claimed of a pack: what it speaks of and is not there, and what cannot be changed so. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type PropertyProblem =
  | ({ readonly code: "unknown-in-property"; readonly kind: keyof typeof KINDS; readonly found: string } & Near)
  | { readonly code: "cannot-change"; readonly found: string; readonly expected: keyof typeof CHANGES }
  | { readonly code: "no-score-card" };

const KINDS = {
  decision: { zh: "判定事项", en: "decision", where: { zh: "pack.json 的 decisions", en: "decisions of pack.json" } },
  rule: { zh: "规则", en: "rule", where: { zh: "该判定事项的规则", en: "the rules of the decision" } },
  consequence: { zh: "后果", en: "consequence", where: { zh: "该判定事项的规则", en: "the rules of the decision" } },
  output: { zh: "结果值", en: "output", where: { zh: "该判定事项的 outputs", en: "outputs of the decision" } },
  interpretation: { zh: "解释事项", en: "interpretation", where: { zh: "interpretations.json", en: "interpretations.json" } },
  reading: { zh: "读法", en: "reading", where: { zh: "该解释事项的 readings", en: "readings of the interpretation" } },
};

/** What each change is of. */
const CHANGES = {
  list: { zh: "add 只用于列表", en: "`add` is of a list" },
  boolean: { zh: "turn 只用于布尔事实", en: "`turn` is of a boolean fact" },
  "integer | date": { zh: "raise 只用于整数或日期事实", en: "`raise` is of a fact that is an integer or a date" },
};

export const propertyWordings: Wordings<PropertyProblem> = {
  "unknown-in-property": (problem) => {
    const { zh, en, where } = KINDS[problem.kind];
    return {
      zh: `没有${zh} \`${problem.found}\`${meantZh(problem, `请更正，或在${where.zh}中声明`)}`,
      en: `no such ${en} \`${problem.found}\`${meantEn(problem, `correct it, or declare it in ${where.en}`)}`,
    };
  },
  "cannot-change": ({ found, expected }) => ({
    zh: `\`${found}\` 不能这样改变：${CHANGES[expected].zh}，并且应由调用方给出、为该判定事项所用`,
    en: `\`${found}\` cannot be changed so: ${CHANGES[expected].en} that callers give and the decision reads`,
  }),
  "no-score-card": () => ({
    zh: "没有评分准则可供断言：请补上 criteria.json，或删去这一条",
    en: "there is no score card to claim it of: add criteria.json, or remove the property",
  }),
};

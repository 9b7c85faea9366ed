/** Problems with a procedure: what it speaks of and is not there, and what cannot be compared. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type ProcedureProblem =
  | ({ readonly code: "unknown-in-procedure"; readonly kind: keyof typeof KINDS; readonly found: string } & Near)
  | { readonly code: "not-comparable"; readonly found: string; readonly left: string; readonly right: string }
  | { readonly code: "not-shiftable"; readonly found: string }
  | { readonly code: "no-other-event" };

const KINDS = {
  activity: { zh: "活动", en: "activity", where: { zh: "procedure.json 的 activities", en: "activities of procedure.json" } },
  evidence: { zh: "证据", en: "evidence", where: { zh: "procedure.json 的 evidence", en: "evidence of procedure.json" } },
  data: { zh: "数据项", en: "data", where: { zh: "有关活动的 data", en: "the data of what it is said of" } },
  parameter: { zh: "参数", en: "parameter", where: { zh: "parameters.json", en: "parameters.json" } },
};

export const procedureWordings: Wordings<ProcedureProblem> = {
  "unknown-in-procedure": (problem) => {
    const { zh, en, where } = KINDS[problem.kind];
    return {
      zh: `没有${zh} \`${problem.found}\`${meantZh(problem, `请在${where.zh}中声明`)}`,
      en: `no such ${en} \`${problem.found}\`${meantEn(problem, `declare it in ${where.en}`)}`,
    };
  },
  "not-comparable": ({ found, left, right }) => ({
    zh: `${left} 与 ${right} 不能用 \`${found}\` 比较：两边应当同类；at-most 和 above 用于日期和整数，including 的左边是一组文字`,
    en: `${left} and ${right} cannot be compared by \`${found}\`: both must be of one kind, dates or numbers for at-most and above, a list of texts on the left of including`,
  }),
  "not-shiftable": ({ found }) => ({
    zh: `${found} 不能加年数：只有日期和 year 可以`,
    en: `years cannot be added to ${found}: only to a date, or to \`its\` year`,
  }),
  "no-other-event": () => ({
    zh: "这里没有另一个事件：other 只能用在 precedence 的 requires 中",
    en: "there is no other event here: `other` is for `requires` of a precedence",
  }),
};

/** Problems with a procedure and with duties: what it speaks of and is not there, and what cannot be compared. */
import { meantEn, meantZh, type Near, type Wordings } from "./wordings.js";

export type ProcedureProblem =
  | ({ readonly code: "unknown-in-procedure"; readonly kind: keyof typeof KINDS; readonly found: string } & Near)
  | { readonly code: "not-comparable"; readonly found: string; readonly left: string; readonly right: string }
  | { readonly code: "not-shiftable"; readonly found: string }
  | { readonly code: "no-other-event" }
  | { readonly code: "not-of-an-applicant"; readonly found: string }
  | { readonly code: "readings-differ"; readonly given: readonly string[]; readonly readings: readonly string[] }
  | { readonly code: "year-without-number"; readonly found: string }
  | { readonly code: "two-time-limits" };

const KINDS = {
  interpretation: { zh: "解释", en: "interpretation", where: { zh: "interpretations.json", en: "interpretations.json" } },
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
  "not-of-an-applicant": ({ found }) => ({
    zh: `活动 \`${found}\` 不是申报单位的活动：义务只涉及 of 为 applicant 的活动`,
    en: `activity \`${found}\` is not an applicant's: duties are about activities that are \`of\` an \`applicant\``,
  }),
  "readings-differ": ({ given, readings }) => ({
    zh: `readings 是 ${given.join("、")}，应当恰为该解释的各种读法：${readings.join("、")}`,
    en: `readings are ${given.join(", ")}; they must be just those of the interpretation: ${readings.join(", ")}`,
  }),
  "year-without-number": ({ found }) => ({
    zh: `\`${found}\` 不能说明年份：yearIn 应当是 fulfilledBy 的活动中的整数数据项，并且 every 以年计`,
    en: `\`${found}\` cannot say a year: \`yearIn\` is a whole number in the data of what fulfils the duty, with \`every\` in years`,
  }),
  "two-time-limits": () => ({
    zh: "两个时限：within 和 repeats 只能有一个，请删去其一",
    en: "two time limits: a duty has either `within` or `repeats`, so remove one of them",
  }),
};

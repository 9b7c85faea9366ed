/** What an expectation is about, and what was expected and came, in words. */
import type { Difference } from "../../audit/difference.js";
import { labelOf, type Provision } from "../../audit/provisions.js";
import type { JsonValue } from "../../kernel/answer.js";
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/model.js";
import { UNDETERMINED } from "../../kernel/outcome.js";
import type { Language } from "../language.js";

export const DIFFERENCE_TITLES: Readonly<Record<Difference["of"], Text>> = {
  outcome: { zh: "结论", en: "outcome" },
  provision: { zh: "依据条款", en: "provision" },
  rules: { zh: "规则", en: "rule" },
  missing: { zh: "缺失事实", en: "missing facts" },
  consequences: { zh: "应有后果", en: "consequences due" },
  due: { zh: "后果的条款和数额", en: "provision and value of a consequence" },
  outputs: { zh: "结果值", en: "outputs" },
  remedies: { zh: "补救办法", en: "remedies" },
  fixed: { zh: "无法改变的障碍", en: "fixed obstacles" },
  wouldChange: { zh: "会改变结论的解释", en: "interpretations that would change the outcome" },
  notices: { zh: "提示", en: "notices" },
  errors: { zh: "错误", en: "errors" },
  question: { zh: "问题被拒绝，错误见下", en: "the question is refused, for the errors below" },
  engines: { zh: "两个引擎不一致（预期为参考引擎）", en: "the evaluators disagree (expected: the reference)" },
};

/** The award that a case is about, and its provisions. */
export interface CaseAbout {
  readonly award: Award;
  readonly provisions: ReadonlyMap<string, Provision>;
}

/** Provisions as people cite them, an outcome by its label, other names as they are; everything else as JSON on one line. */
export function valueInWords(
  { award, provisions }: CaseAbout,
  decision: string,
  { of }: Pick<Difference, "of">,
  value: JsonValue,
  language: Language,
): string {
  if (of === "provision") {
    const eIds = (Array.isArray(value) ? value : [value]).map(String);
    return inShort([...new Set(eIds.map((eId) => labelOf(provisions, eId)[language]))]);
  }
  const words = inShort(value);
  if (of !== "outcome" && of !== "question") return words;
  const label = labelOfOutcome(award, decision, words)?.[language] ?? words;
  return label === words ? words : `${label} (${words})`;
}

function labelOfOutcome({ files }: Award, decision: string, outcome: string): Text | undefined {
  if (outcome === UNDETERMINED) return { zh: "未定", en: "undetermined" };
  const declared = files.pack.decisions.find(({ name }) => name === decision);
  return declared?.outcomes.find(({ name }) => name === outcome)?.label;
}

/** Names as a list, everything else as JSON on one line. */
function inShort(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (value === null) return "–";
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.length === 0 ? "[]" : value.join(", ");
  return JSON.stringify(value);
}

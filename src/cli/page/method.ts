/** What the sheets of an applicant came to together, in words. */
import type { Award } from "../../kernel/award.js";
import type { Text } from "../../kernel/model.js";
import type { Aggregation, ReviewRules } from "../../kernel/review-rules.js";
import type { ScoreMethod } from "../score-method.js";
import { stageLabel } from "./stage-label.js";

export function methodInWords(aggregation: Aggregation): Text {
  switch (aggregation.method) {
    case "mean":
      return { zh: "各份平均", en: "mean of the sheets" };
    case "median":
      return { zh: "各份中位数", en: "median of the sheets" };
    case "trimmed-mean":
      return {
        zh: `去掉最高、最低各 ${aggregation.drop} 份后平均`,
        en: `mean of the sheets without the ${aggregation.drop} highest and lowest`,
      };
  }
}

/** The rules by which each stage has its own, and that nobody approved them where that is so. */
function rulesInWords({ title, illustrative }: ReviewRules): Text {
  return illustrative ? { zh: `${title.zh}，未经审定`, en: `${title.en}, approved by nobody` } : title;
}

/** What all sheets were put together by, but for what is said of each stage. */
export function basisInWords({ rules, alone, at }: ScoreMethod, isStaged: boolean): readonly Text[] {
  const own = isStaged && rules !== null ? [] : [methodInWords(at(undefined))];
  return rules !== null && (isStaged || alone !== null) ? [...own, rulesInWords(rules)] : own;
}

/**
 * @param named stages that the file names
 * @returns `null` where review rules had no say
 */
export function stageMethodsInWords(award: Award, named: readonly string[], { rules, alone, at }: ScoreMethod): Text | null {
  const stages = named.length > 0 || alone === null ? named : [alone];
  if (rules === null || stages.length === 0) return null;
  const ways = stages.map((stage) => ({ label: stageLabel(award, stage), way: methodInWords(at(stage)) }));
  const { zh, en } = rulesInWords(rules);
  return {
    zh: `依据${zh}：${ways.map(({ label, way }) => `${label.zh}取${way.zh}`).join("；")}`,
    en: `by ${en}: ${ways.map(({ label, way }) => `${label.en}, ${way.en}`).join("; ")}`,
  };
}

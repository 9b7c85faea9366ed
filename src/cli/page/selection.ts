/** How winners are scored and selected, as far as a pack says: briefly, for the files say the rest. */
import { type Criteria, itemsOf, type Scale, totalPoints } from "../../kernel/criteria.js";
import type { Text } from "../../kernel/model.js";
import type { ReviewRules } from "../../kernel/review-rules.js";
import type { Selection, Stage } from "../../kernel/selection.js";
import { rulingsOf } from "../../pack/rulings.js";
import { block, heading, say } from "../screen.js";
import { cite, quoted, type Sheet } from "./sheet.js";

export function selectionSection(sheet: Sheet): readonly string[] {
  const { criteria, selection, "review-rules": rules } = sheet.award.files;
  if (criteria === undefined) return [];
  return [
    ...heading(sheet.screen, { zh: "评分和选拔", en: "Scoring and selection" }),
    ...block(sheet.screen, 2, say(sheet.screen, criteriaInWords(criteria))),
    ...(selection === undefined ? [] : selectionLines(sheet, selection)),
    ...(rules === undefined ? [] : block(sheet.screen, 2, say(sheet.screen, reviewRulesInWords(rules)))),
  ];
}

function criteriaInWords(criteria: Criteria): Text {
  const { standard, categories, scale } = criteria;
  const [items, points] = [itemsOf(criteria).length, totalPoints(criteria)];
  const steps = scaleInWords(scale);
  return {
    zh: `${standard}：${categories.length} 类 ${items} 条，满分 ${points} 分；${steps.zh}`,
    en: `${standard}: ${items} items in ${categories.length} categories, ${points} points; ${steps.en}`,
  };
}

function scaleInWords({ unit, min, max, step }: Scale): Text {
  return unit === "percent"
    ? { zh: `每条打百分数，${min} 至 ${max}，每档 ${step}`, en: `each item in percent, ${min} to ${max} in steps of ${step}` }
    : { zh: `每条打 ${min} 至 ${max} 分，每档 ${step}`, en: `each item in marks, ${min} to ${max} in steps of ${step}` };
}

const DECIDES: Readonly<Record<Stage["decides"], Text>> = {
  shortlist: { zh: "决定入围", en: "decides the shortlist" },
  ranking: { zh: "决定名次", en: "decides the ranking" },
};

function selectionLines(sheet: Sheet, selection: Selection): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const colon = screen.language === "zh" ? "：" : ": ";
  return [
    ...selection.stages.flatMap(({ label, decides, provision, quote }) =>
      block(
        screen,
        6,
        `${say(screen, label)}${colon}${say(screen, DECIDES[decides])} ${paint.cyan(cite(sheet, provision))} ${quoted(quote)}`,
        { first: "    · " },
      ),
    ),
    ...rulingsOf(selection).flatMap(({ ruling: { says, provision } }) =>
      block(screen, 6, `${say(screen, says)} ${paint.cyan(cite(sheet, provision))}`, { first: "    · " }),
    ),
  ];
}

function reviewRulesInWords({ title, illustrative }: ReviewRules): Text {
  return illustrative
    ? {
        zh: `${title.zh}：权重、分数线等仅作示例，未经审定，应以自备的评审规则代替`,
        en: `${title.en}: weights, thresholds and the like only show how it works and are approved by nobody; give your own`,
      }
    : { zh: `${title.zh}：可以自备的评审规则代替`, en: `${title.en}: others may be given in their place` };
}

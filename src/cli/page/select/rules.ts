/** The review rules that were used, first of all whether anybody approved them, and the stages as they stand. */
import type { Aggregation } from "../../../kernel/review-rules.js";
import type { Text } from "../../../kernel/text.js";
import type { SelectionResult, StageResult } from "../../../selection/answer.js";
import { block, heading, say } from "../../screen.js";
import type { Sheet } from "../sheet.js";
import { lawLines } from "./lines.js";

export function rulesSection(sheet: Sheet, { reviewRules, stages, notices }: SelectionResult): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const zh = screen.language === "zh";
  const notice = notices.find(({ code }) => code === "review-rules-illustrative");
  const source = { given: { zh: "自备", en: "given" }, pack: { zh: "规则包所带", en: "the pack's own" } }[reviewRules.source];
  return [
    ...heading(screen, { zh: "评审规则", en: "Review rules" }),
    ...(notice === undefined
      ? []
      : block(screen, 4, say(screen, notice.says), { first: `  ${paint.yellow("!")} `, style: paint.yellow })),
    ...block(screen, 2, `${say(screen, reviewRules.title)}${zh ? "，" : ", "}${say(screen, source)}`),
    ...block(screen, 2, say(screen, reviewRules.says)),
    ...lawLines(sheet, 2, reviewRules),
    ...stages.flatMap((stage) => stageLines(sheet, stage)),
  ];
}

function stageLines(sheet: Sheet, stage: StageResult): readonly string[] {
  const { screen } = sheet;
  const { language } = screen;
  const parts = [
    say(screen, DECIDES[stage.decides]),
    ...(stage.weight === undefined ? [] : [`${language === "zh" ? "权重 " : "weight "}${stage.weight / 100}%`]),
    say(screen, aggregationInWords(stage.aggregation)),
    ...(stage.needs > 1 ? [language === "zh" ? `至少 ${stage.needs} 份评分表` : `at least ${stage.needs} sheets`] : []),
    say(screen, stage.held ? HELD : NOT_HELD),
  ];
  const text = `${say(screen, stage.label)}${language === "zh" ? "：" : ": "}${parts.join(language === "zh" ? "，" : ", ")}`;
  return [...block(screen, 4, text, { first: "  · " }), ...lawLines(sheet, 4, stage)];
}

const DECIDES: Readonly<Record<StageResult["decides"], Text>> = {
  shortlist: { zh: "决定入围", en: "decides the shortlist" },
  ranking: { zh: "决定名次", en: "decides the ranking" },
};

const HELD: Text = { zh: "已结束", en: "over" };
const NOT_HELD: Text = { zh: "尚未结束", en: "not over" };

function aggregationInWords(aggregation: Aggregation): Text {
  if (aggregation.method === "mean") return { zh: "取均值", en: "mean" };
  if (aggregation.method === "median") return { zh: "取中位数", en: "median" };
  const { drop } = aggregation;
  if (drop === 1) return { zh: "去掉最高和最低后取均值", en: "mean without the highest and the lowest" };
  return { zh: `去掉 ${drop} 个最高和 ${drop} 个最低后取均值`, en: `mean without the ${drop} highest and ${drop} lowest` };
}

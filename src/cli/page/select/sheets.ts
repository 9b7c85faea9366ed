/** What is the matter with single sheets: excluded, to be talked over, or lacking scores. */
import type { SelectionResult } from "../../../selection/answer.js";
import { block, heading, say } from "../../screen.js";
import type { Sheet } from "../sheet.js";
import type { LabelOf } from "./awards.js";
import { lawHeading, lawLines } from "./lines.js";

export function sheetsSections(sheet: Sheet, selection: SelectionResult, labelOf: LabelOf): readonly string[] {
  return [
    ...excludedSection(sheet, selection, labelOf),
    ...consensusSection(sheet, selection, labelOf),
    ...missingSection(sheet, selection, labelOf),
  ];
}

function excludedSection(sheet: Sheet, { excluded }: SelectionResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint, language } = screen;
  const zh = language === "zh";
  const without = (excluded.interests ?? []).filter(({ sheets }) => sheets === 0);
  if (excluded.sheets.length === 0 && without.length === 0) return [];
  return [
    ...lawHeading(sheet, { zh: "利害关系与不予计入的评分表", en: "Declared interests and excluded sheets" }, excluded),
    ...excluded.sheets.flatMap(({ says, applicant }) => [
      ...block(screen, 4, say(screen, says), { first: `  ${paint.red("✗")} ` }),
      ...block(screen, 6, labelOf(applicant), { style: paint.dim }),
    ]),
    ...without.flatMap(({ reviewer, applicant }) => {
      const text = zh
        ? `${reviewer} 申明与 ${labelOf(applicant)} 有利害关系，没有给其评分`
        : `${reviewer} declared an interest in ${labelOf(applicant)} and gave it no sheet`;
      return block(screen, 4, text, { first: "  · " });
    }),
  ];
}

/** Of a stage whose rules ask for it. */
function consensusSection(sheet: Sheet, { stages }: SelectionResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint, language } = screen;
  const flagged = stages.flatMap((stage) =>
    stage.lines.filter(({ consensus }) => (consensus ?? []).length > 0).map((line) => ({ stage, line })),
  );
  if (flagged.length === 0) return [];
  return [
    ...heading(screen, { zh: "偏离中位数过大，须会商", en: "Too far from the median: to be talked over" }),
    ...flagged.flatMap(({ stage, line }) => {
      const { consensus, spread } = line;
      const names = (consensus ?? []).join(language === "zh" ? "、" : ", ");
      const apart =
        language === "zh"
          ? `最低 ${spread?.least.text}，中位数 ${spread?.median.text}，最高 ${spread?.greatest.text}`
          : `least ${spread?.least.text}, median ${spread?.median.text}, greatest ${spread?.greatest.text}`;
      const place = `${say(screen, stage.label)} · ${labelOf(line.applicant)}`;
      return [
        ...block(screen, 4, `${names} · ${place}`, { first: `  ${paint.yellow("!")} ` }),
        ...block(screen, 6, apart, { style: paint.dim }),
        ...lawLines(sheet, 6, stage),
      ];
    }),
  ];
}

function missingSection(sheet: Sheet, { stages }: SelectionResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint, language } = screen;
  const missing = stages.flatMap((stage) =>
    stage.lines.flatMap((line) => line.missing.map((lacking) => ({ stage, line, ...lacking }))),
  );
  if (missing.length === 0) return [];
  return [
    ...heading(screen, { zh: "未评的评分项", en: "Items that were not scored" }),
    ...missing.flatMap(({ stage, line, reviewer, clauses }) => {
      const items = clauses.join(language === "zh" ? "、" : ", ");
      const text = `${reviewer} · ${say(screen, stage.label)} · ${labelOf(line.applicant)}${language === "zh" ? "：" : ": "}${items}`;
      return [...block(screen, 4, text, { first: `  ${paint.yellow("?")} ` }), ...lawLines(sheet, 6, stage)];
    }),
  ];
}

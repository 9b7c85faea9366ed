/** What becomes of the quota: candidates to be proposed, ties and open places for people, places that stay empty, and who goes without. */
import type { AwardLine, AwardsResult, SelectionResult, Tie } from "../../../selection/answer.js";
import { block, heading, type Paint, type Screen, say } from "../../screen.js";
import type { Sheet } from "../sheet.js";
import { lawHeading, lawLines, rankInShort, rowLines, valueInShort } from "./lines.js";

export type LabelOf = (id: string) => string;

/** `4 proposed · 1 vacant` */
export function outcomeInWords({ language }: Screen, { places, quota }: AwardsResult): string {
  const { proposed, tied, open, vacant } = places;
  const zh = language === "zh";
  return [
    zh ? `列入拟授奖候选 ${proposed} 个` : `${proposed} to be proposed`,
    ...(tied === 0 ? [] : [zh ? `同分待决 ${tied} 个` : `${tied} tied`]),
    ...(open === 0 ? [] : [zh ? `未定 ${open} 个` : `${open} open`]),
    ...(vacant === 0 ? [] : [zh ? `空缺 ${vacant} 个` : `${vacant} vacant`]),
    zh ? `名额 ${quota.value} 个` : `of ${quota.value} awards`,
  ].join(" · ");
}

export function awardsSections(sheet: Sheet, { awards, shortlist }: SelectionResult, labelOf: LabelOf): readonly string[] {
  const { paint } = sheet.screen;
  return [
    ...proposedSection(sheet, awards, labelOf),
    ...tiesSection(sheet, [...awards.ties, ...(shortlist?.ties ?? [])], labelOf),
    ...listed(sheet, { zh: "尚未确定", en: "Open" }, awards.open, { mark: "?", style: paint.yellow }, labelOf),
    ...vacanciesSection(sheet, awards),
    ...listed(sheet, { zh: "不列入", en: "Not proposed" }, awards.notProposed, { mark: "✗", style: paint.red }, labelOf),
  ];
}

function proposedSection(sheet: Sheet, awards: AwardsResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint, language } = screen;
  const rows = awards.proposed.map((line) => ({
    mark: paint.green("✓"),
    cells: [rankInShort(line), valueInShort(line)],
    label: labelOf(line.applicant),
  }));
  const none = language === "zh" ? "没有" : "none";
  return [
    ...lawHeading(sheet, { zh: "拟授奖候选", en: "Candidates to be proposed" }, awards),
    ...(rows.length === 0 ? [`  ${none}`] : rowLines(screen, rows)),
    ...block(screen, 2, say(screen, awards.says), { style: paint.dim }),
    ...(awards.atLeast === null
      ? []
      : block(
          screen,
          2,
          language === "zh" ? `评审规则的分数线：${awards.atLeast} 分` : `the review rules ask for ${awards.atLeast} points`,
          { style: paint.dim },
        )),
    ...block(screen, 2, `${say(screen, awards.quota.says)}${language === "zh" ? "：" : ": "}${awards.quota.value}`, {
      style: paint.dim,
    }),
    ...lawLines(sheet, 2, awards.quota),
  ];
}

/** Each under the provision of its own cut. */
function tiesSection(sheet: Sheet, ties: readonly Tie[], labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const title = { zh: "跨越界线的同分", en: "Ties across a cut" };
  return [
    ...(ties.length === 0 ? [] : heading(screen, title)),
    ...ties.flatMap((tie) => [
      ...lawLines(sheet, 2, tie),
      ...block(screen, 4, say(screen, tie.says), { first: `  ${screen.paint.yellow("=")} ` }),
      ...tie.applicants.flatMap((id) => block(screen, 6, labelOf(id), { style: screen.paint.dim })),
    ]),
  ];
}

function vacanciesSection(sheet: Sheet, { vacancies }: AwardsResult): readonly string[] {
  if (vacancies.count === 0) return [];
  const { screen } = sheet;
  return [
    ...lawHeading(sheet, { zh: "空缺", en: "Vacancies" }, vacancies),
    ...block(screen, 4, say(screen, vacancies.says), { first: `  ${screen.paint.yellow("○")} ` }),
    ...vacancies.reasons.flatMap(({ says }) => block(screen, 6, say(screen, says))),
  ];
}

/** Each with its reason, under the provision that it rests on. */
function listed(
  sheet: Sheet,
  title: { readonly zh: string; readonly en: string },
  lines: readonly AwardLine[],
  { mark, style }: { readonly mark: string; readonly style: Paint["red"] },
  labelOf: LabelOf,
): readonly string[] {
  const { screen } = sheet;
  return lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const law = line.provision === above?.provision && line.quote === above.quote ? [] : lawLines(sheet, 2, line);
    return [
      ...(index === 0 ? lawHeading(sheet, title, line) : law),
      ...block(screen, 4, labelOf(line.applicant), { first: `  ${style(mark)} ` }),
      ...block(screen, 6, say(screen, line.says), { style: screen.paint.dim }),
    ];
  });
}

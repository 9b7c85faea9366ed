/** Everybody by rank: at the stage that decides the shortlist, and by the comprehensive score. */
import type { Text } from "../../../kernel/text.js";
import type { RankingLine, SelectionResult, ShortlistLine, ShortlistResult } from "../../../selection/answer.js";
import { block, type Paint, type Screen, say } from "../../screen.js";
import type { Sheet } from "../sheet.js";
import type { LabelOf } from "./awards.js";
import { lawHeading, rankInShort, rowLines, valueInShort } from "./lines.js";

export function rankingSection(sheet: Sheet, { ranking }: SelectionResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint, language } = screen;
  const ranked = ranking.lines.filter(({ standing }) => standing === "ranked" || standing === "open");
  const rows = ranked.map((line) => ({
    mark: line.standing === "open" ? paint.yellow("?") : "·",
    cells: [rankInShort(line), valueInShort(line)],
    label: labelOf(line.applicant),
  }));
  const equal = ranking.equals.map(({ value, applicants }) =>
    language === "zh" ? `${applicants.join("、")} 同为 ${value.text} 分` : `${applicants.join(", ")}: ${value.text} points each`,
  );
  return [
    ...lawHeading(sheet, { zh: "综合评分名次", en: "Ranking by the comprehensive score" }, ranking),
    ...block(screen, 2, say(screen, ranking.says), { style: paint.dim }),
    ...rowLines(screen, rows),
    ...equal.flatMap((text) => block(screen, 4, text, { first: `  ${paint.yellow("=")} ` })),
    ...unranked(screen, ranking.lines),
  ];
}

/** Those of one reason together, all of them named. */
function unranked(screen: Screen, lines: readonly RankingLine[]): readonly string[] {
  const { paint, language } = screen;
  const others = lines.filter(({ standing }) => standing !== "ranked" && standing !== "open");
  const reasons = new Map<string, string[]>();
  for (const { says, applicant } of others)
    reasons.set(say(screen, says), [...(reasons.get(say(screen, says)) ?? []), applicant]);
  return [...reasons].flatMap(([reason, ids]) => {
    const count = language === "zh" ? `（${ids.length} 个）：` : ` (${ids.length}): `;
    const text = `${reason}${count}${ids.join(language === "zh" ? "、" : ", ")}`;
    return block(screen, 4, text, { first: `  ${paint.dim("–")} `, style: paint.dim });
  });
}

const STANDINGS: Readonly<Record<ShortlistLine["standing"], Text>> = {
  in: { zh: "入围", en: "shortlisted" },
  out: { zh: "不入围", en: "not shortlisted" },
  tied: { zh: "同分待决", en: "tied" },
  open: { zh: "未定", en: "open" },
  unscored: { zh: "没有分数", en: "no score" },
};

const MARKS: Readonly<Record<ShortlistLine["standing"], { readonly mark: string; readonly colour: keyof Paint }>> = {
  in: { mark: "✓", colour: "green" },
  out: { mark: "✗", colour: "dim" },
  tied: { mark: "=", colour: "yellow" },
  open: { mark: "?", colour: "yellow" },
  unscored: { mark: "?", colour: "yellow" },
};

export function shortlistSection(sheet: Sheet, shortlist: ShortlistResult, labelOf: LabelOf): readonly string[] {
  const { screen } = sheet;
  const { paint } = screen;
  const rows = shortlist.lines.map((line) => {
    const { mark, colour } = MARKS[line.standing];
    const style = paint[colour] as Paint["red"];
    return {
      mark: style(mark),
      cells: [rankInShort(line), valueInShort(line), style(say(screen, standingOf(line, shortlist)))],
      label: labelOf(line.applicant),
    };
  });
  return [
    ...lawHeading(sheet, { zh: "入围名单", en: "Shortlist" }, shortlist),
    ...block(screen, 2, say(screen, shortlist.says), { style: paint.dim }),
    ...block(screen, 2, say(screen, limitsInWords(shortlist)), { style: paint.dim }),
    ...rowLines(screen, rows),
  ];
}

/** Who has not even the points is told so. */
function standingOf(line: ShortlistLine, { atLeast }: ShortlistResult): Text {
  const most = line.value ?? line.range?.greatest ?? null;
  const isBelow =
    line.standing === "out" && atLeast !== null && most !== null && BigInt(most.over) < BigInt(atLeast) * BigInt(most.under);
  const { zh, en } = STANDINGS[line.standing];
  return isBelow ? { zh: `${zh}，低于 ${atLeast} 分`, en: `${en}, below ${atLeast}` } : { zh, en };
}

function limitsInWords({ first, atLeast }: ShortlistResult): Text {
  const zh = [...(first === null ? [] : [`前 ${first} 名`]), ...(atLeast === null ? [] : [`不低于 ${atLeast} 分`])];
  const en = [...(first === null ? [] : [`the first ${first}`]), ...(atLeast === null ? [] : [`at least ${atLeast} points`])];
  return { zh: `按评审规则：${zh.join("，")}`, en: `by the review rules: ${en.join(", ")}` };
}

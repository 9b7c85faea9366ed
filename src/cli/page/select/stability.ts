/** How sure a selection is: chances when reviewers are drawn anew or weights are moved, and on whose sheets it rests. */
import type { SelectionResult } from "../../../selection/answer.js";
import type { Absence, Chance, StabilityLine, StabilityResult } from "../../../selection/stability-answer.js";
import { block, heading, type Screen, say } from "../../screen.js";
import { count } from "../../tally.js";
import type { Sheet } from "../sheet.js";
import type { LabelOf } from "./awards.js";
import { type Row, rowLines } from "./lines.js";

const TITLE = { zh: "这一结果有多可靠", en: "How sure it is" };

export function stabilitySection(
  { screen }: Sheet,
  selection: SelectionResult,
  stability: StabilityResult | null,
  labelOf: LabelOf,
): readonly string[] {
  const zh = screen.language === "zh";
  const { paint } = screen;
  if (stability === null) {
    const text = zh
      ? "决定名次的环节尚未全部结束，无人列入候选：尚无从测算"
      : "not all stages that rank are over and nobody is proposed: there is nothing to test yet";
    return [...heading(screen, TITLE), ...block(screen, 2, text)];
  }
  const { seed, runs, spread } = stability;
  const options = zh ? `各 ${count(runs)} 次，种子 ${seed}` : `${count(runs)} runs each, seed ${seed}`;
  return [
    ...heading(screen, TITLE),
    ...block(screen, 2, `${options}${zh ? "；" : "; "}${meaning(screen, stability)}`, { style: paint.dim }),
    ...leftOutLines(screen, stability),
    ...chancesLines(screen, stability, "drawn", labelOf, {
      zh: "另抽评审人员（有放回）",
      en: "Reviewers drawn anew, with replacement",
    }),
    ...chancesLines(screen, stability, "moved", labelOf, {
      zh: `各环节权重在上下 ${spread}% 之内变动`,
      en: `Weights of the stages moved by up to ${spread}% each way`,
    }),
    ...absencesLines(screen, selection, stability),
  ];
}

/** What the columns say. */
function meaning({ language }: Screen, { first, atLeast, confidence }: StabilityResult): string {
  if (language === "zh") {
    const points = atLeast === null ? "" : `且不低于 ${atLeast} 分`;
    return `百分数为居前 ${first} 名${points}的次数所占的比例，名次为 ${confidence}% 的次数中所在的区间`;
  }
  const points = atLeast === null ? "" : ` with at least ${atLeast} points`;
  return `how often an applicant is among the first ${first}${points}, and the ranks it has in ${confidence}% of the runs`;
}

function chancesLines(
  screen: Screen,
  { lines }: StabilityResult,
  kind: "drawn" | "moved",
  labelOf: LabelOf,
  title: { readonly zh: string; readonly en: string },
): readonly string[] {
  const rows = lines.map(
    (line): Row => ({
      ...chanceRow(screen, line[kind], line.open ?? null),
      label: labelOf(line.applicant) + openInWords(screen, line),
    }),
  );
  return [...block(screen, 2, say(screen, title), { style: screen.paint.cyan }), ...rowLines(screen, rows)];
}

function openInWords({ language }: Screen, { open }: StabilityLine): string {
  if (open === undefined) return "";
  return language === "zh" ? "（评分不全）" : " (scores missing)";
}

/** @param open ranks that missing scores and sheets leave it: the runs know only of those that are given, and settle none of these */
function chanceRow(
  { paint, language }: Screen,
  { proposed, tied, ranks: drawn }: Chance,
  open: StabilityLine["open"] | null,
): Pick<Row, "mark" | "cells"> {
  const zh = language === "zh";
  const ranks = {
    best: Math.min(drawn.best, open?.best ?? drawn.best),
    worst: Math.max(drawn.worst, open?.worst ?? drawn.worst),
  };
  const interval = ranks.best === ranks.worst ? `${ranks.best}` : `${ranks.best}–${ranks.worst}`;
  const rank = zh ? `第 ${interval} 名` : `rank ${interval}`;
  const tie = tied.over === "0" ? "" : zh ? `，另 ${tied.percent}% 同分待决` : `, tied in ${tied.percent}% more`;
  const isSettled = open === null && ["0", "100"].includes(proposed.percent);
  const mark = !isSettled ? paint.yellow("?") : proposed.percent === "100" ? paint.green("✓") : paint.dim("✗");
  return { mark, cells: [`${proposed.percent}%`, rank + tie] };
}

/** Reviewers of one effect at one stage together. */
function absencesLines(
  screen: Screen,
  { stages }: SelectionResult,
  { absences, leftOut, untested }: StabilityResult,
): readonly string[] {
  const { paint, language } = screen;
  const zh = language === "zh";
  const title = zh ? "缺少某一评审人员时" : "Without one reviewer";
  if (absences.length === 0) {
    const mark = leftOut.length + untested.length === 0 ? paint.green("✓") : paint.yellow("?");
    const none = zh ? "无论缺少谁，拟授奖候选都不变" : "whoever is left out, the same are proposed";
    return [...block(screen, 2, title, { style: paint.cyan }), ...block(screen, 4, none, { first: `  ${mark} ` })];
  }
  const effects = new Map<string, string[]>();
  for (const absence of absences) {
    const label = stages.find(({ name }) => name === absence.stage)?.label;
    const effect = `${label === undefined ? absence.stage : say(screen, label)}${zh ? "：" : ": "}${effectInWords(screen, absence)}`;
    effects.set(effect, [...(effects.get(effect) ?? []), absence.reviewer]);
  }
  return [
    ...block(screen, 2, title, { style: paint.cyan }),
    ...[...effects].flatMap(([effect, reviewers]) => [
      ...block(screen, 4, effect, { first: `  ${paint.yellow("!")} ` }),
      ...block(screen, 6, `${zh ? "缺少其一：" : "without one of: "}${reviewers.join(zh ? "、" : ", ")}`, { style: paint.dim }),
    ]),
  ];
}

function effectInWords({ language }: Screen, { gained, lost, tied }: Absence): string {
  const zh = language === "zh";
  const names = (ids: readonly string[]) => ids.join(zh ? "、" : ", ");
  const parts = [
    ...(gained.length === 0 ? [] : [zh ? `${names(gained)} 列入候选` : `${names(gained)} proposed too`]),
    ...(lost.length === 0 ? [] : [zh ? `${names(lost)} 不再列入` : `${names(lost)} no longer proposed`]),
    ...(tied.length === 0 ? [] : [zh ? `${names(tied)} 同分待决` : `${names(tied)} tied across the cut`]),
  ];
  if (parts.length === 0) return zh ? "不再有同分" : "no tie any more";
  return parts.join(zh ? "，" : ", ");
}

/** What all that follows knows nothing of: said before it. */
function leftOutLines(screen: Screen, { lines, leftOut, untested }: StabilityResult): readonly string[] {
  const { paint, language } = screen;
  const zh = language === "zh";
  const sheets = leftOut.map(({ reviewer, applicant }) => `${reviewer} – ${applicant}`).join(zh ? "、" : ", ");
  const texts = [
    ...(leftOut.length === 0
      ? []
      : [zh ? `评分不全的评分表未用于以下测算：${sheets}` : `left out of all that follows, since scores are missing: ${sheets}`]),
    ...(untested.length === 0
      ? []
      : [
          zh
            ? `评分不全的除外，评分表不足，未列入以下测算：${untested.join("、")}`
            : `with too few sheets that lack nothing, and not in what follows: ${untested.join(", ")}`,
        ]),
    ...(lines.some(({ open }) => open !== undefined)
      ? [
          zh
            ? "标有“评分不全”的，结果取决于所缺评分，以下测算不能确定"
            : "what is marked `scores missing` depends on these, and nothing that follows settles it",
        ]
      : []),
  ];
  return texts.flatMap((text) => block(screen, 4, text, { first: `  ${paint.yellow("!")} ` }));
}

/** A selection as a page to read: what follows first, then by which rules, how it came about, and what is left to people. */
import type { Award } from "../../../kernel/award.js";
import type { SelectionResult } from "../../../selection/answer.js";
import type { StabilityResult } from "../../../selection/stability-answer.js";
import { block, heading, type Screen, say } from "../../screen.js";
import { type Sheet, sheetOf } from "../sheet.js";
import { awardsSections, outcomeInWords } from "./awards.js";
import { labelsOf, lawLines } from "./lines.js";
import { rankingSection, shortlistSection } from "./ranks.js";
import { rulesSection } from "./rules.js";
import { sheetsSections } from "./sheets.js";
import { stabilitySection } from "./stability.js";

/**
 * Lines without line ends.
 * @param stability `undefined` where it was not asked for, `null` where it cannot be told yet
 */
export function selectPage(
  screen: Screen,
  award: Award,
  selection: SelectionResult,
  stability: StabilityResult | null | undefined,
): readonly string[] {
  const sheet = sheetOf(screen, award);
  const labelOf = labelsOf(selection.applicants);
  return [
    ...headSection(sheet, selection),
    ...rulesSection(sheet, selection),
    ...awardsSections(sheet, selection, labelOf),
    ...rankingSection(sheet, selection, labelOf),
    ...(selection.shortlist === undefined ? [] : shortlistSection(sheet, selection.shortlist, labelOf)),
    ...sheetsSections(sheet, selection, labelOf),
    ...(stability === undefined ? [] : stabilitySection(sheet, selection, stability, labelOf)),
    ...noticesSection(sheet, selection),
    ...footSection(sheet, selection),
  ];
}

function headSection({ screen, award }: Sheet, selection: SelectionResult): readonly string[] {
  const { paint, language } = screen;
  const zh = language === "zh";
  const { pack } = award.files;
  const { tied, open } = selection.awards.places;
  const isSettled = tied + open === 0;
  const outcome = `${isSettled ? "✓" : "?"} ${outcomeInWords(screen, selection.awards)}`;
  const edition = selection.edition === undefined ? "" : zh ? ` · 届次 ${selection.edition}` : ` · edition ${selection.edition}`;
  const asOf = zh ? `截至 ${selection.asOf}` : `as of ${selection.asOf}`;
  return [
    ...block(screen, 2, outcome.slice(2), {
      first: paint.bold((isSettled ? paint.green : paint.yellow)(outcome.slice(0, 2))),
      style: (line) => paint.bold((isSettled ? paint.green : paint.yellow)(line)),
    }),
    ...block(screen, 2, `${say(screen, pack.title)} ${pack.documentNumber}${edition} · ${asOf}`, { style: paint.dim }),
    ...(selection.id === undefined ? [] : block(screen, 2, selection.id, { style: paint.dim })),
  ];
}

/** But for that on the review rules, which stands with them. */
function noticesSection(sheet: Sheet, { notices }: SelectionResult): readonly string[] {
  const { screen } = sheet;
  const others = notices.filter(({ code }) => code !== "review-rules-illustrative");
  if (others.length === 0) return [];
  return [
    ...heading(screen, { zh: "提示", en: "Notices" }),
    ...others.flatMap(({ says, provision, quote }) => [
      ...block(screen, 4, say(screen, says), { first: `  ${screen.paint.yellow("!")} ` }),
      ...(provision === undefined || quote === undefined ? [] : lawLines(sheet, 4, { provision, quote })),
    ]),
  ];
}

/** What it takes to check it later. */
function footSection({ screen }: Sheet, { ruleset, reviewRules, kernel }: SelectionResult): readonly string[] {
  const short = (digest: string) => `${digest.slice(0, "sha256:".length + 12)}…`;
  const rules = screen.language === "zh" ? "评审规则" : "review rules";
  const text = `${ruleset.id} ${short(ruleset.digest)} · ${rules} ${short(reviewRules.digest)} · kernel ${kernel.version}`;
  return ["", ...block(screen, 2, text, { style: screen.paint.dim })];
}

/** A stage as the answer tells it. */
import { itemsOf } from "../kernel/criteria.js";
import type { Text } from "../kernel/text.js";
import { MISSING } from "../scoring/layout.js";
import { type Spread, variance } from "../scoring/spread.js";
import type { StageLine, StageResult, StageSpread } from "./answer.js";
import { pointsOf, rootInHundredths, scoredOf } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { missingIn, type StageScore, type StageScores } from "./stage-scores.js";
import { citing, spanInWords } from "./words.js";

/** @param parts places of the applicants who take part in it */
export function stageResult(scored: StageScores, parts: readonly number[], read: ReadSelection): StageResult {
  const { stage, rules, isHeld, needs } = scored;
  const { name, label, decides, provision, quote } = stage;
  const clauses = itemsOf(read.criteria).map(({ clause }) => clause);
  return {
    name,
    label,
    decides,
    held: isHeld,
    ...(rules.weight === undefined ? {} : { weight: rules.weight }),
    aggregation: rules.aggregation,
    needs,
    provision,
    quote,
    lines: parts.map((place) => stageLine(scored, place, read, clauses)),
  };
}

function stageLine(
  { stage, scores, isHeld, needs, rules }: StageScores,
  place: number,
  read: ReadSelection,
  clauses: readonly string[],
): StageLine {
  const own = scores[place] as StageScore;
  const { sheets, excluded, span, spread } = own;
  const { max: top } = read.criteria.scale;
  const missing = sheets
    .filter(({ scores }) => scores.includes(MISSING))
    .map((sheet) => ({ reviewer: sheet.reviewer, clauses: missingIn(sheet).map((item) => clauses[item] as string) }));
  return {
    applicant: (read.applicants[place] as { readonly id: string }).id,
    sheets: sheets.length,
    excluded: excluded.length,
    ...scoredOf(span, top),
    spread: spread === null ? null : spreadOf(spread, top),
    consensus: spread === null || rules.consensus === undefined ? null : own.outliers,
    missing,
    ...citing(stage, isHeld ? heldInWords(own, needs, top) : notHeld(own)),
  };
}

function spreadOf(spread: Spread, top: number): StageSpread {
  const { least, greatest, twiceMedian } = spread;
  const points = (over: number, under = 1n) => pointsOf({ over: BigInt(over), under }, top);
  const squares = variance(spread);
  return {
    least: points(least),
    median: points(twiceMedian, 2n),
    greatest: points(greatest),
    range: points(greatest - least),
    standardDeviation: squares === null ? null : rootInHundredths(squares, top),
  };
}

function heldInWords(own: StageScore, needs: number, top: number): Text {
  const { zh, en } = countInWords(own);
  if (own.span !== null) {
    const score = spanInWords(own.span, top);
    return { zh: `${zh}：${score.zh}`, en: `${en}: ${score.en}` };
  }
  return { zh: `${zh}，少于所需的 ${needs} 份：没有分数`, en: `${en}, but ${needs} needed: no score` };
}

function notHeld(own: StageScore): Text {
  const { zh, en } = countInWords(own);
  return { zh: `${zh}，本环节尚未结束：分数未定`, en: `${en} so far; the stage is not over: the score is open` };
}

function countInWords({ sheets, excluded }: StageScore): Text {
  const apart = excluded.length;
  return {
    zh: `评分表 ${sheets.length} 份${apart === 0 ? "" : `，另有 ${apart} 份不予计入`}`,
    en: `${sheets.length} ${sheets.length === 1 ? "sheet" : "sheets"}${apart === 0 ? "" : `, ${apart} more excluded`}`,
  };
}

/** What lines have in common in how they are worded. */
import type { Award } from "../kernel/award.js";
import type { Named } from "../kernel/model.js";
import type { Ruling } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";
import type { Ranked } from "./answer.js";
import type { CutEntry } from "./cut.js";
import { isExact, pointsOf, pointsText, type Span, scoredOf } from "./points.js";

/** A line by what the law says of it, in words of its own. */
export function citing({ provision, quote }: Pick<Ruling, "provision" | "quote">, says: Text): Ruling {
  return { provision, quote, says };
}

/** INVARIANT: a checked pack declares every body it names. */
export function bodyOf({ files }: Award, name: string): Named {
  return files.pack.bodies.find((body) => body.name === name) as Named;
}

export function spanInWords(span: Span, top: number): Text {
  const least = pointsText(span.low, top);
  if (isExact(span)) return { zh: `${least} 分`, en: `${least} points` };
  const greatest = pointsText(span.high, top);
  return { zh: `在 ${least} 至 ${greatest} 分之间`, en: `between ${least} and ${greatest} points` };
}

/** @param hasRank whether there is anything yet to be ranked by */
export function entryInWords({ span, best, worst }: CutEntry, top: number, hasRank: boolean): Text {
  const { zh, en } = spanInWords(span, top);
  if (!hasRank) return { zh, en };
  if (best === worst) return { zh: `${zh}，第 ${best} 名`, en: `${en}, rank ${best}` };
  return { zh: `${zh}，第 ${best} 至第 ${worst} 名`, en: `${en}, rank ${best} to ${worst}` };
}

export function rankedOf({ span, best, worst, isScored }: CutEntry, top: number, hasRank: boolean): Ranked {
  const scored = scoredOf(span, top);
  if (!hasRank) return { ...scored, rank: null };
  return isScored && best === worst ? { ...scored, rank: best } : { ...scored, rank: null, ranks: { best, worst } };
}

/** Rounded, a value may look like the limit that it is below: then it is also said exactly. */
export function belowInWords({ high }: Span, limit: number, top: number): Text {
  const { text, over, under } = pointsOf(high, top);
  const exactly =
    Number(text) < limit ? { zh: "", en: "" } : { zh: `（精确值 ${over}/${under}）`, en: ` (exactly ${over}/${under})` };
  return { zh: `${exactly.zh}，低于评审规则的 ${limit} 分`, en: `${exactly.en}, below the ${limit} points of the review rules` };
}

/** Names in a sentence that lists them all is none to read where there are a hundred. */
const MOST_NAMES = 12;

/** The first of them, and how many more there are. */
export function listed(names: readonly string[]): Text {
  const more = names.length - MOST_NAMES;
  const first = names.slice(0, MOST_NAMES);
  if (more <= 0) return { zh: first.join("、"), en: first.join(", ") };
  return { zh: `${first.join("、")} 等 ${names.length} 个`, en: `${first.join(", ")} and ${more} more` };
}

/** Said beside what is settled though scores are missing. */
export function regardless({ span, best, worst }: CutEntry): Text {
  if (isExact(span) && best === worst) return { zh: "", en: "" };
  return { zh: "，无论所缺评分如何", en: ", whatever the missing scores come to" };
}

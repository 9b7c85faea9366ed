/** Who goes on to the stages that rank: by the stage that decides it, and by nothing else. */
import type { Award } from "../kernel/award.js";
import type { ShortlistRules } from "../kernel/review-rules.js";
import type { Selection, Stage } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";
import type { Scorer } from "../scoring/scorer.js";
import type { ShortlistLine, ShortlistResult } from "./answer.js";
import { type Contender, type Cut, type CutEntry, cutOf } from "./cut.js";
import { isBelow, wholePoints } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import type { StageScores } from "./stage-scores.js";
import { tiesOf } from "./ties.js";
import { belowInWords, bodyOf, citing, entryInWords, listed, rankedOf, regardless } from "./words.js";

export interface Shortlisting {
  readonly ruling: NonNullable<Selection["shortlist"]>;
  readonly stage: StageScores;
  readonly limits: ShortlistRules;
  readonly cut: Cut;
  /** By place; `unscored` may still go on, once it has the sheets for a score. */
  readonly standings: ReadonlyMap<number, ShortlistLine["standing"]>;
}

/** @returns `null` where no stage decides it */
export function shortlistBy(scorer: Scorer, { selection, rules, criteria }: ReadSelection, stages: readonly StageScores[]) {
  const stage = stages.find((one) => one.stage.decides === "shortlist");
  const { shortlist: ruling } = selection;
  const { shortlist: limits } = rules;
  if (stage === undefined || ruling === undefined || limits === undefined) return null;
  const contenders = stage.scores.map(
    ({ span }, place): Contender => ({ place, span: span ?? stage.anywhere, isScored: span !== null }),
  );
  const { first = Number.POSITIVE_INFINITY, atLeast } = limits;
  const least = atLeast === undefined ? null : wholePoints(atLeast, criteria.scale.max);
  const cut = cutOf(scorer, contenders, { first, atLeast: least });
  // Before all its sheets are given not even the applicants may all be known.
  const entries = cut.entries.map((entry): CutEntry => (stage.isHeld ? entry : { ...entry, standing: "open" }));
  const standings = new Map(entries.map(({ place, standing, isScored }) => [place, isScored ? standing : "unscored"] as const));
  return { ruling, stage, limits, cut: { ...cut, entries }, standings } satisfies Shortlisting;
}

export function shortlistResult(
  award: Award,
  read: ReadSelection,
  { ruling, stage, limits, cut }: Shortlisting,
): ShortlistResult {
  const { provision, quote, says, ties } = ruling;
  const { applicants, selection, criteria } = read;
  const top = criteria.scale.max;
  const idOf = (place: number) => (applicants[place] as { readonly id: string }).id;
  const next = (selection.stages.find(({ decides }) => decides === "ranking") as Stage).label;
  const { first = null, atLeast = null } = limits;
  const names = listed((cut.tie?.members ?? []).map(idOf));
  const scored = cut.entries.filter(({ isScored }) => isScored);
  const lacking = cut.entries.filter(({ isScored }) => !isScored).toSorted((a, b) => a.place - b.place);
  const ranked = scored.map(
    (entry): ShortlistLine => ({
      applicant: idOf(entry.place),
      standing: entry.standing,
      ...rankedOf(entry, top, stage.isHeld),
      ...(entry.standing === "tied" ? citing(ties, tied(entry)) : citing(ruling, settled(entry))),
    }),
  );
  const unscored = lacking.map(
    (entry): ShortlistLine => ({
      applicant: idOf(entry.place),
      standing: "unscored",
      ...rankedOf(entry, top, stage.isHeld),
      ...citing(ruling, none()),
    }),
  );
  return {
    provision,
    quote,
    says,
    first,
    atLeast,
    lines: [...ranked, ...unscored],
    ties: tiesOf(award, read, ties, cut, first ?? 0),
  };

  function settled(entry: CutEntry): Text {
    const { zh, en } = entryInWords(entry, top, stage.isHeld);
    const anyhow = regardless(entry);
    if (entry.standing === "in") {
      return { zh: `${zh}：进入${next.zh}${anyhow.zh}`, en: `${en}: goes on to ${next.en}${anyhow.en}` };
    }
    if (entry.standing === "open") {
      return { zh: `${zh}：能否进入${next.zh}尚未确定`, en: `${en}: whether it goes on to ${next.en} is open` };
    }
    const why = isBelow(entry.span.high, atLeast, top)
      ? belowInWords(entry.span, atLeast ?? 0, top)
      : { zh: `，不在前 ${first} 名之内`, en: `, not among the first ${first}` };
    return { zh: `${zh}${why.zh}：不进入${next.zh}${anyhow.zh}`, en: `${en}${why.en}: does not go on to ${next.en}${anyhow.en}` };
  }

  function tied(entry: CutEntry): Text {
    const { zh, en } = entryInWords(entry, top, true);
    const body = bodyOf(award, ties.body).label;
    return {
      zh: `${zh}：${names.zh} 同分，跨越前 ${first} 名的界线，能否进入${next.zh}由${body.zh}决定`,
      en: `${en}: ${names.en} are tied across the cut after the first ${first}, and the ${body.en} settles who goes on to ${next.en}`,
    };
  }

  function none(): Text {
    const { label } = stage.stage;
    return {
      zh: `${label.zh}没有分数：能否进入${next.zh}尚未确定`,
      en: `no score at ${label.en}: whether it goes on to ${next.en} is open`,
    };
  }
}

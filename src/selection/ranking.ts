/** The ranking by the comprehensive score, everybody in it once. */
import type { Ruling } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";
import type { Applicant, RankingLine, RankingResult } from "./answer.js";
import type { Candidates } from "./candidates.js";
import type { CutEntry } from "./cut.js";
import { isExact, pointsOf } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { lackingInWords } from "./unscored.js";
import { citing, entryInWords, rankedOf } from "./words.js";

export function rankingResult({ applicants, selection, criteria }: ReadSelection, candidates: Candidates): RankingResult {
  const { cut, hasBegun } = candidates;
  const ruling: Ruling = selection.ranking;
  const top = criteria.scale.max;
  const idOf = (place: number) => (applicants[place] as Applicant).id;
  const scored = cut.entries.filter(({ isScored }) => isScored);
  const lacking = cut.entries.filter(({ isScored }) => !isScored).toSorted((a, b) => a.place - b.place);
  const parts = new Set(candidates.parts);
  const groups = groupsOf(scored, top);
  const othersOf = new Map(groups.flatMap((group) => group.map((entry) => [entry, group.length - 1] as const)));
  const ranked = scored.map((entry): RankingLine => {
    const isRanked = hasBegun && entry.best === entry.worst;
    return {
      applicant: idOf(entry.place),
      standing: isRanked ? "ranked" : "open",
      ...rankedOf(entry, top, hasBegun),
      ...citing(ruling, inWords(entry, othersOf.get(entry) ?? 0)),
    };
  });
  const unscored = lacking.map((entry): RankingLine => {
    const { zh, en } = lackingInWords(candidates, entry.place);
    return {
      applicant: idOf(entry.place),
      standing: "unscored",
      ...rankedOf(entry, top, hasBegun),
      ...citing(ruling, {
        zh: `${zh}：没有综合评分，补齐评分表后仍可能有`,
        en: `${en}: no comprehensive score, though sheets that are missing may still give one`,
      }),
    };
  });
  const others = [...applicants.keys()].filter((place) => !parts.has(place));
  const equals = groups.map((group) => ({
    value: pointsOf((group[0] as CutEntry).span.low, top),
    applicants: group.map(({ place }) => idOf(place)),
  }));
  return { ...ruling, lines: [...ranked, ...unscored, ...others.map(unranked)], equals };

  function inWords(entry: CutEntry, others: number): Text {
    const { zh, en } = entryInWords(entry, top, hasBegun);
    const tied =
      others === 0
        ? { zh: "", en: "" }
        : { zh: `，与另外 ${others} 个同分`, en: `, equal to ${others} ${others === 1 ? "other" : "others"}` };
    return { zh: `综合评分：${zh}${tied.zh}`, en: `comprehensive score: ${en}${tied.en}` };
  }

  function unranked(place: number): RankingLine {
    const standing = hasBegun ? "without-sheets" : "not-shortlisted";
    return { applicant: idOf(place), standing, value: null, rank: null, ...citing(ruling, WHY[standing]) };
  }
}

const WHY = {
  "without-sheets": {
    zh: "没有可计入综合评分的评分表：不参加排名",
    en: "no sheets that go into the comprehensive score: not ranked",
  },
  "not-shortlisted": { zh: "未入围：不参加排名", en: "not on the shortlist: not ranked" },
} as const;

/** Entries of one exact value, from the greatest on. */
function groupsOf(entries: readonly CutEntry[], top: number): readonly (readonly CutEntry[])[] {
  const groups = new Map<string, CutEntry[]>();
  for (const entry of entries) {
    if (!isExact(entry.span)) continue;
    const { over, under } = pointsOf(entry.span.low, top);
    const key = `${over}/${under}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [entry]);
    else own.push(entry);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The ranking by the comprehensive score, everybody in it once. */
import type { Ruling } from "../kernel/selection.js";
import type { Text } from "../kernel/text.js";
import type { Applicant, RankingLine, RankingResult } from "./answer.js";
import type { Candidates } from "./candidates.js";
import type { CutEntry } from "./cut.js";
import { isExact, pointsOf } from "./points.js";
import type { ReadSelection } from "./read-question.js";
import { citing, entryInWords, rankedOf } from "./words.js";

export function rankingResult({ applicants, selection, criteria }: ReadSelection, candidates: Candidates): RankingResult {
  const { cut, parts, hasBegun, stages } = candidates;
  const ruling: Ruling = selection.ranking;
  const top = criteria.scale.max;
  const idOf = (place: number) => (applicants[place] as Applicant).id;
  const partakers = new Set(parts);
  const groups = groupsOf(cut.entries, top);
  const othersOf = new Map(groups.flatMap((group) => group.map((entry) => [entry, group.length - 1] as const)));
  const ranked = cut.entries.map((entry): RankingLine => {
    const isRanked = hasBegun && entry.best === entry.worst;
    return {
      applicant: idOf(entry.place),
      standing: isRanked ? "ranked" : "open",
      ...rankedOf(entry, top, hasBegun),
      ...citing(ruling, inWords(entry, othersOf.get(entry) ?? 0)),
    };
  });
  const scored = new Set(cut.entries.map(({ place }) => place));
  const others = [...applicants.keys()].filter((place) => !scored.has(place));
  const equals = groups.map((group) => ({
    value: pointsOf((group[0] as CutEntry).span.low, top),
    applicants: group.map(({ place }) => idOf(place)),
  }));
  return { ...ruling, lines: [...ranked, ...others.map(unranked)], equals };

  function inWords(entry: CutEntry, others: number): Text {
    const { zh, en } = entryInWords(entry, top, hasBegun);
    const tied =
      others === 0
        ? { zh: "", en: "" }
        : { zh: `，与另外 ${others} 个同分`, en: `, equal to ${others} ${others === 1 ? "other" : "others"}` };
    return { zh: `综合评分：${zh}${tied.zh}`, en: `comprehensive score: ${en}${tied.en}` };
  }

  function unranked(place: number): RankingLine {
    const standing = partakers.has(place) ? "unscored" : hasBegun ? "without-sheets" : "not-shortlisted";
    return { applicant: idOf(place), standing, value: null, rank: null, ...citing(ruling, why(standing, place)) };
  }

  function why(standing: "unscored" | "without-sheets" | "not-shortlisted", place: number): Text {
    const isWithout = stages.filter(({ scores }) => scores[place]?.span === null).map(({ stage }) => stage.label);
    const lacking = { zh: isWithout.map(({ zh }) => zh).join("、"), en: isWithout.map(({ en }) => en).join(", ") };
    if (standing === "unscored")
      return { zh: `${lacking.zh}没有分数：没有综合评分`, en: `no score at ${lacking.en}: no comprehensive score` };
    if (standing === "without-sheets") {
      return { zh: "没有可计入综合评分的评分表：不参加排名", en: "no sheets that go into the comprehensive score: not ranked" };
    }
    return { zh: "未入围：不参加排名", en: "not on the shortlist: not ranked" };
  }
}

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

/** What a person must know or judge beside the lists. */
import type { Award } from "../kernel/award.js";
import { superseded } from "../kernel/notice.js";
import type { Applicant, SelectionNotice } from "./answer.js";
import { type Candidates, hasSheets } from "./candidates.js";
import type { ReadSelection } from "./read-question.js";
import type { Shortlisting } from "./shortlist.js";
import type { StageScores } from "./stage-scores.js";
import { bodyOf, citing, listed } from "./words.js";

export function noticesOf(
  award: Award,
  read: ReadSelection,
  stages: readonly StageScores[],
  shortlisting: Shortlisting | null,
  candidates: Candidates,
): readonly SelectionNotice[] {
  return [
    ...(superseded(award, read.asOf) as readonly SelectionNotice[]),
    ...ofRules(award, read),
    ...ofInterests(read),
    ...ofStages(read, stages),
    ...stages.flatMap((stage) => ofScores(read, stage, candidates)),
    ...(shortlisting === null ? [] : ofShortlist(award, read, shortlisting, candidates)),
  ];
}

function ofRules(award: Award, { rules, selection }: ReadSelection): readonly SelectionNotice[] {
  if (!rules.illustrative) return [];
  const { label } = bodyOf(award, selection.reviewRules.body);
  const says = {
    zh: `“${rules.title.zh}”只是示例，未经${label.zh}审定：名单和名次仅供演示`,
    en: `“${rules.title.en}” are illustrative and not approved by the ${label.en}: lists and ranks show how it works and no more`,
  };
  return [{ code: "review-rules-illustrative", ...citing(selection.reviewRules, says) }];
}

function ofInterests({ interests, sheets, applicants, selection }: ReadSelection): readonly SelectionNotice[] {
  if (interests === null) {
    const says = {
      zh: "没有说明有无利害关系的申明，未排除任何评分：没有则写 []",
      en: "nothing was said of declared interests and no sheet is excluded: write [] if there are none",
    };
    return [{ code: "interests-not-given", ...citing(selection.interest, says) }];
  }
  const reviewers = new Set(sheets.map(({ reviewer }) => reviewer));
  const known = new Set(applicants.map(({ id }) => id));
  const unmatched = interests.filter(({ reviewer, applicant }) => !reviewers.has(reviewer) || !known.has(applicant));
  if (unmatched.length === 0) return [];
  const pairs = listed(unmatched.map(({ reviewer, applicant }) => `${reviewer} – ${applicant}`));
  const says = {
    zh: `申明利害关系的 ${pairs.zh} 之中，评审人员没有评分表或申报者不在其列：若非已经回避，请核对写法`,
    en: `declared interests with a reviewer of no sheets or an unknown applicant: ${pairs.en}; check the ids, unless they withdrew`,
  };
  return [{ code: "interest-unmatched", ...citing(selection.interest, says) }];
}

function ofStages({ saysHeld, selection }: ReadSelection, stages: readonly StageScores[]): readonly SelectionNotice[] {
  const held = stages.filter(({ isHeld }) => isHeld);
  const labels = {
    zh: held.map(({ stage }) => stage.label.zh).join("、"),
    en: held.map(({ stage }) => stage.label.en).join(", "),
  };
  const assumed: SelectionNotice = {
    code: "held-assumed",
    says: {
      zh: `没有说明哪些环节已结束，有评分表的视为已结束：${labels.zh}；如尚未结束，请用 held 写明已结束的环节`,
      en: `which stages are over was not said; those with sheets are taken to be: ${labels.en}; if one is not, name those that are in held`,
    },
  };
  const notHeld = stages.filter(({ isHeld }) => !isHeld);
  return [
    ...(saysHeld || held.length === 0 ? [] : [assumed]),
    ...notHeld.map(({ stage }): SelectionNotice => {
      const isShortlist = stage.decides === "shortlist";
      const zh = isShortlist ? "入围名单未定" : "综合评分未定，不提出候选";
      const en = isShortlist ? "the shortlist is open" : "comprehensive scores are open and nobody is proposed";
      const says = { zh: `${stage.label.zh}尚未结束：${zh}`, en: `${stage.label.en} is not over: ${en}` };
      return { code: "stage-not-held", ...citing(isShortlist ? stage : selection.ranking, says) };
    }),
  ];
}

/** Sheets there are, but too few of them: often since one was excluded. */
function ofScores({ applicants }: ReadSelection, scored: StageScores, { parts }: Candidates): readonly SelectionNotice[] {
  const { stage, scores, needs } = scored;
  const takesPart = stage.decides === "shortlist" ? [...applicants.keys()] : parts;
  const without = takesPart.filter((place) => scores[place]?.span === null).map((place) => (applicants[place] as Applicant).id);
  if (without.length === 0) return [];
  const says = {
    zh: `${stage.label.zh}评分表不足 ${needs} 份，没有分数，名次未定：${listed(without).zh}`,
    en: `fewer than ${needs} ${needs === 1 ? "sheet" : "sheets"} at ${stage.label.en}, so no score, and the rank is open: ${listed(without).en}`,
  };
  return [{ code: "without-score", ...citing(stage, says), applicants: without }];
}

/** Where what was done differs from what the scores come to: for a person to judge. */
function ofShortlist(
  award: Award,
  { applicants }: ReadSelection,
  { ruling, standings }: Shortlisting,
  { stages, hasBegun }: Candidates,
): readonly SelectionNotice[] {
  const ids = (isIn: (place: number) => boolean) =>
    [...applicants.keys()].filter(isIn).map((place) => (applicants[place] as Applicant).id);
  const off = ids((place) => hasSheets(stages, place) && ["out", "unscored"].includes(standings.get(place) ?? ""));
  const absent = ids((place) => hasBegun && !hasSheets(stages, place) && standings.get(place) === "in");
  const settled = ids((place) => hasSheets(stages, place) && standings.get(place) === "tied");
  const { label } = bodyOf(award, ruling.ties.body);
  const notices: readonly (SelectionNotice & { readonly applicants: readonly string[] })[] = [
    {
      code: "ranked-off-shortlist",
      ...citing(ruling, {
        zh: `${listed(off).zh} 按评分未入围，却有其后环节的评分表：已照其评分排名，是否合规须由人判断`,
        en: `not on the shortlist by the scores, but with sheets of later stages: ${listed(off).en}; ranked by these, and whether that is in order is for a person to judge`,
      }),
      applicants: off,
    },
    {
      code: "shortlisted-without-sheets",
      ...citing(ruling, {
        zh: `${listed(absent).zh} 按评分入围，却没有其后环节的评分表：未参加排名`,
        en: `on the shortlist by the scores, but without sheets of later stages: ${listed(absent).en}; not ranked`,
      }),
      applicants: absent,
    },
    {
      code: "tie-settled-elsewhere",
      ...citing(ruling.ties, {
        zh: `${listed(settled).zh} 在入围界线上同分，已有其后环节的评分表：视为${label.zh}已决定其入围`,
        en: `tied at the cut of the shortlist, with sheets of later stages: ${listed(settled).en}; the ${label.en} is taken to have let them in`,
      }),
      applicants: settled,
    },
  ];
  return notices.filter((notice) => notice.applicants.length > 0);
}

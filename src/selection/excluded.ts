/** Sheets that do not count, since their reviewers have declared an interest: reported, and their scores told to nobody. */
import type { Applicant, ExcludedResult, ExcludedSheet } from "./answer.js";
import { pairOf } from "./pair-of.js";
import type { ReadSelection } from "./read-question.js";
import type { StageScores } from "./stage-scores.js";
import { citing } from "./words.js";

export function excludedResult(
  { applicants, interests, selection }: ReadSelection,
  stages: readonly StageScores[],
): ExcludedResult {
  const sheets = stages.flatMap(({ stage, scores }) =>
    scores.flatMap(({ excluded }, place) =>
      excluded.map(({ reviewer }): ExcludedSheet => {
        const { id } = applicants[place] as Applicant;
        const says = {
          zh: `${reviewer} 申明与 ${id} 有利害关系，其在${stage.label.zh}给 ${id} 的评分不予计入`,
          en: `${reviewer} declared an interest in ${id}: the scores given to ${id} at ${stage.label.en} are excluded`,
        };
        return { stage: stage.name, applicant: id, reviewer, ...citing(selection.interest, says) };
      }),
    ),
  );
  const counts = new Map<string, number>();
  for (const sheet of sheets) counts.set(pairOf(sheet), (counts.get(pairOf(sheet)) ?? 0) + 1);
  return {
    ...selection.interest,
    sheets,
    interests: interests?.map((interest) => ({ ...interest, sheets: counts.get(pairOf(interest)) ?? 0 })) ?? null,
  };
}

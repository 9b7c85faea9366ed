/** Selection as a decision: what do these sheets come to by these rules, and why? */
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import { digestOf } from "../pack/digest.js";
import type { Scorer } from "../scoring/scorer.js";
import type { SelectionAnswer, SelectionQuestion, SelectionResult, UsedReviewRules } from "./answer.js";
import { awardLimits, awardsResult } from "./awards.js";
import { candidatesOf } from "./candidates.js";
import { excludedResult } from "./excluded.js";
import { noticesOf } from "./notices.js";
import { rankingResult } from "./ranking.js";
import { type ReadSelection, readSelection } from "./read-question.js";
import { shortlistBy, shortlistResult } from "./shortlist.js";
import { stageResult } from "./stage-lines.js";
import { scoreStages } from "./stage-scores.js";
import { bodyOf } from "./words.js";

/**
 * Who goes on, who stands where, and which awards follow, every line by its provision.
 *
 * Pure: the same award and question give the same answer, byte for byte once written as JSON.
 * @param award made by `loadAward`
 * @param scorer of the criteria of this very award: `await loadScorer(award.files.criteria)`
 * @param question checked here: an answer with `ok: false` lists everything that is wrong with it, the first thousand of more
 * @throws never, for such an award and such a scorer
 * @example
 * const answer = select(award, scorer, { asOf: "2023-12-20", interests: [], sheets });
 * // answer.ok && answer.selection.awards.proposed
 */
export function select(award: Award, scorer: Scorer, question: SelectionQuestion | unknown): SelectionAnswer {
  const read = readSelection(award, question);
  if ("length" in read) return { ok: false, errors: read };
  try {
    return { ok: true, selection: selected(award, scorer, read) };
  } catch (error) {
    if (!isTooGreat(error)) throw error;
    const errors: readonly Failure[] = [failure("/sheets", { code: "sums-too-great" })];
    return { ok: false, errors };
  }
}

function selected(award: Award, scorer: Scorer, read: ReadSelection): SelectionResult {
  const stages = scoreStages(scorer, read);
  const shortlisting = shortlistBy(scorer, read, stages);
  const candidates = candidatesOf(scorer, read, stages, shortlisting, awardLimits(award, read));
  const everybody = [...read.applicants.keys()];
  return {
    ...(read.id === null ? {} : { id: read.id }),
    award: award.id,
    asOf: read.asOf,
    ...(read.edition === null ? {} : { edition: read.edition }),
    reviewRules: usedRules(award, read),
    applicants: read.applicants,
    stages: stages.map((stage) => stageResult(stage, stage.stage.decides === "ranking" ? candidates.parts : everybody, read)),
    ...(shortlisting === null ? {} : { shortlist: shortlistResult(award, read, shortlisting) }),
    ranking: rankingResult(read, candidates),
    awards: awardsResult(award, read, candidates),
    excluded: excludedResult(read, stages),
    notices: noticesOf(award, read, stages, shortlisting, candidates),
    ruleset: award.ruleset,
    kernel: { version: KERNEL_VERSION },
  };
}

function usedRules(award: Award, { rules, rulesFrom, selection }: ReadSelection): UsedReviewRules {
  const { provision, quote, says, body } = selection.reviewRules;
  const { title, illustrative } = rules;
  return { source: rulesFrom, digest: digestOf(rules), title, illustrative, provision, quote, says, body: bodyOf(award, body) };
}

/** Thrown by the scorer where a sum would not fit: it never rounds. */
export function isTooGreat(error: unknown): boolean {
  return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}

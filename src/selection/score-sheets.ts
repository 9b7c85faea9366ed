/** Scores as a question: what does each sheet come to, and what do an applicant's sheets come to together? */
import type { Award } from "../kernel/award.js";
import { type Criteria, totalPoints } from "../kernel/criteria.js";
import { failure } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import { isRecord } from "../kernel/read-facts.js";
import { hasMembers } from "../kernel/read-members.js";
import { KERNEL_VERSION } from "../kernel/version.js";
import type { Scorer } from "../scoring/scorer.js";
import { aggregateLines } from "./aggregate-lines.js";
import { readAggregation } from "./read-aggregation.js";
import { type ReadScoreSheet, readScoreSheets } from "./read-score-sheets.js";
import type { ScoresAnswer, ScoresQuestion, ScoreUnits } from "./score-answer.js";
import { sheetScores } from "./scored-sheets.js";

const MEMBERS = ["sheets", "aggregation"];

/**
 * Points of every sheet, by category and in all; with an aggregation, of every applicant at every stage, ranked.
 * @param award made by `loadAward`
 * @param scorer of the criteria of this very award
 * @param question checked here: an answer with `ok: false` lists everything that is wrong with it, the first thousand of more
 */
export async function scoreSheets(award: Award, scorer: Scorer, question: ScoresQuestion | unknown): Promise<ScoresAnswer> {
  const { criteria } = award.files;
  if (criteria === undefined) {
    return { ok: false, errors: [failure("", { code: "absent-part", part: "criteria", award: award.id })] };
  }
  if (!isRecord(question)) return { ok: false, errors: [failure("", { code: "not-an-object", found: question })] };
  const failures = new FailureList();
  hasMembers(question, "", { all: MEMBERS, required: ["sheets"] }, failures);
  const aggregation = readAggregation(question["aggregation"], failures);
  const sheets = readScoreSheets(award, criteria, question["sheets"], failures);
  if (aggregation !== null) checkApplicants(sheets, failures);
  if (failures.length > 0) return { ok: false, errors: failures.all() };
  const packed = packedSheets(scorer, sheets);
  const scores = sheetScores(criteria, scorer)(packed);
  const together =
    aggregation === null ? {} : { aggregation, aggregates: await aggregateLines(scorer, aggregation, sheets, packed) };
  return {
    ok: true,
    scores: {
      award: award.id,
      ...unitsOf(criteria),
      sheets: sheets.map(({ names }, at) => ({ ...names, ...(scores[at] as (typeof scores)[number]) })),
      ...together,
      ruleset: award.ruleset,
      kernel: { version: KERNEL_VERSION },
    },
  };
}

function unitsOf(criteria: Criteria): ScoreUnits {
  const { standard, scale } = criteria;
  return { standard, scale, points: totalPoints(criteria), unitsPerPoint: scale.max };
}

// INVARIANT: where nothing is wrong, every sheet that was given is among those that were read.
function checkApplicants(sheets: readonly ReadScoreSheet[], failures: FailureList): void {
  if (failures.length > 0) return;
  for (const [index, { names }] of sheets.entries()) {
    if (names.applicant === undefined) failures.add(`/sheets/${index}`, { code: "missing-member", name: "applicant" });
  }
}

function packedSheets({ layout }: Scorer, sheets: readonly ReadScoreSheet[]): Uint8Array {
  const bytes = new Uint8Array(layout.stride * sheets.length);
  for (const [at, { scores }] of sheets.entries()) bytes.set(scores, at * layout.stride);
  return bytes;
}

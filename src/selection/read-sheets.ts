/** Score sheets as a caller gives them, each score held to the scale of the criteria. */
import { type Criteria, itemsOf } from "../kernel/criteria.js";
import { type Failure, failure, pointerStep } from "../kernel/failure.js";
import { isRecord } from "../kernel/read-facts.js";
import type { Selection } from "../kernel/selection.js";
import { MISSING } from "../scoring/layout.js";
import type { GivenApplicants } from "./read-applicants.js";
import { hasMembers, memberList, nearestOf, readKey, readStage } from "./read-members.js";

export interface GivenSheet {
  readonly stage: string;
  readonly applicant: string;
  readonly reviewer: string;
  /** A byte an item in the order of the criteria, `MISSING` where it was not scored. */
  readonly scores: Uint8Array;
}

export interface SheetReader {
  readonly criteria: Criteria;
  readonly selection: Selection;
  /** `null` where they are not listed. */
  readonly applicants: GivenApplicants | null;
}

const MEMBERS = ["stage", "applicant", "reviewer", "scores"];

/** @returns those that are sound */
export function readSheets(value: unknown, reader: SheetReader, failures: Failure[]): readonly GivenSheet[] {
  if (value === null) failures.push(failure("", { code: "missing-member", name: "sheets" }));
  const readScores = scoreReader(reader.criteria);
  /** Where the sheet of a stage, an applicant and a reviewer stands. */
  const places = new Map<string, string>();
  return (memberList(value, "/sheets", failures) ?? []).flatMap((entry, index): readonly GivenSheet[] => {
    const pointer = `/sheets/${index}`;
    if (!hasMembers(entry, pointer, { all: MEMBERS, required: MEMBERS }, failures)) return [];
    const stage = readStage(entry["stage"], `${pointer}/stage`, reader.selection, failures);
    const applicant = readKey(entry["applicant"], `${pointer}/applicant`, failures);
    const reviewer = readKey(entry["reviewer"], `${pointer}/reviewer`, failures);
    const scores = readScores(entry["scores"], `${pointer}/scores`, failures);
    reader.applicants?.check(applicant, `${pointer}/applicant`, failures);
    if (stage === null || applicant === null || reviewer === null) return [];
    const key = JSON.stringify([stage, applicant, reviewer]);
    const first = places.get(key);
    if (first !== undefined) failures.push(failure(pointer, { code: "sheet-twice", stage, applicant, reviewer, first }));
    else places.set(key, pointer);
    return [{ stage, applicant, reviewer, scores }];
  });
}

function scoreReader(criteria: Criteria) {
  const { scale, standard } = criteria;
  const { min, max, step } = scale;
  const places = new Map(itemsOf(criteria).map(({ clause }, place) => [clause, place]));
  return (value: unknown, pointer: string, failures: Failure[]): Uint8Array => {
    const scores = new Uint8Array(places.size).fill(MISSING);
    if (value === undefined) return scores;
    if (!isRecord(value)) {
      failures.push(failure(pointer, { code: "not-an-object", found: value }));
      return scores;
    }
    for (const [clause, score] of Object.entries(value)) {
      const place = places.get(clause);
      if (isScore(score) && place !== undefined) {
        scores[place] = score;
        continue;
      }
      const at = pointer + pointerStep(clause);
      if (place === undefined) {
        failures.push(
          failure(at, { code: "unknown-clause", name: clause, standard, near: nearestOf(clause, places.keys(), failures) }),
        );
      } else if (score !== null) {
        failures.push(failure(at, { code: "not-a-score", found: score, min, max, step }));
      }
    }
    return scores;
  };

  function isScore(score: unknown): score is number {
    return (
      Number.isInteger(score) && (score as number) >= min && (score as number) <= max && ((score as number) - min) % step === 0
    );
  }
}

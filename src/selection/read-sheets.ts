/** Score sheets as a caller gives them, each score held to the scale of the criteria. */
import type { Criteria } from "../kernel/criteria.js";
import type { FailureList } from "../kernel/failure-list.js";
import { memberList, readKey } from "../kernel/read-members.js";
import type { Selection } from "../kernel/selection.js";
import type { GivenApplicants } from "./read-applicants.js";
import { scoreReader } from "./read-scores.js";
import { readStage } from "./read-stage.js";
import { sheetMembers } from "./sheet-members.js";

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

const REQUIRED = ["stage", "applicant", "reviewer"];

/** @returns those that are sound */
export function readSheets(value: unknown, reader: SheetReader, failures: FailureList): readonly GivenSheet[] {
  if (value === null) failures.add("", { code: "missing-member", name: "sheets" });
  const membersOf = sheetMembers(reader.criteria, REQUIRED);
  const readScores = scoreReader(reader.criteria);
  /** Where the sheet of a stage, an applicant and a reviewer stands. */
  const places = new Map<string, string>();
  return (memberList(value, "/sheets", failures) ?? []).flatMap((entry, index): readonly GivenSheet[] => {
    const pointer = `/sheets/${index}`;
    const members = membersOf(entry, pointer, failures);
    if (members === null) return [];
    const { names } = members;
    const stage = readStage(names["stage"], `${pointer}/stage`, reader.selection, failures);
    const applicant = readKey(names["applicant"], `${pointer}/applicant`, failures);
    const reviewer = readKey(names["reviewer"], `${pointer}/reviewer`, failures);
    const scores = readScores(members.scores, pointer + members.at, failures);
    reader.applicants?.check(applicant, `${pointer}/applicant`, failures);
    if (stage === null || applicant === null || reviewer === null) return [];
    const key = JSON.stringify([stage, applicant, reviewer]);
    const first = places.get(key);
    if (first !== undefined) failures.add(pointer, { code: "sheet-twice", stage, applicant, reviewer, first });
    else places.set(key, pointer);
    return [{ stage, applicant, reviewer, scores }];
  });
}

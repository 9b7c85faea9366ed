/** Score sheets that need no names: one by itself, or many, of which none may stand twice. */
import type { Award } from "../kernel/award.js";
import type { Criteria } from "../kernel/criteria.js";
import type { FailureList } from "../kernel/failure-list.js";
import { memberList, readKey } from "../kernel/read-members.js";
import { scoreReader } from "./read-scores.js";
import { readStage } from "./read-stage.js";
import type { SheetName } from "./score-answer.js";
import { sheetMembers } from "./sheet-members.js";

export interface ReadScoreSheet {
  readonly names: { readonly [Name in SheetName]?: string };
  /** A byte an item in the order of the criteria, `MISSING` where it was not scored. */
  readonly scores: Uint8Array;
}

/** @returns what reads one sheet; `null` where something is wrong with it, which is reported */
export function scoreSheetReader({ files: { selection } }: Award, criteria: Criteria) {
  const membersOf = sheetMembers(criteria, []);
  const readScores = scoreReader(criteria);
  return (value: unknown, pointer: string, failures: FailureList): ReadScoreSheet | null => {
    const before = failures.length;
    const members = membersOf(value, pointer, failures);
    if (members === null) return null;
    const { applicant, reviewer, stage } = members.names;
    const names = {
      ...named("applicant", readKey(applicant ?? undefined, `${pointer}/applicant`, failures)),
      ...named("reviewer", readKey(reviewer ?? undefined, `${pointer}/reviewer`, failures)),
      // Without a selection there are no stages to hold it to.
      ...named(
        "stage",
        selection === undefined
          ? readKey(stage ?? undefined, `${pointer}/stage`, failures)
          : readStage(stage ?? undefined, `${pointer}/stage`, selection, failures),
      ),
    };
    const scores = readScores(members.scores, pointer + members.at, failures);
    return failures.length === before ? { names, scores } : null;
  };
}

/** @returns those that are sound */
export function readScoreSheets(
  award: Award,
  criteria: Criteria,
  value: unknown,
  failures: FailureList,
): readonly ReadScoreSheet[] {
  if (value === null) failures.add("", { code: "missing-member", name: "sheets" });
  const readSheet = scoreSheetReader(award, criteria);
  const places = new Map<string, string>();
  return (memberList(value, "/sheets", failures) ?? []).flatMap((entry, index): readonly ReadScoreSheet[] => {
    const pointer = `/sheets/${index}`;
    const sheet = readSheet(entry, pointer, failures);
    if (sheet === null) return [];
    const { applicant, reviewer, stage = null } = sheet.names;
    // Without a reviewer several sheets of one applicant are several reviewers'.
    if (applicant === undefined || reviewer === undefined) return [sheet];
    const key = JSON.stringify([stage, applicant, reviewer]);
    const first = places.get(key);
    if (first !== undefined) failures.add(pointer, { code: "sheet-twice", stage, applicant, reviewer, first });
    else places.set(key, pointer);
    return [sheet];
  });
}

function named(name: SheetName, value: string | null) {
  return value === null ? {} : { [name]: value };
}

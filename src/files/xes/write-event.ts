/** An event of a log as one of XES. */
import { isConcealed } from "../../kernel/confidential/conceal.js";
import type { Text } from "../../kernel/text.js";
import type { CaseEvent } from "../../procedure/log.js";
import type { CaseContext } from "./case-context.js";
import { type GivenEvent, nameOf } from "./given-log.js";
import { FIELD_PREFIX, KEYS, LABELS } from "./keys.js";
import { asGivenLine, fieldLines, listLine, membersLine, nullsLine } from "./write-fields.js";
import { boolean, date, holding, int, string } from "./xml-lines.js";

/** @param read the event, as `readLog` reads what is given */
export function eventLines(read: CaseEvent, given: GivenEvent, { activities, labelledBodies }: CaseContext): readonly string[] {
  const activity = activities.get(read.activity);
  const body = labelledBodies.find(({ name }) => name === read.by);
  const { recordedOn, person, evidence, data } = given;
  return holding("event", [
    string(KEYS.name, read.activity),
    date(KEYS.time, given.occurredOn),
    string(KEYS.transition, "complete"),
    string(KEYS.group, read.by),
    ...(person === undefined ? [] : [string(KEYS.person, isConcealed(person) ? person.confidential : nameOf(person))]),
    int(KEYS.place, read.at),
    ...labelLines(LABELS.activityZh, LABELS.activityEn, activity?.label),
    ...labelLines(LABELS.bodyZh, LABELS.bodyEn, body?.label),
    ...(recordedOn === undefined ? [] : [date(KEYS.recordedOn, recordedOn)]),
    ...evidenceLines(evidence),
    ...(isConcealed(data)
      ? [string(KEYS.data, data.confidential)]
      : fieldLines(FIELD_PREFIX.event, data ?? {}, activity?.data ?? [])),
    ...(person === undefined || isConcealed(person) ? [] : asGivenLine(KEYS.personAsGiven, person)),
    ...(given.applicant === undefined ? [] : asGivenLine(KEYS.nameAsGiven, given.applicant)),
    ...membersLine(KEYS.confidential, given.confidential ?? []),
    ...nullsLine(given, { name: "data", given: data }),
    ...(data && Object.keys(data).length === 0 ? [boolean(KEYS.emptyData, true)] : []),
  ]);
}

function evidenceLines(evidence: GivenEvent["evidence"]): readonly string[] {
  if (!evidence) return [];
  return isConcealed(evidence) ? [string(KEYS.evidence, evidence.confidential)] : listLine(KEYS.evidence, evidence);
}

function labelLines(zh: string, en: string, label: Text | undefined): readonly string[] {
  return label === undefined ? [] : [string(zh, label.zh), string(en, label.en)];
}

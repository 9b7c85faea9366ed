/** A case as a caller writes it, unknown JSON; everything wrong with it at once. */
import { concealFailures } from "../kernel/confidential/conceal-failures.js";
import { formatDate, parseDate } from "../kernel/date.js";
import type { Failure } from "../kernel/failure.js";
import { FailureList } from "../kernel/failure-list.js";
import type { Named } from "../kernel/model.js";
import type { Activity, DataField, DataType, Procedure } from "../kernel/procedure.js";
import { hasMembers, memberList, nearestOf, readKey, readText } from "../kernel/read-members.js";
import { declaredInLog, hidingOfLog } from "./confidential.js";
import type { CaseEvent, CaseLog, DataValue, EventData } from "./log.js";
import type { LogContext } from "./log-context.js";

export type ReadLog = { readonly ok: true; readonly log: CaseLog } | { readonly ok: false; readonly errors: readonly Failure[] };

const LOG = { all: ["edition", "applicants", "events"], required: ["edition", "applicants", "events"] };
const EVENT = {
  all: ["activity", "occurredOn", "recordedOn", "applicant", "by", "person", "evidence", "data", "confidential"],
  required: ["activity", "occurredOn", "by"],
};

/** Of the many events that say no more than who, when and with what evidence. */
const NO_DATA: EventData = new Map();
const NONE: readonly string[] = [];

/** @returns the log, its events in the order in which they happened, or everything that is wrong with it */
export function readLog(value: unknown, context: LogContext): ReadLog {
  const failures = new FailureList();
  const { procedure } = context;
  const refused = (): ReadLog => ({ ok: false, errors: concealFailures(failures.all(), hidingOfLog(value, procedure)) });
  if (!hasMembers(value, "", LOG, failures)) return refused();
  const edition = readData(value["edition"] ?? {}, "/edition", sayable(procedure.edition), failures);
  const applicants = readApplicants(value["applicants"], procedure, failures);
  const events = readEvents(value["events"], context, applicants, failures);
  declaredInLog(value, failures);
  if (failures.length > 0) return refused();
  events.sort((a, b) => a.occurredOn - b.occurredOn || a.at - b.at);
  return { ok: true, log: { edition, applicants, events } };
}

function readApplicants(value: unknown, { applicant: fields }: Procedure, failures: FailureList): ReadonlyMap<string, EventData> {
  const applicants = new Map<string, EventData>();
  const said = sayable(fields);
  const all = ["name", "confidential", ...said.members.all];
  for (const [at, entry] of (memberList(value, "/applicants", failures) ?? []).entries()) {
    const pointer = `/applicants/${at}`;
    if (!hasMembers(entry, pointer, { all, required: ["name"] }, failures)) continue;
    const name = readKey(entry["name"], `${pointer}/name`, failures);
    const read = readData(entry, pointer, said, failures, true);
    if (name === null) continue;
    if (applicants.has(name)) failures.add(`${pointer}/name`, { code: "applicant-twice", name });
    applicants.set(name, read);
  }
  return applicants;
}

function readEvents(
  value: unknown,
  context: LogContext,
  applicants: ReadonlyMap<string, EventData>,
  failures: FailureList,
): CaseEvent[] {
  const activities = new Map(context.procedure.activities.map((activity) => [activity.name, activity]));
  const fields = new Map(context.procedure.activities.map(({ name, data }) => [name, sayable(data)]));
  const acts = namesOf(context.procedure.activities);
  const evidence = namesOf(context.procedure.evidence);
  const bodies = namesOf(context.bodies);
  const names = new Map([...applicants.keys()].map((name) => [name, name]));
  const events: CaseEvent[] = [];
  const entries = memberList(value, "/events", failures) ?? [];
  // Of places and names only what is wrong is written out: of a million events nothing may be.
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    const pointer = `/events/${at}`;
    if (!hasMembers(entry, pointer, EVENT, failures)) continue;
    const before = failures.length;
    const activity = readName(entry["activity"], pointer, "/activity", acts, failures);
    const declared = activity === null ? undefined : activities.get(activity);
    const by = readName(entry["by"], pointer, "/by", bodies, failures);
    const occurredOn = readDay(entry["occurredOn"], pointer, "/occurredOn", context, failures);
    const recordedOn = readRecorded(entry["recordedOn"], pointer, "/recordedOn", occurredOn, context, failures);
    const applicant = readApplicant(entry["applicant"], pointer, declared, names, failures);
    const person = entry["person"] === undefined ? null : readKey(entry["person"], `${pointer}/person`, failures);
    const given = readEvidence(entry["evidence"], pointer, evidence, failures);
    const said = entry["data"];
    // Of an activity that is none it is not known what may be said.
    const sayableOf = fields.get(activity ?? "");
    const data =
      said === undefined || sayableOf === undefined ? NO_DATA : readData(said ?? {}, `${pointer}/data`, sayableOf, failures);
    if (failures.length > before || activity === null || by === null || occurredOn === null || recordedOn === null) continue;
    events.push({ at, activity, occurredOn, recordedOn, applicant, by, person, evidence: given, data });
  }
  return events;
}

function readEvidence(value: unknown, pointer: string, known: Names, failures: FailureList): readonly string[] {
  const given = value === undefined ? NONE : (memberList(value, `${pointer}/evidence`, failures) ?? NONE);
  for (let place = 0; place < given.length; place += 1) {
    const name = given[place];
    if (typeof name !== "string" || !known.has(name)) readName(name, pointer, `/evidence/${place}`, known, failures);
  }
  return given as readonly string[];
}

/** Names, to be looked up or listed. */
interface Names {
  has(name: string): boolean;
  all(): readonly string[];
  /** That of which this is the label. */
  labelled(label: string): string | undefined;
}

function listed(names: readonly string[]): Names {
  return { has: (name) => names.includes(name), all: () => names, labelled: () => undefined };
}

function namesOf(named: readonly Named[]): Names {
  const names = new Set(named.map(({ name }) => name));
  return {
    has: (name) => names.has(name),
    all: () => [...names],
    labelled: (said) => named.find(({ label }) => label.zh === said || label.en === said)?.name,
  };
}

/**
 * @param member where it stands below the pointer
 * @param orNull whether the value may be left open
 */
function readName(
  value: unknown,
  pointer: string,
  member: string,
  known: Names,
  failures: FailureList,
  orNull = false,
): string | null {
  if (value === undefined) return null;
  if (typeof value === "string" && known.has(value)) return value;
  const values = known.all();
  const near = typeof value === "string" ? (known.labelled(value) ?? nearestOf(value, values, failures)) : null;
  failures.add(pointer + member, { code: "not-a-value", found: value, values, near, ...(orNull ? { orNull } : {}) });
  return null;
}

/** A day on which the award may exist. */
function readDay(
  value: unknown,
  pointer: string,
  member: string,
  { inForceFrom, award }: LogContext,
  failures: FailureList,
): number | null {
  if (value === undefined) return null;
  const day = typeof value === "string" ? parseDate(value) : null;
  if (day === null) failures.add(pointer + member, { code: "not-a-date", found: value });
  else if (day < inForceFrom)
    failures.add(pointer + member, { code: "before-the-award", found: formatDate(day), from: formatDate(inForceFrom), award });
  return day;
}

/** Nothing is recorded before it happens. */
function readRecorded(
  value: unknown,
  pointer: string,
  member: string,
  occurredOn: number | null,
  context: LogContext,
  failures: FailureList,
): number | null {
  if (value === undefined) return occurredOn;
  const day = readDay(value, pointer, member, context, failures);
  if (day !== null && occurredOn !== null && day < occurredOn)
    failures.add(pointer + member, { code: "recorded-before", found: formatDate(day), occurredOn: formatDate(occurredOn) });
  return day;
}

/** @param names of the applicants, each by itself: events of one then share one text, and are looked up by it the faster */
function readApplicant(
  value: unknown,
  pointer: string,
  activity: Activity | undefined,
  names: ReadonlyMap<string, string>,
  failures: FailureList,
): string | null {
  if (activity?.of === "edition" && value !== undefined) {
    failures.add(`${pointer}/applicant`, { code: "of-the-edition", activity: activity.name });
    return null;
  }
  if (value === undefined) {
    if (activity?.of === "applicant") failures.add(pointer, { code: "missing-member", name: "applicant" });
    return null;
  }
  const name = readKey(value, `${pointer}/applicant`, failures);
  if (name === null) return null;
  const known = names.get(name);
  if (known === undefined)
    failures.add(`${pointer}/applicant`, { code: "unknown-applicant", name, near: nearestOf(name, names.keys(), failures) });
  return known ?? null;
}

/** Data that may be said, and their names. */
interface Sayable {
  readonly fields: readonly DataField[];
  readonly members: { readonly all: readonly string[]; readonly required: readonly string[] };
}

function sayable(fields: readonly DataField[]): Sayable {
  return { fields, members: { all: fields.map(({ name }) => name), required: [] } };
}

/** @param isChecked whether it is known to be an object with no members but these */
function readData(
  value: unknown,
  pointer: string,
  { fields, members }: Sayable,
  failures: FailureList,
  isChecked = false,
): EventData {
  if (!isChecked && !hasMembers(value, pointer, members, failures)) return NO_DATA;
  const given = value as Readonly<Record<string, unknown>>;
  let data: EventData = NO_DATA;
  let said: Map<string, DataValue> | null = null;
  for (const { name, type } of fields) {
    // Left out or null, it is not known.
    if (!Object.hasOwn(given, name) || given[name] === null) continue;
    const read = readValue(given[name], `${pointer}/${name}`, type, failures);
    if (read === null) continue;
    if (data === NO_DATA) data = new OnlyDatum(name, read);
    else {
      said ??= new Map(data instanceof OnlyDatum ? [[data.name, data.value]] : []);
      data = said.set(name, read);
    }
  }
  return data;
}

/** Most events say one thing or nothing, and a map for each of a million takes more memory than the rest of it. */
class OnlyDatum implements EventData {
  readonly name: string;
  readonly value: DataValue;

  constructor(name: string, value: DataValue) {
    this.name = name;
    this.value = value;
  }

  get(name: string): DataValue | undefined {
    return name === this.name ? this.value : undefined;
  }
}

function readValue(value: unknown, pointer: string, type: DataType, failures: FailureList): DataValue | null {
  if (typeof type === "object") {
    if ("oneOf" in type) return readName(value, pointer, "", listed(type.oneOf), failures, true);
    if ("someOf" in type) {
      const known = listed(type.someOf);
      const names = memberList(value, pointer, failures) ?? [];
      return new Set(names.flatMap((name, at) => readName(name, pointer, `/${at}`, known, failures) ?? []));
    }
    if (Number.isSafeInteger(value)) return value as number;
    failures.add(pointer, { code: "not-an-integer", found: value, unit: type.unit });
    return null;
  }
  switch (type) {
    case "text":
      return readText(value, pointer, failures);
    case "texts":
      return new Set(
        (memberList(value, pointer, failures) ?? []).flatMap((text, at) => readText(text, `${pointer}/${at}`, failures) ?? []),
      );
    case "date": {
      const day = typeof value === "string" ? parseDate(value) : null;
      if (day === null) failures.add(pointer, { code: "not-a-date", found: value });
      return day;
    }
    case "boolean":
      if (typeof value === "boolean") return value;
      failures.add(pointer, { code: "not-a-boolean", found: value });
      return null;
  }
}

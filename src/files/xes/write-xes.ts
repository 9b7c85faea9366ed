/** The log of a case in XES (IEEE 1849): a trace for the edition, and one for each of its applicants. */
import type { Award } from "../../kernel/award.js";
import type { Conceal } from "../../kernel/confidential/conceal.js";
import { type Failure, failure, pointerStep } from "../../kernel/failure.js";
import { FailureList } from "../../kernel/failure-list.js";
import { concealLog, declaredInLog } from "../../procedure/confidential.js";
import type { CaseEvent } from "../../procedure/log.js";
import { readLog } from "../../procedure/read-log.js";
import { type CaseContext, caseContextOf } from "./case-context.js";
import { type GivenEvent, type GivenLog, nameOf } from "./given-log.js";
import { EXTENSIONS, FIELD_PREFIX, KEYS, LABELS, XES_NAMESPACE } from "./keys.js";
import { eventLines } from "./write-event.js";
import { asGivenLine, fieldLines, membersLine, nullsIn, nullsLine } from "./write-fields.js";
import { alone, date, holding, int, string } from "./xml-lines.js";
import { notInXml } from "./xml-text.js";

export type WrittenXes =
  | { readonly ok: true; readonly xes: string }
  | { readonly ok: false; readonly errors: readonly Failure[] };

export interface WriteXesOptions {
  /** Makes the digests that stand in place of what the log declares confidential. */
  readonly conceal?: Conceal;
}

/**
 * `readXes` reads the very same log from it, where nothing in it is confidential.
 * @param award made by `loadAward`
 * @param log `{ edition, applicants, events }`, checked here
 * @returns XML 1.0, to be encoded in UTF-8; or everything that is wrong with the log, characters among it that XML cannot hold.
 *   A log that declares something confidential is refused where there is nothing to conceal it with
 */
export function writeXes(award: Award, log: unknown, { conceal }: WriteXesOptions = {}): WrittenXes {
  const of = caseContextOf(award);
  if (!of.ok) return of;
  const read = readLog(log, of.context);
  if (!read.ok) return read;
  const failures = new FailureList();
  const [declared] = declaredInLog(log, failures);
  if (declared !== undefined && conceal === undefined) {
    return { ok: false, errors: [failure(declared.pointer, { code: "no-confidential-key" })] };
  }
  const leaving = declared === undefined ? log : concealLog(log, conceal as Conceal);
  findNotInXml(leaving, "", failures);
  if (failures.length > 0) return { ok: false, errors: failures.all() };
  const lines = logLines(leaving as GivenLog, read.log.events, of.context);
  return { ok: true, xes: `${['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join("\n")}\n` };
}

function findNotInXml(value: unknown, pointer: string, failures: FailureList): void {
  if (typeof value === "string") {
    const found = notInXml(value);
    if (found !== null) failures.add(pointer, { code: "not-in-xml", found });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) findNotInXml(member, pointer + pointerStep(key), failures);
  }
}

/** @param read in the order in which they happened */
function logLines(log: GivenLog, read: readonly CaseEvent[], context: CaseContext): readonly string[] {
  const { edition, applicants } = log;
  const lines = linesByTrace(log.events ?? [], read, context);
  return holding(
    "log",
    [
      ...EXTENSIONS.map((extension) => alone("extension", extension)),
      ...holding("global", [string(KEYS.name, "UNKNOWN"), string(KEYS.of, "UNKNOWN")], { scope: "trace" }),
      ...holding("global", GLOBAL_OF_EVENTS, { scope: "event" }),
      alone("classifier", { name: "Activity", scope: "event", keys: KEYS.name }),
      alone("classifier", { name: "ActivityAndBody", scope: "event", keys: `${KEYS.name} ${KEYS.group}` }),
      string(KEYS.name, context.award),
      string(KEYS.model, "standard"),
      string(KEYS.award, context.award),
      ...fieldLines(FIELD_PREFIX.edition, edition ?? {}, context.procedure.edition),
      ...nullsLine(log, { name: "edition", given: edition }),
      ...holding("trace", [...traceHead(editionName(log), "edition"), ...(lines.get(null) ?? [])]),
      ...(applicants ?? []).flatMap(({ name, confidential, ...data }) =>
        holding("trace", [
          ...traceHead(nameOf(name), "applicant"),
          ...fieldLines(FIELD_PREFIX.applicant, data, context.procedure.applicant),
          ...asGivenLine(KEYS.nameAsGiven, name),
          ...membersLine(KEYS.confidential, confidential ?? []),
          ...membersLine(KEYS.nulls, nullsIn(confidential === null ? { ...data, confidential } : data)),
          ...(lines.get(nameOf(name)) ?? []),
        ]),
      ),
    ],
    { "xes.version": "1849.2016", "xes.features": "", xmlns: XES_NAMESPACE },
  );
}

/** What every event has; the values stand for none. */
const GLOBAL_OF_EVENTS = [
  string(KEYS.name, "UNKNOWN"),
  date(KEYS.time, "1970-01-01"),
  string(KEYS.transition, "complete"),
  string(KEYS.group, "UNKNOWN"),
  int(KEYS.place, 0),
  ...Object.values(LABELS).map((key) => string(key, "UNKNOWN")),
];

/** Events by applicant; those of the edition under `null`. */
function linesByTrace(
  given: readonly GivenEvent[],
  read: readonly CaseEvent[],
  context: CaseContext,
): ReadonlyMap<string | null, readonly string[]> {
  const traces = new Map<string | null, string[]>();
  for (const event of read) {
    const lines = traces.get(event.applicant) ?? [];
    traces.set(event.applicant, lines);
    for (const line of eventLines(event, given[event.at] as GivenEvent, context)) lines.push(line);
  }
  return traces;
}

function traceHead(name: string, of: "edition" | "applicant"): readonly string[] {
  return [string(KEYS.name, name), string(KEYS.of, of)];
}

/** A name for the trace of the edition that no applicant has, since tools tell traces apart by it. */
function editionName({ applicants }: GivenLog): string {
  const taken = new Set((applicants ?? []).map(({ name }) => nameOf(name)));
  let name = "edition";
  for (let number = 2; taken.has(name); number += 1) name = `edition ${number}`;
  return name;
}

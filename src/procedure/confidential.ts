/** What of a case is declared confidential, entry by entry, and the case as it leaves without it. */
import type { Conceal } from "../kernel/confidential/conceal.js";
import { type Hiding, mentions, nameOf } from "../kernel/confidential/conceal-failures.js";
import { isMisspelt } from "../kernel/confidential/member.js";
import { valueAt } from "../kernel/confidential/pointer.js";
import { type Declared, readDeclared } from "../kernel/confidential/read-declared.js";
import type { Failure } from "../kernel/failure.js";
import type { Procedure } from "../kernel/procedure.js";
import { isRecord } from "../kernel/read-facts.js";

/** What the procedure is held against must be told: who did what, when and for whom. */
const MAY: Readonly<Record<"applicants" | "events", (steps: readonly string[]) => boolean>> = {
  applicants: ([member]) => member !== undefined && member !== "name" && member !== "confidential",
  events: ([member]) => member === "data" || member === "evidence" || member === "person",
};

/** @returns pointers into the log, each sound; what is wrong with others is reported */
export function declaredInLog(log: unknown, failures: Pick<Failure[], "push">): readonly Declared[] {
  return entriesOf(log, declares).flatMap(({ list, entry, place, steps }) => {
    if (!isRecord(entry)) return [];
    const declarable = { place: `${place}/confidential`, root: entry, may: MAY[list] };
    return readDeclared(entry["confidential"], declarable, failures).map((one) => ({
      pointer: place + one.pointer,
      steps: [...steps, ...one.steps],
    }));
  });
}

/** What of the failures must not be told; an entry whose declaration is wrong is taken for confidential as a whole. */
export function hidingOfLog(log: unknown, procedure: Procedure): Hiding | null {
  const declared = declaredInLog(log, []).map(({ pointer }) => pointer);
  const wrong = isRecord(log)
    ? entriesOf(log, () => true)
        .filter(isWrong)
        .map(({ place }) => place)
    : mentions(log)
      ? [""]
      : [];
  const pointers = [...wrong, ...declared];
  return pointers.length === 0 ? null : { root: log, pointers, known: knownNames(procedure), conceal: null };
}

/**
 * The log with digests in place of what it declares confidential. It is for leaving: types hold there no longer.
 * @param log as `readLog` found it sound
 */
export function concealLog(log: unknown, conceal: Conceal): unknown {
  const leaving: unknown = structuredClone(log);
  for (const { steps } of declaredInLog(log, [])) {
    const within = valueAt(leaving, steps.slice(0, -1));
    const last = steps.at(-1) as string;
    if (typeof within !== "object" || within === null || !Object.hasOwn(within, last)) continue;
    (within as Record<string, unknown>)[last] = { confidential: conceal(nameOf(steps), valueAt(log, steps)) };
  }
  return leaving;
}

interface Entry {
  readonly list: "applicants" | "events";
  readonly entry: unknown;
  readonly place: string;
  readonly steps: readonly string[];
}

/** @param which of the entries; of a million none may be */
function entriesOf(log: unknown, which: (entry: unknown) => boolean): readonly Entry[] {
  const found: Entry[] = [];
  for (const list of ["applicants", "events"] as const) {
    const entries = isRecord(log) ? log[list] : undefined;
    if (!Array.isArray(entries)) continue;
    for (let at = 0; at < entries.length; at += 1) {
      const entry: unknown = entries[at];
      if (which(entry)) found.push({ list, entry, place: `/${list}/${at}`, steps: [list, String(at)] });
    }
  }
  return found;
}

function declares(entry: unknown): boolean {
  return isRecord(entry) && entry["confidential"] !== undefined;
}

function isWrong({ list, entry }: Entry): boolean {
  if (!isRecord(entry)) return mentions(entry);
  const wrong: Failure[] = [];
  readDeclared(entry["confidential"], { place: "", root: entry, may: MAY[list] }, wrong);
  return wrong.length > 0 || Object.keys(entry).some(isMisspelt);
}

function knownNames({ applicant, activities }: Procedure): ReadonlySet<string> {
  const fields = [applicant, ...activities.map(({ data }) => data ?? [])].flat();
  return new Set([
    "name",
    "activity",
    "occurredOn",
    "recordedOn",
    "applicant",
    "by",
    "person",
    "evidence",
    "data",
    "confidential",
    ...fields.map(({ name }) => name),
  ]);
}

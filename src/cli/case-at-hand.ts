/** A case as a command line means it: its log, the day, years of the official calendar, and readings; and what is asked of it. */
import { provisionsOf } from "../audit/provisions.js";
import { type LoggedCase, wrongWith } from "../files/case-log/logged-case.js";
import { MAX_LOG_BYTES } from "../files/case-log/read-case-log.js";
import { loadOfficialCalendar } from "../files/official-calendar.js";
import type { Award } from "../kernel/award.js";
import { type Failure, failure } from "../kernel/failure.js";
import type { OfficialCalendar } from "../kernel/official-calendar.js";
import { isRecord } from "../kernel/read-facts.js";
import { BadInput, type Complaint, complaint } from "./complaint.js";
import { type Document, readDocument } from "./read-document.js";
import { readInputBytes } from "./read-input.js";
import { readLogged } from "./read-logged.js";
import { readingsOf } from "./readings.js";

/** What of a case the command line may say; it goes before what the log says, year by year of the calendar. */
export interface CaseOptions {
  readonly asOf?: string;
  readonly calendar?: string;
  readonly reading?: readonly string[];
  /** Keys of attributes of XES. */
  readonly ignore?: readonly string[];
}

export interface CaseAtHand {
  /** As the user named the log; `<stdin>` for what was piped in. */
  readonly name: string;
  /** What is asked: the log, with what the command line says. */
  readonly question: unknown;
  readonly lineOf: LoggedCase["lineOf"];
  /** @throws BadInput with everything wrong, each with its file and line */
  readonly answer: <A extends { readonly ok: true }>(ask: Ask<A>) => Promise<A>;
}

/** A question about a case, as `src/procedure` answers it. */
export type Ask<A> = (
  award: Award,
  question: unknown,
  official: OfficialCalendar,
) => A | { readonly ok: false; readonly errors: readonly Failure[] };

/** @throws BadInput where the pack does without a procedure; before any input is read */
export function requireProcedure({ id, files: { procedure } }: Award): void {
  if (procedure !== undefined) return;
  throw new BadInput([{ ...failure("", { code: "absent-part", part: "procedure", award: id }), file: "--award" }]);
}

/** @throws BadInput where there is no log, or no calendar that can be read */
export async function caseAtHand(path: string | undefined, award: Award, options: CaseOptions): Promise<CaseAtHand> {
  const readings = readingsOf(options.reading ?? []);
  if (path === undefined && process.stdin.isTTY) throw new BadInput([NO_LOG]);
  const calendar = options.calendar === undefined ? null : await readDocument(options.calendar);
  if (calendar !== null && !isRecord(calendar.value)) {
    throw new BadInput([{ ...failure("", { code: "not-an-object", found: calendar.value }), file: calendar.name }]);
  }
  const { name, bytes } = await readInputBytes(path ?? "-", MAX_LOG_BYTES);
  const logged = await readLogged(name, bytes, award, options.ignore ?? []);
  const question = withOptions(logged.question, options.asOf, calendar, readings);
  return {
    name,
    question,
    lineOf: logged.lineOf,
    async answer(ask) {
      const answer = question === undefined ? UNASKED : ask(award, question, await loadOfficialCalendar());
      if (answer.ok && logged.unreadable.length === 0) return answer;
      const errors = answer.ok ? [] : answer.errors;
      const given = errors.map((error) => ({ error, place: placeGiven(error, options, calendar, readings) }));
      const inLog = wrongWith(
        logged,
        given.flatMap(({ error, place }) => (place === null ? [error] : [])),
      );
      throw new BadInput(
        [...given.flatMap(({ place }) => place ?? []), ...inLog.map((error) => ({ ...error, file: name }))],
        provisionsOf(award.files.law),
      );
    },
  };
}

const UNASKED = { ok: false as const, errors: [] };

function withOptions(
  logged: unknown,
  asOf: string | undefined,
  calendar: Document | null,
  readings: ReadonlyMap<string, string>,
): unknown {
  if (!isRecord(logged)) return logged;
  const years = isRecord(logged["calendar"]) ? logged["calendar"] : {};
  const chosen = isRecord(logged["interpretations"]) ? logged["interpretations"] : {};
  return {
    ...logged,
    ...(asOf === undefined ? {} : { asOf }),
    ...(calendar === null ? {} : { calendar: { ...years, ...(calendar.value as object) } }),
    ...(readings.size === 0 ? {} : { interpretations: { ...chosen, ...Object.fromEntries(readings) } }),
  };
}

/** Where the command line said it; `null` where the log did. */
function placeGiven(
  error: Failure,
  { asOf }: CaseOptions,
  calendar: Document | null,
  readings: ReadonlyMap<string, string>,
): Complaint | null {
  const [, member, year = ""] = error.pointer.split("/");
  if (member === "interpretations" && readings.has(year)) return { ...error, file: "--reading" };
  if (member === "asOf" && asOf !== undefined) return { ...error, file: "--as-of" };
  if (member !== "calendar" || calendar === null || !Object.hasOwn(calendar.value as object, year)) return null;
  const pointer = error.pointer.slice("/calendar".length);
  return { ...error, pointer, file: calendar.name, line: calendar.lineOf(pointer) };
}

const NO_LOG = complaint("empty-input", {
  zh: "没有记录：请给出文件，或用 - 从标准输入读取",
  en: "no log: name a file, or pipe one in",
});

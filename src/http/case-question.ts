/** A question about a case as a request brings it: one JSON, or the log in lines; the day may stand in the address. */
import { caseInLines } from "../files/case-log/case-in-lines.js";
import { wrongWith } from "../files/case-log/logged-case.js";
import { type Failure, failure } from "../kernel/failure.js";
import { nearest } from "../kernel/nearest.js";
import { isRecord } from "../kernel/read-facts.js";
import { MAX_SHEETS_BYTES, mediaTypeOf, readBytes, requireType } from "./body.js";
import { requireMostRows } from "./most-rows.js";
import type { Refusal } from "./problem.js";
import { invalid, readJson, unreadable } from "./question.js";
import { NDJSON_TYPES } from "./streaming.js";

export interface CaseQuestion {
  /** `{ edition, applicants, events, … }`, not checked. */
  readonly question: unknown;
  /** Whether there is more of it that cannot be read: then it is refused, whatever is found wrong with the rest. */
  readonly isPartial: boolean;
  /** With each failure on its line, of a log in lines. */
  readonly refused: (errors: readonly Failure[]) => Refusal;
}

const TYPES = ["application/json", ...NDJSON_TYPES];
const PARAMETERS = ["asOf"];

/** @throws Refusal where the body cannot be read, or not within its limits */
export async function readCaseQuestion(request: Request): Promise<CaseQuestion> {
  requireType(request.headers, TYPES);
  const asOf = readAddress(request);
  const isLines = NDJSON_TYPES.includes(mediaTypeOf(request.headers));
  const read = isLines ? await readLines(request) : await readWhole(request);
  requireMostRows(read.question, ["applicants", "events"]);
  return asOf === null || !isRecord(read.question) ? read : { ...read, question: { ...read.question, asOf } };
}

async function readWhole(request: Request): Promise<CaseQuestion> {
  return { question: await readJson(request, MAX_SHEETS_BYTES), isPartial: false, refused: invalid };
}

/** As `qak audit` reads a file of lines. */
async function readLines(request: Request): Promise<CaseQuestion> {
  const logged = caseInLines(await readBytes(request, MAX_SHEETS_BYTES));
  const { question, unreadable: unread } = logged;
  if (question === undefined) throw unreadable(unread);
  const isPartial = unread.length > 0;
  return { question, isPartial, refused: (errors) => (isPartial ? unreadable : invalid)(wrongWith(logged, errors)) };
}

/** The day that the address names, before which the body's own gives way. @throws Refusal where it names anything else */
function readAddress(request: Request): string | null {
  const given = new URL(request.url).searchParams;
  const stray = [...new Set(given.keys())].filter((name) => !PARAMETERS.includes(name));
  if (stray.length > 0)
    throw invalid(stray.map((name) => failure("", { code: "unknown-member", name, near: nearest(name, PARAMETERS) })));
  const [asOf = null, ...more] = given.getAll("asOf");
  if (more.length > 0) throw invalid([failure("", { code: "parameter-twice", name: "asOf" })]);
  return asOf;
}

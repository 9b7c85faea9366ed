/** A case as XES, ours or of another tool. */
import type { Award } from "../../kernel/award.js";
import { concealUnread } from "../../kernel/confidential/conceal-failures.js";
import { failure } from "../../kernel/failure.js";
import { decodeUtf8 } from "../utf8.js";
import { KEYS } from "../xes/keys.js";
import { readXes } from "../xes/read-xes.js";
import type { LoggedCase, PlacedFailure } from "./logged-case.js";

/**
 * @param bytes UTF-8
 * @param ignore keys of attributes that are not to be understood
 * @throws never: what cannot be read is told by the case
 */
export function caseInXes(bytes: Uint8Array, award: Award, ignore: readonly string[]): LoggedCase {
  const text = decodeUtf8(bytes);
  if (text === null) return unread([failure("", { code: "not-utf8" })]);
  const read = readXes(text, award, { ignore });
  if (!read.ok) return unread(text.includes(KEYS.confidential) ? read.errors.map(untold) : read.errors);
  const { log, lineOf } = read;
  const placed: LoggedCase["placed"] = (wrong) =>
    wrong.code === "more-errors" ? wrong : { ...wrong, line: lineOf(wrong.pointer) };
  return { question: log, unreadable: [], lineOf, placed };
}

/** What cannot be read whole may be what it declares confidential. */
function untold(wrong: PlacedFailure): PlacedFailure {
  return { ...(concealUnread([wrong])[0] ?? wrong), ...(wrong.line === undefined ? {} : { line: wrong.line }) };
}

function unread(unreadable: readonly PlacedFailure[]): LoggedCase {
  return { question: undefined, unreadable, lineOf: () => 1, placed: (one) => one };
}

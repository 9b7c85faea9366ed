/** The log of a case: one JSON, or NDJSON whose first line is the case without its events, and each line below it an event. */
import { failure } from "../../kernel/failure.js";
import { isRecord } from "../../kernel/read-facts.js";
import { LineSplitter } from "../lines.js";
import { decodeUtf8 } from "../utf8.js";
import { caseInLines } from "./case-in-lines.js";
import { caseInText } from "./case-in-text.js";
import type { LoggedCase } from "./logged-case.js";

export type CaseLogFormat = "json" | "ndjson";

/** 256 MiB: more than a million events. A text of twice as many characters is more than a string holds. */
export const MAX_LOG_BYTES = 256 * 1024 * 1024;

/** @returns `null` where the name does not tell */
export function caseLogFormat(name: string): CaseLogFormat | null {
  if (/\.(ndjson|jsonl)$/i.test(name)) return "ndjson";
  return /\.json$/i.test(name) ? "json" : null;
}

/**
 * @param bytes UTF-8, with or without a byte order mark; at most `MAX_LOG_BYTES`
 * @param format `null` for what it is by its first lines
 * @throws never: what cannot be read is told by the case
 */
export function readCaseLog(bytes: Uint8Array, format: CaseLogFormat | null): LoggedCase {
  if (bytes.length > MAX_LOG_BYTES) return unread(failure("", { code: "too-large", max: MAX_LOG_BYTES }));
  if ((format ?? formatIn(bytes)) === "ndjson") return caseInLines(bytes);
  const text = decodeUtf8(bytes);
  return text === null ? unread(failure("", { code: "not-utf8" })) : caseInText(text);
}

/** Lines where the first is a case without events, and something stands below it. */
function formatIn(bytes: Uint8Array): CaseLogFormat {
  const [first, second] = firstLines(bytes);
  if (first === undefined || second === undefined) return "json";
  try {
    const head: unknown = JSON.parse(first);
    return isRecord(head) && !Object.hasOwn(head, "events") ? "ndjson" : "json";
  } catch {
    return "json";
  }
}

/** The first two with something on them. */
function firstLines(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const splitter = new LineSplitter(bytes.length);
  for (const lines of [splitter.push(bytes), splitter.end()]) {
    for (const line of lines) {
      if ("failure" in line) return texts;
      texts.push(line.text);
      if (texts.length === 2) return texts;
    }
  }
  return texts;
}

function unread(wrong: LoggedCase["unreadable"][number]): LoggedCase {
  return { question: undefined, unreadable: [wrong], lineOf: () => 1, placed: (one) => one };
}

/** NDJSON, a JSON object a line: records of any shape, each read as strictly as a question is. */
import { type Failure, failure } from "../../kernel/failure.js";
import { isRecord } from "../../kernel/read-facts.js";
import { readLines } from "../lines.js";
import { parseJson } from "../parse-json.js";

/** A line with its number from 1: what stands on it, or everything wrong with it. */
export type NdjsonRecord =
  | { readonly line: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly errors: readonly Failure[] };

/**
 * Objects as they stand rather than rows of one table: a score sheet may nest its scores, and a union of all keys would be known
 * at the end of the file only.
 * @throws never but what the source throws: a line that is wrong stops none after it; empty lines are counted and passed over
 */
export async function* readNdjson(source: AsyncIterable<Uint8Array>): AsyncGenerator<NdjsonRecord> {
  for await (const read of readLines(source)) {
    yield "failure" in read ? { line: read.line, errors: [read.failure] } : recordOf(read.line, read.text);
  }
}

function recordOf(line: number, text: string): NdjsonRecord {
  const parsed = parseJson(text, true);
  if (!parsed.ok) return { line, errors: parsed.errors };
  if (isRecord(parsed.value)) return { line, record: parsed.value };
  return { line, errors: [failure("", { code: "not-an-object", found: parsed.value })] };
}

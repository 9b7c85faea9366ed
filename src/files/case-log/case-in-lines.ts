/** A case as NDJSON. A line that cannot be read is told, and those below it are read all the same. */
import { type Failure, failure } from "../../kernel/failure.js";
import { MAX_ERRORS } from "../../kernel/failure-list.js";
import { isRecord } from "../../kernel/read-facts.js";
import { type Line, LineSplitter } from "../lines.js";
import { parseJson } from "../parse-json.js";
import type { LoggedCase, PlacedFailure } from "./logged-case.js";

const UNREAD = Symbol("a line that cannot be read");

export function caseInLines(bytes: Uint8Array): LoggedCase {
  const unreadable = new Unreadable();
  let head: { readonly line: number; readonly value: unknown } | undefined;
  const events: unknown[] = [];
  const lines: number[] = [];
  for (const line of linesOf(bytes)) {
    const value = readLine(line, unreadable);
    if (head === undefined) head = { line: line.line, value };
    else if (value !== UNREAD) {
      events.push(value);
      lines.push(line.line);
    }
  }
  if (head === undefined) unreadable.add(1, [failure("", { code: "empty-input" })]);
  const first = head?.line ?? 1;
  const lineOf = (pointer: string) => lines[placeOf(pointer)?.at ?? -1] ?? first;
  return {
    question: head === undefined || head.value === UNREAD ? undefined : questionOf(head.value, events, first, unreadable),
    unreadable: unreadable.all(),
    lineOf,
    placed(wrong) {
      if (wrong.code === "more-errors") return wrong;
      const line = lineOf(wrong.pointer);
      return { ...wrong, pointer: placeOf(wrong.pointer)?.within ?? wrong.pointer, line };
    },
  };
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  // No limit but that of the whole: the first line names every applicant.
  const splitter = new LineSplitter(bytes.length);
  yield* splitter.push(bytes);
  yield* splitter.end();
}

function readLine(line: Line, unreadable: Unreadable): unknown {
  const parsed = "failure" in line ? { ok: false as const, errors: [line.failure] } : parseJson(line.text, true);
  if (parsed.ok) return parsed.value;
  unreadable.add(line.line, parsed.errors);
  return UNREAD;
}

/** What is no object is left to be told by whoever reads the case. */
function questionOf(head: unknown, events: readonly unknown[], line: number, unreadable: Unreadable): unknown {
  if (!isRecord(head)) return head;
  if (Object.hasOwn(head, "events")) unreadable.add(line, [failure("/events", { code: "events-in-head" })]);
  return { ...head, events };
}

/** `/events/3/by` is `/by` of event 3. */
function placeOf(pointer: string): { readonly at: number; readonly within: string } | null {
  const [, at, within = ""] = /^\/events\/(\d+)(\/.*)?$/s.exec(pointer) ?? [];
  return at === undefined ? null : { at: Number(at), within };
}

/** The first of them with their lines, and how many more there are. */
class Unreadable {
  readonly #first: PlacedFailure[] = [];
  #count = 0;

  add(line: number, errors: readonly Failure[]): void {
    for (const error of errors) {
      if (this.#count < MAX_ERRORS) this.#first.push({ ...error, line });
      this.#count += 1;
    }
  }

  all(): readonly PlacedFailure[] {
    const count = this.#count - this.#first.length;
    return count === 0 ? this.#first : [...this.#first, failure("", { code: "more-errors", listed: MAX_ERRORS, count })];
  }
}

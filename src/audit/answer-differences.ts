/** What an answer says now against what was kept of it, place by place. */
import canonicalize from "canonicalize";
import type { JsonValue } from "../kernel/answer.js";
import { pointerStep, show } from "../kernel/failure.js";
import type { Text } from "../kernel/text.js";

/** One place at which they differ; a side that has nothing there is absent. */
export interface AnswerDifference {
  /** JSON Pointer into the kept line: `/answer/outcome`. */
  readonly pointer: string;
  readonly kept?: JsonValue;
  readonly now?: JsonValue;
  readonly says: Text;
}

export interface AnswerDifferences {
  /** In the order of what was kept, then what is new; at most 1000. */
  readonly differences: readonly AnswerDifference[];
  /** How many more there are. */
  readonly more: number;
}

const MOST = 1000;

/** Whether the canonical JSON (RFC 8785) of both is the same. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b) || canonicalize(a) === canonicalize(b);
}

/** @param pointer where both stand */
export function answerDifferences(pointer: string, kept: unknown, now: unknown): AnswerDifferences {
  const differences: AnswerDifference[] = [];
  let more = 0;
  compare(pointer, asJson(kept), asJson(now));
  return { differences, more };

  function compare(at: string, before: JsonValue | undefined, after: JsonValue | undefined): void {
    if (before !== undefined && after !== undefined && isSameJson(before, after)) return;
    const names = membersOf(before, after);
    if (names === null) tell(at, before, after);
    else for (const name of names) compare(at + pointerStep(name), memberOf(before, name), memberOf(after, name));
  }

  function tell(at: string, before: JsonValue | undefined, after: JsonValue | undefined): void {
    if (differences.length === MOST) more += 1;
    else differences.push(difference(at, before, after));
  }
}

export function difference(pointer: string, kept: JsonValue | undefined, now: JsonValue | undefined): AnswerDifference {
  return {
    pointer,
    ...(kept === undefined ? {} : { kept }),
    ...(now === undefined ? {} : { now }),
    says: {
      zh: `${kept === undefined ? "留存时没有" : `留存时为 \`${show(kept)}\``}，${now === undefined ? "现在没有" : `现在为 \`${show(now)}\``}`,
      en: `${kept === undefined ? "nothing kept" : `kept \`${show(kept)}\``}, ${now === undefined ? "nothing now" : `now \`${show(now)}\``}`,
    },
  };
}

/** Without members that are `undefined`, as it would be written. */
function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/** Of two lists or two records, by which they are compared further; else `null`. */
function membersOf(a: JsonValue | undefined, b: JsonValue | undefined): readonly string[] | null {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return null;
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return Object.hasOwn(value as object, name) ? (value as Readonly<Record<string, JsonValue>>)[name] : undefined;
}

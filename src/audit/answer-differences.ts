/** What an answer says now against what was kept of it, place by place. */
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

/** Whether both are written as the same canonical JSON (RFC 8785): the order of members is no difference, nor is one that is `undefined`. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  return !Array.isArray(b) && hasSameMembers(a as Members, b as Members);
}

type Members = Readonly<Record<string, unknown>>;

function hasSameMembers(a: Members, b: Members): boolean {
  let surplus = 0;
  for (const name in a) {
    const member = a[name];
    if (member === undefined) continue;
    surplus += 1;
    if (!Object.hasOwn(b, name) || !isSameJson(member, b[name])) return false;
  }
  for (const name in b) if (b[name] !== undefined) surplus -= 1;
  return surplus === 0;
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

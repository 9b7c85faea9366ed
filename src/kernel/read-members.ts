/** Members of a question, each checked where it stands. */
import { pointerStep } from "./failure.js";
import type { FailureList } from "./failure-list.js";
import { nearest } from "./nearest.js";
import { isRecord } from "./read-facts.js";

/** Characters of an id, and of a name. */
const TEXT_LIMIT = 200;

/** Enough mistakes to make a point; looking for what a hundredth unknown name may have meant helps nobody. */
const NEAREST_LIMIT = 100;

type Members = Readonly<Record<string, unknown>>;

/** Whether it is an object; that it has the members it must have and no others is reported, and does not end the reading. */
export function hasMembers(
  value: unknown,
  pointer: string,
  { all, required }: { readonly all: readonly string[]; readonly required: readonly string[] },
  failures: FailureList,
): value is Members {
  if (!isRecord(value)) {
    failures.add(pointer, { code: "not-an-object", found: value });
    return false;
  }
  for (const name of Object.keys(value)) {
    if (all.includes(name)) continue;
    failures.add(pointer + pointerStep(name), { code: "unknown-member", name, near: nearestOf(name, all, failures) });
  }
  for (const name of required) {
    if (!Object.hasOwn(value, name)) failures.add(pointer, { code: "missing-member", name });
  }
  return true;
}

/** @returns `null` where there is none, or where it is no list, which is reported */
export function memberList(value: unknown, pointer: string, failures: FailureList): readonly unknown[] | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value;
  failures.add(pointer, { code: "not-a-list", found: value });
  return null;
}

/** @returns `null` where it is no text, or one too long; `undefined`, a member that lacks, is reported elsewhere */
export function readText(value: unknown, pointer: string, failures: FailureList): string | null {
  if (value === undefined) return null;
  if (typeof value === "string" && value.length <= TEXT_LIMIT) return value;
  const isText = typeof value === "string";
  failures.add(pointer, isText ? { code: "too-long", max: TEXT_LIMIT } : { code: "not-a-text", found: value });
  return null;
}

/** The id of an applicant or a reviewer, without spaces around it; a whole number is its digits. */
export function readKey(value: unknown, pointer: string, failures: FailureList): string | null {
  const text = readText(Number.isSafeInteger(value) ? String(value) : value, pointer, failures);
  if (text === null || text.trim() !== "") return text?.trim() ?? null;
  failures.add(pointer, { code: "empty-id" });
  return null;
}

export function nearestOf(name: string, known: Iterable<string>, failures: FailureList): string | null {
  return failures.length < NEAREST_LIMIT ? nearest(name, known) : null;
}

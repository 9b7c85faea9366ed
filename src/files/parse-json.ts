/**
 * JSON text to a value, strictly: a key that stands twice is refused, where `JSON.parse` would drop the first in silence,
 * a number that it would round, and nesting that would exhaust the stack of whoever walks it.
 */
import { concealUnread, mentions } from "../kernel/confidential/conceal-failures.js";
import { type Failure, failure } from "../kernel/failure.js";
import { mayRound } from "./exact-number.js";
import { firstSyntaxProblem, firstTooDeep, NOT_JSON, repeatedKeys, roundedNumbers } from "./json-syntax.js";

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly Failure[] };

/** Far beyond any question, far below what recursion bears. */
const MAX_DEPTH = 64;

/** A hostile megabyte can hold a hundred thousand mistakes; a reader needs no more than this to begin. */
const MAX_ERRORS = 1000;

const NO_LINE = { line: null } as const;

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * @param oneLine whether the text is a line among others, so that of a place in it only the column is said
 * @returns the value, or every failure with its line and column, counted from 1
 */
export function parseJson(text: string, oneLine = false): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    // As many keys in the value as in the text: none was dropped. Each key has a colon, so that mostly colons need counting alone;
    // where strings hold some too, the keys themselves are counted. The text is good JSON here.
    const keys = countKeys(value, 1);
    if (keys === countColons(text) || keys === countKeysIn(text)) {
      if (!mayRound(text)) return { ok: true, value };
      const errors = notKept(text, oneLine, value);
      return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
    }
    return { ok: false, errors: tooDeep(text, oneLine) ?? notKept(text, oneLine, value) };
  } catch (error) {
    if (text.startsWith(BYTE_ORDER_MARK) && !text.startsWith(BYTE_ORDER_MARK, 1)) return parseJson(text.slice(1), oneLine);
    return { ok: false, errors: whyNotJson(text, error, oneLine) };
  }
}

/** @returns `NaN` where it nests too deep, so that nothing equals it */
function countKeys(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > MAX_DEPTH) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item, depth + 1);
    return count;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const key in record) {
    const member = record[key];
    count += typeof member === "object" && member !== null ? 1 + countKeys(member, depth + 1) : 1;
  }
  return count;
}

function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) count++;
  return count;
}

/** Strings with a colon after them. */
function countKeysIn(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    const after = endOfString(text, open);
    const colon = skipSpace(text, after);
    if (text.charCodeAt(colon) === COLON) count++;
    open = text.indexOf('"', after);
  }
  return count;
}

/** @returns the place after the closing quote: the next one that an even number of backslashes precedes */
export function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); ; close = text.indexOf('"', close + 1)) {
    let before = close - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((close - before) % 2 === 1) return close + 1;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= SPACE) at++;
  return at;
}

const SPACE = 32;
const COLON = 58;
const BACKSLASH = 92;

/** @param error what `JSON.parse` threw; depth goes first, since whoever tells more of the text recurses */
function whyNotJson(text: string, error: unknown, oneLine: boolean): readonly Failure[] {
  if (text.trim() === "") return [failure("", { code: "empty-input" })];
  const deep = tooDeep(text, oneLine);
  if (deep !== null) return deep;
  const reason = error instanceof SyntaxError ? NOT_JSON : { zh: "无法读取", en: "cannot be read" };
  const problem = firstSyntaxProblem(text) ?? { line: 1, column: 1, reason };
  return [failure("", { code: "bad-json", ...problem, ...(oneLine ? NO_LINE : {}) })];
}

function tooDeep(text: string, oneLine: boolean): readonly Failure[] | null {
  const place = firstTooDeep(text, MAX_DEPTH);
  return place === null ? null : [failure("", { code: "too-deep", max: MAX_DEPTH, ...place, ...(oneLine ? NO_LINE : {}) })];
}

/** What of a text a value cannot keep. @param text good JSON but for that @param value what it kept */
function notKept(text: string, oneLine: boolean, value: unknown): readonly Failure[] {
  const { repeated, more: moreKeys } = repeatedKeys(text, MAX_ERRORS);
  const { rounded, more: moreNumbers } = roundedNumbers(text, MAX_ERRORS - repeated.length);
  const failures = [
    ...repeated.map(({ pointer, ...key }) => failure(pointer, { code: "duplicate-key", ...key, ...(oneLine ? NO_LINE : {}) })),
    ...rounded.map(({ pointer, token }) => failure(pointer, { code: "rounded-number", token })),
  ];
  const shown = failures.length > 0 && mentions(value) ? concealUnread(failures) : failures;
  const more = moreKeys + moreNumbers;
  return more === 0 ? shown : [...shown, failure("", { code: "more-errors", listed: MAX_ERRORS, count: more })];
}

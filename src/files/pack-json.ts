/** The text of one file of a pack: what it holds, what is wrong with it as text, and on which line everything stands. */
import { cut } from "../kernel/failure.js";
import { MAX_DEPTH } from "../pack/frozen-copy.js";
import type { PackFailure } from "../pack/pack-error.js";
import { packFailure } from "../pack/pack-failure.js";
import { type Place, placeIn } from "../pack/place.js";
import type { PackProblem } from "../pack/problem.js";
import { firstSyntaxProblem, firstTooDeep, NOT_JSON, repeatedKeys, roundedNumbers } from "./json-syntax.js";
import { type LineOf, lineFinder } from "./line-of.js";
import { parseJson } from "./parse-json.js";
import { decodeUtf8 } from "./utf8.js";

export interface PackText {
  /** `undefined` where the file cannot be read as JSON at all. */
  readonly value: unknown;
  readonly failures: readonly PackFailure[];
  readonly lineOf: LineOf;
}

/** Past this a recursive parser is not asked. A pack may nest less deep, and is told where once it is parsed. */
const PARSED_DEPTH = 200;

/** @param file `facts.json` */
export function readPackText(file: string, bytes: Uint8Array): PackText {
  const place = placeIn(file);
  const text = decodeUtf8(bytes);
  if (text === null) return unreadable(place, { code: "not-utf-8" }, 1);
  // A decoder takes the mark away, so it shows in the bytes only.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const mark = marked ? [{ ...packFailure(place, { code: "byte-order-mark" }), line: 1 }] : [];
  // Mostly nothing is wrong with it, and that is told at once.
  const parsed = parseJson(text);
  if (parsed.ok) return { value: parsed.value, failures: mark, lineOf: lineFinder(text) };
  const deep = firstTooDeep(text, PARSED_DEPTH);
  if (deep !== null) return unreadable(place, { code: "too-deep", max: MAX_DEPTH }, deep.line, mark);
  try {
    const value: unknown = JSON.parse(text);
    const { repeated } = repeatedKeys(text, Number.POSITIVE_INFINITY);
    const twice = repeated.map(({ pointer, name, line }) => ({
      ...packFailure({ file, pointer }, { code: "duplicate-key", name }),
      line,
    }));
    const { rounded } = roundedNumbers(text, Number.POSITIVE_INFINITY);
    const other = rounded.map(({ pointer, token, line }) => ({
      ...packFailure({ file, pointer }, { code: "rounded-number", token }),
      found: cut(token),
      line,
    }));
    return { value, failures: [...mark, ...twice, ...other], lineOf: lineFinder(text) };
  } catch {
    const problem = firstSyntaxProblem(text) ?? { line: 1, column: 1, reason: NOT_JSON };
    return unreadable(place, { code: "bad-json", ...problem }, problem.line, mark);
  }
}

function unreadable(place: Place, problem: PackProblem, line: number, before: readonly PackFailure[] = []): PackText {
  return { value: undefined, failures: [...before, { ...packFailure(place, problem), line }], lineOf: () => line };
}

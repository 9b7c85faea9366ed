/**
 * What a parser does not say of a text: where and why it is no JSON, in both languages; keys that stand twice; numbers that are
 * rounded; nesting too deep.
 */
import { createScanner, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { pointerStep } from "../kernel/failure.js";
import type { Text } from "../kernel/model.js";
import { isKept, mayRound } from "./exact-number.js";

/** Counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface SyntaxProblem extends TextPlace {
  readonly reason: Text;
}

export interface RepeatedKey extends TextPlace {
  readonly name: string;
  /** JSON Pointer. */
  readonly pointer: string;
}

export interface RoundedNumber {
  /** As it is written. */
  readonly token: string;
  /** JSON Pointer. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
}

/** JSON as RFC 8259 has it: no comments, no comma after the last. */
export const STRICT = { disallowComments: true, allowTrailingComma: false };

/** The first alone: those after it are its echoes. `null` where the text is JSON. */
export function firstSyntaxProblem(text: string): SyntaxProblem | null {
  let first: SyntaxProblem | null = null;
  const onError = (code: ParseErrorCode, _offset: number, _length: number, line: number, character: number) => {
    first ??= { line: line + 1, column: character + 1, reason: REASONS[printParseErrorCode(code)] };
  };
  visit(text, { onError }, STRICT);
  return first;
}

/**
 * Each key that stands a second time in its object, where it does.
 * @param text JSON
 * @param most how many to tell of; `more` counts those after them
 */
export function repeatedKeys(text: string, most: number): { readonly repeated: readonly RepeatedKey[]; readonly more: number } {
  const repeated: RepeatedKey[] = [];
  let more = 0;
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, line, character, pathOf) {
      const keys = open.at(-1) as Set<string>;
      if (keys.has(name) && repeated.length === most) more += 1;
      else if (keys.has(name)) {
        const pointer = [...pathOf(), name].map(pointerStep).join("");
        repeated.push({ name, pointer, line: line + 1, column: character + 1 });
      }
      keys.add(name);
    },
  });
  return { repeated, more };
}

/**
 * Each number that would become another one.
 * @param text JSON
 * @param most how many to tell of; `more` counts those after them
 */
export function roundedNumbers(
  text: string,
  most: number,
): { readonly rounded: readonly RoundedNumber[]; readonly more: number } {
  const rounded: RoundedNumber[] = [];
  let more = 0;
  if (!mayRound(text)) return { rounded, more };
  visit(text, {
    onLiteralValue(value, offset, length, line, _character, pathOf) {
      if (typeof value !== "number") return;
      const token = text.slice(offset, offset + length);
      if (isKept(token, value)) return;
      if (rounded.length === most) more += 1;
      else rounded.push({ token, pointer: pathOf().map(pointerStep).join(""), line: line + 1 });
    },
  });
  return { rounded, more };
}

/** jsonc-parser's `SyntaxKind`, a const enum, which a module compiled alone cannot name. */
const TOKEN = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

/** The bracket with which a text, JSON or not, nests deeper than `max`. */
export function firstTooDeep(text: string, max: number): TextPlace | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) depth += 1;
    else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) depth -= 1;
    if (depth > max) return { line: scanner.getTokenStartLine() + 1, column: scanner.getTokenStartCharacter() + 1 };
  }
  return null;
}

export const NOT_JSON: Text = { zh: "不合语法", en: "syntax error" };

const REASONS: Readonly<Record<ReturnType<typeof printParseErrorCode>, Text>> = {
  InvalidSymbol: { zh: "JSON 中没有这样的写法", en: "invalid symbol" },
  InvalidNumberFormat: { zh: "数字写法不对", en: "invalid number format" },
  PropertyNameExpected: { zh: "此处应为双引号中的名称", en: "property name expected" },
  ValueExpected: { zh: "此处应为值", en: "value expected" },
  ColonExpected: { zh: "此处应为冒号", en: "colon expected" },
  CommaExpected: { zh: "此处应为逗号", en: "comma expected" },
  CloseBraceExpected: { zh: "此处应为右花括号", en: "close brace expected" },
  CloseBracketExpected: { zh: "此处应为右方括号", en: "close bracket expected" },
  EndOfFileExpected: { zh: "此处应已结束", en: "end of file expected" },
  InvalidCommentToken: { zh: "JSON 中不能有注释", en: "invalid comment token" },
  UnexpectedEndOfComment: { zh: "注释没有结束", en: "unexpected end of comment" },
  UnexpectedEndOfString: { zh: "字符串没有结束", en: "unexpected end of string" },
  UnexpectedEndOfNumber: { zh: "数字没有写完", en: "unexpected end of number" },
  InvalidUnicode: { zh: "\\u 之后应为四位十六进制数", en: "invalid unicode" },
  InvalidEscapeCharacter: { zh: "反斜杠之后不能是这个字符", en: "invalid escape character" },
  InvalidCharacter: { zh: "字符串中有控制字符", en: "invalid character" },
  "<unknown ParseErrorCode>": NOT_JSON,
};
